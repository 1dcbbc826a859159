// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

namespace entente::unfinished {

/// What OutputFile and OutputFolder share: temporary files and folders that must not outlive the
/// program, and how a failure is told.

/// Until forget(path), remove_unfinished_files() removes this file or folder. Nothing happens if
/// there are too many or the path is too long: then only its owner removes it.
void remember(const std::string& path);
void forget(const std::string& path);

/// Removes a file, or a folder with all that is in it. Safe to call from a signal handler.
void remove(const char* path) noexcept;

/// Throws std::system_error: what could not be written, why, and what to do about it.
[[noreturn]] void fail(std::string_view path, int error);

/// The file that `path` leads to through symbolic links, which need not exist yet.
std::string follow_links(const std::string& path);
/// `a/b/` of `a/b/c`; empty if there is no folder in it.
std::string folder_of(const std::string& path);
/// A name beside `target` that this process has not used yet: `a/.entente-123-0.tmp`.
std::string temporary_name(const std::string& target, unsigned attempt);
int open_retrying(const char* path, int flags, mode_t mode);
/// Makes sure that the names in a folder are on the disk. Some file systems cannot, and need not.
void sync_folder(const std::string& folder);

} // namespace entente::unfinished
