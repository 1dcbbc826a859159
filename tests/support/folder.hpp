// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace entente::test {

/// An empty folder of its own for a test, gone afterwards.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::string at(std::string_view name) const { return (path_ / name).string(); }
    /// Writes a file, which may be in folders of its own, and returns its path.
    std::string write(std::string_view name, std::string_view bytes) const;
    /// How many files and folders are in it.
    [[nodiscard]] std::size_t entries() const;

  private:
    std::filesystem::path path_;
};

std::string content(const std::filesystem::path& path);

} // namespace entente::test
