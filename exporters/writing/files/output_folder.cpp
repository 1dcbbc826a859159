// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/files/output_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include "exporters/writing/files/unfinished.hpp"
#include "graph/language/diagnostics.hpp"

namespace entente {

using unfinished::fail;

namespace {

namespace fs = std::filesystem;

std::set<std::string> read_manifest(const fs::path& folder) {
    std::ifstream in(folder / FileSet::manifest);
    std::set<std::string> names;
    std::string line;
    if (!std::getline(in, line) || line != FileSet::manifest_title) return names;
    while (std::getline(in, line))
        names.insert(line);
    return names;
}

/// Nothing that somebody else put there may be lost.
void refuse_other_content(const std::string& path, const fs::path& folder) {
    const std::set<std::string> ours = read_manifest(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_directory() && !entry.is_symlink()) continue;
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (ours.contains(name)) continue;
        throw std::runtime_error(
            "cannot write " + path + ": it holds " + printable(name) +
            ", which is not of a bundle that entente wrote; name a new folder, or empty this one");
    }
}

} // namespace

OutputFolder::OutputFolder(std::string path)
    : path_(std::move(path)),
      files_({[this](std::string_view name) { open(name); },
              [this](std::string_view bytes) { write(bytes); }, [this] { close(); }}) {
    std::string target = path_;
    while (target.size() > 1 && target.back() == '/')
        target.pop_back();
    target_ = unfinished::follow_links(target);
    struct stat old = {};
    const bool exists = ::stat(target_.c_str(), &old) == 0;
    if (exists && !S_ISDIR(old.st_mode)) fail(path_, ENOTDIR);
    if (exists && ::access(target_.c_str(), W_OK) != 0) fail(path_, errno);
    if (exists) refuse_other_content(path_, target_);
    for (unsigned attempt = 0;; ++attempt) {
        temporary_ = unfinished::temporary_name(target_, attempt);
        if (::mkdir(temporary_.c_str(), 0777) == 0) break;
        if (errno == EEXIST) continue;
        temporary_.clear();
        fail(path_, errno);
    }
    unfinished::remember(temporary_);
    if (exists) ::chmod(temporary_.c_str(), old.st_mode & 07777);
}

void OutputFolder::open(std::string_view name) {
    name_ = (fs::path(path_) / name).string();
    const fs::path at = fs::path(temporary_) / name;
    fs::create_directories(at.parent_path());
    descriptor_ = unfinished::open_retrying(at.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (descriptor_ < 0) fail(name_, errno);
}

void OutputFolder::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(name_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void OutputFolder::close() {
    if (::fsync(descriptor_) != 0) fail(name_, errno);
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) fail(name_, errno);
}

/// In one step where the file system can exchange two names; else the old folder is gone for a
/// moment.
void OutputFolder::replace() {
    if (::rename(temporary_.c_str(), target_.c_str()) == 0) return; // nothing there, or empty
    if (errno != ENOTEMPTY && errno != EEXIST) fail(path_, errno);
    if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0)
        return;
    unfinished::remove(target_.c_str());
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(path_, errno);
}

void OutputFolder::commit() {
    files_.finish();
    struct stat old = {};
    if (::stat(target_.c_str(), &old) == 0) refuse_other_content(path_, target_);
    replace();
    // After an exchange the old folder stands in the new one's place.
    unfinished::remove(temporary_.c_str());
    unfinished::forget(temporary_);
    temporary_.clear();
    unfinished::sync_folder(unfinished::folder_of(target_));
}

OutputFolder::~OutputFolder() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (temporary_.empty()) return;
    unfinished::remove(temporary_.c_str());
    unfinished::forget(temporary_);
}

} // namespace entente
