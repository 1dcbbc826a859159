// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/writing/files/output.hpp"

namespace entente {

/// Where an exporter writes that makes several files, one after the other: a folder (OutputFolder)
/// or an archive (ZipArchive). Like Output, it reports failure by throwing.
class FileSet {
  public:
    /// What takes the files. Each is opened, written and closed before the next one.
    struct Place {
        std::function<void(std::string_view name)> open;
        Output::Drain write;
        std::function<void()> close;
    };

    explicit FileSet(Place place);
    FileSet(const FileSet&) = delete;
    FileSet& operator=(const FileSet&) = delete;

    /// Ends the file before and begins this one. Names are relative, with `/` between folders.
    Output& file(std::string_view name);
    /// Ends the last file and lists them all in one more, `manifest.txt`, by which a folder is
    /// known as ours when it is to be replaced.
    void finish();

    [[nodiscard]] std::span<const std::string> names() const { return names_; }
    /// Of all files so far.
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

    static constexpr std::string_view manifest = "manifest.txt";
    /// The manifest's first line; the names follow, one a line.
    static constexpr std::string_view manifest_title = "Files of an entente bundle:";

  private:
    void end();

    Place place_;
    std::uint64_t bytes_ = 0;
    Output output_;
    std::vector<std::string> names_;
    bool open_ = false;
};

} // namespace entente
