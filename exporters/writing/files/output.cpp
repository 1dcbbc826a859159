// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/files/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "exporters/writing/files/unfinished.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

using unfinished::fail;
using unfinished::follow_links;
using unfinished::open_retrying;

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

// -- OutputFile -----------------------------------------------------------------------------------

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
        temporary_ = unfinished::temporary_name(target, attempt);
        descriptor_ = open_retrying(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (descriptor_ < 0 && errno != EEXIST) {
            temporary_.clear();
            fail(path_, errno);
        }
    }
    unfinished::remember(temporary_);
    // The owner may differ and cannot be given away; the permissions are what protects the content.
    if (exists) ::fchmod(descriptor_, old.st_mode & 07777);
}

void OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(path_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        written_ += static_cast<std::size_t>(written);
    }
    hurry();
}

/// The disk may begin: otherwise commit() would have to wait for all of it.
void OutputFile::hurry() {
#ifdef SYNC_FILE_RANGE_WRITE
    constexpr std::size_t enough = std::size_t{16} << 20;
    if (temporary_.empty() || written_ - hurried_ < enough) return;
    ::sync_file_range(descriptor_, static_cast<off_t>(hurried_),
                      static_cast<off_t>(written_ - hurried_), SYNC_FILE_RANGE_WRITE);
    hurried_ = written_;
#endif
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
    unfinished::forget(temporary_);
    temporary_.clear();
    unfinished::sync_folder(unfinished::folder_of(target)); // only then is the name safe
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
    if (temporary_.empty()) return;
    ::unlink(temporary_.c_str());
    unfinished::forget(temporary_);
}

} // namespace entente
