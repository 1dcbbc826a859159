// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "exporters/writing/files/file_set.hpp"

namespace entente {

/// A folder of files that is complete or not there: written beside its final place, renamed by
/// commit(). It may take the place of an empty folder or of a bundle of ours, told by its manifest,
/// to which nobody added anything; any other folder is refused with std::runtime_error before
/// anything is written. Otherwise it fails, and cleans up, as OutputFile does.
class OutputFolder {
  public:
    explicit OutputFolder(std::string path);
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    ~OutputFolder();

    FileSet& files() { return files_; }
    /// Finishes the files and puts the folder in its place.
    void commit();

  private:
    void open(std::string_view name);
    void write(std::string_view bytes);
    void close();
    void replace();

    std::string path_, target_, temporary_;
    std::string name_; ///< of the file at hand, as shown
    int descriptor_ = -1;
    FileSet files_;
};

} // namespace entente
