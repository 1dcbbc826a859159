// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "exporters/writing/files/file_set.hpp"

namespace entente {

/// Files as one ZIP archive, written to an Output as they come. The same files are the same bytes:
/// no times, no owners. What the Output throws comes out of the FileSet.
class ZipArchive {
  public:
    explicit ZipArchive(Output& out);
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;
    ~ZipArchive();

    FileSet& files() { return files_; }
    /// Finishes the files and the archive.
    void finish();

  private:
    struct Writer;
    void open(std::string_view name);
    void write(std::string_view bytes);
    void close();
    void begin_entry(bool size_known);
    void put(std::string_view bytes);
    void check(bool good);

    Output& out_;
    std::unique_ptr<Writer> writer_;
    std::string name_, held_;
    bool streaming_ = false;
    std::exception_ptr failure_;
    FileSet files_;
};

} // namespace entente
