// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/files/unfinished.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "exporters/writing/files/output.hpp"

namespace entente {

namespace {

/// One temporary file or folder. A signal handler may read the table at any moment: the path is
/// complete before the state says so.
struct Slot {
    enum State : int { unused, filling, active };
    std::atomic<int> state = unused;
    std::array<char, PATH_MAX> path{};
};
static_assert(std::atomic<int>::is_always_lock_free, "needed in a signal handler");

std::array<Slot, 32> slots;

/// An entry of a folder as the kernel gives it; readdir() may not be called in a signal handler.
struct Entry {
    std::uint64_t inode;
    std::int64_t offset;
    unsigned short length;
    unsigned char type;
    char name[1];
};

void remove_content(int folder, int depth) noexcept {
    alignas(Entry) std::array<char, 4096> buffer;
    for (;;) {
        const long got = ::syscall(SYS_getdents64, folder, buffer.data(), buffer.size());
        if (got <= 0) return;
        bool removed = false;
        for (long at = 0; at < got;) {
            const auto* entry = reinterpret_cast<const Entry*>(buffer.data() + at);
            at += entry->length;
            const char* const name = buffer.data() + at - entry->length + offsetof(Entry, name);
            if (std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0) continue;
            if (::unlinkat(folder, name, 0) == 0) {
                removed = true;
                continue;
            }
            if (depth == 0) continue;
            const int inner = ::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
            if (inner < 0) continue;
            remove_content(inner, depth - 1);
            ::close(inner);
            removed = ::unlinkat(folder, name, AT_REMOVEDIR) == 0 || removed;
        }
        if (!removed) return;
        ::lseek(folder, 0, SEEK_SET); // what was removed may have hidden what follows
    }
}

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

} // namespace

void remove_unfinished_files() noexcept {
    for (Slot& slot : slots)
        if (slot.state.load() == Slot::active) unfinished::remove(slot.path.data());
}

namespace unfinished {

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

void remove(const char* path) noexcept {
    if (::unlink(path) == 0) return;
    const int folder = ::open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) return;
    constexpr int deepest = 8;
    remove_content(folder, deepest);
    ::close(folder);
    ::rmdir(path);
}

void fail(std::string_view path, int error) {
    std::string message = "cannot write ";
    message += path == "-" ? "standard output" : path;
    if (const auto help = advice(error); !help.empty())
        (message += " (") += std::string(help) + ')';
    throw std::system_error(error, std::generic_category(), message);
}

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

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

std::string temporary_name(const std::string& target, unsigned attempt) {
    return folder_of(target) + ".entente-" + std::to_string(::getpid()) + '-' +
           std::to_string(attempt) + ".tmp";
}

int open_retrying(const char* path, int flags, mode_t mode) {
    int descriptor = -1;
    do
        descriptor = ::open(path, flags | O_CLOEXEC, mode);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

void sync_folder(const std::string& folder) {
    const int descriptor = open_retrying(folder.empty() ? "." : folder.c_str(), O_RDONLY, 0);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace unfinished

} // namespace entente
