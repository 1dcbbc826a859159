// SPDX-License-Identifier: BSL-1.0
#include "exporters/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "exporters/text.hpp"

namespace entente {

// -- Output ---------------------------------------------------------------------------------------

Output::Output(Drain drain) : drain_(std::move(drain)) {
    buffer_.reserve(flush_at + flush_at / 4);
}

Output& Output::operator<<(double number) {
    append_number(buffer_, number);
    return *this;
}

Output& Output::operator<<(std::uint64_t number) {
    append_number(buffer_, number);
    return *this;
}

Output& Output::operator<<(std::int64_t number) {
    if (number < 0) buffer_ += '-';
    const auto magnitude = static_cast<std::uint64_t>(number);
    append_number(buffer_, number < 0 ? std::uint64_t{0} - magnitude : magnitude);
    return *this;
}

void Output::flush() {
    if (buffer_.empty()) return;
    drain_(buffer_);
    buffer_.clear();
}

// -- unfinished files -----------------------------------------------------------------------------

namespace {

/// One temporary file that must not outlive the program. A signal handler may read the table at any
/// moment: the path is complete before the state says so.
struct Slot {
    enum State : int { unused, filling, active };
    std::atomic<int> state = unused;
    std::array<char, PATH_MAX> path{};
};
static_assert(std::atomic<int>::is_always_lock_free, "needed in a signal handler");

std::array<Slot, 32> slots;

/// Nothing happens if the table is full or the path too long: the file is then removed by the
/// destructor only.
void remember(const std::string& path) {
    if (path.size() >= PATH_MAX) return;
    for (Slot& slot : slots) {
        int expected = Slot::unused;
        if (!slot.state.compare_exchange_strong(expected, Slot::filling)) continue;
        std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
        slot.state.store(Slot::active);
        return;
    }
}

void forget(const std::string& path) {
    for (Slot& slot : slots)
        if (slot.state.load() == Slot::active && path == slot.path.data())
            slot.state.store(Slot::unused);
}

} // namespace

void remove_unfinished_files() noexcept {
    for (Slot& slot : slots)
        if (slot.state.load() == Slot::active) ::unlink(slot.path.data());
}

// -- OutputFile -----------------------------------------------------------------------------------

namespace {

std::string_view advice(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return "free some space or write elsewhere";
        case EROFS:
            return "its file system is read-only; write elsewhere";
        case EACCES:
        case EPERM:
            return "you may not write there; choose another folder";
        case ENOENT:
            return "its folder does not exist; make it first";
        case ENOTDIR:
            return "a part of its path is not a folder";
        case EISDIR:
            return "it is a folder; give the name of a file";
        case EPIPE:
            return "whoever was reading stopped";
        case ENAMETOOLONG:
            return "its name is too long";
        case ELOOP:
            return "its symbolic links lead in a circle";
        default:
            return "";
    }
}

[[noreturn]] void fail(std::string_view path, int error) {
    std::string message = "cannot write ";
    message += path == "-" ? "standard output" : path;
    if (const auto help = advice(error); !help.empty())
        (message += " (") += std::string(help) + ')';
    throw std::system_error(error, std::generic_category(), message);
}

/// The file that `path` leads to through symbolic links, which need not exist yet.
std::string follow_links(const std::string& path) {
    namespace fs = std::filesystem;
    fs::path at = path;
    for (int links = 0; links < 40; ++links) {
        std::error_code ignored;
        if (!fs::is_symlink(at, ignored)) return at.string();
        const fs::path target = fs::read_symlink(at, ignored);
        at = target.is_absolute() ? target : at.parent_path() / target;
    }
    fail(path, ELOOP);
}

int open_retrying(const char* path, int flags, mode_t mode) {
    int descriptor = -1;
    do
        descriptor = ::open(path, flags | O_CLOEXEC, mode);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

} // namespace

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)), output_([this](std::string_view bytes) { write(bytes); }) {
    if (path_ == "-") {
        descriptor_ = STDOUT_FILENO;
        return;
    }
    const std::string target = follow_links(path_);
    struct stat old = {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) fail(path_, EISDIR);
    if (exists && !S_ISREG(old.st_mode)) { // a device or a pipe: there is nothing to replace
        descriptor_ = open_retrying(target.c_str(), O_WRONLY, 0);
        if (descriptor_ < 0) fail(path_, errno);
        return;
    }
    if (exists && ::access(target.c_str(), W_OK) != 0) fail(path_, errno);
    for (unsigned attempt = 0; descriptor_ < 0; ++attempt) {
        temporary_ = folder_of(target) + ".entente-" + std::to_string(::getpid()) + '-' +
                     std::to_string(attempt) + ".tmp";
        descriptor_ = open_retrying(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (descriptor_ < 0 && errno != EEXIST) {
            temporary_.clear();
            fail(path_, errno);
        }
    }
    remember(temporary_);
    // The owner may differ and cannot be given away; the permissions are what protects the content.
    if (exists) ::fchmod(descriptor_, old.st_mode & 07777);
}

void OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(path_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void OutputFile::commit() {
    output_.flush();
    if (descriptor_ == STDOUT_FILENO) return;
    if (!temporary_.empty() && ::fsync(descriptor_) != 0) fail(path_, errno);
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) fail(path_, errno);
    if (temporary_.empty()) return;
    const std::string target = follow_links(path_);
    if (std::rename(temporary_.c_str(), target.c_str()) != 0) fail(path_, errno);
    forget(temporary_);
    temporary_.clear();
    // The name is safe once the folder is. Some file systems cannot do that, and need not.
    const std::string folder = folder_of(target);
    const int parent = open_retrying(folder.empty() ? "." : folder.c_str(), O_RDONLY, 0);
    if (parent >= 0) {
        ::fsync(parent);
        ::close(parent);
    }
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
    if (temporary_.empty()) return;
    ::unlink(temporary_.c_str());
    forget(temporary_);
}

} // namespace entente
