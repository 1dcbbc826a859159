// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "graph/language/diagnostics.hpp"
#include "importers/input/input_text.hpp"

namespace entente {

struct ArchiveMembers;

/// One opened input: a file or standard input (`-`), decompressed if it is gzip, zstd, bzip2 or xz
/// (told by its content), without a byte order mark. A folder of tables, or a ZIP archive of them,
/// becomes one text with members.
///
/// A plain file is mapped, not copied, so its text costs no memory of its own.
class Input {
  public:
    /// Throws std::system_error or std::runtime_error with the name and the reason if the file
    /// cannot be read or its compressed data is damaged. Text that is not UTF-8 is a data problem:
    /// it is reported with the likely encoding and how to convert. usable() is then false for
    /// another encoding; for UTF-8 with damaged bytes it is true, and only their records will be
    /// rejected. A large one is looked through in so many threads.
    Input(std::string_view name, Diagnostics& diagnostics, unsigned threads = 1);
    Input(Input&&) noexcept;
    Input& operator=(Input&&) noexcept;
    ~Input();

    [[nodiscard]] const InputText& text() const { return text_; }
    [[nodiscard]] bool usable() const { return usable_; }

  private:
    struct Storage;
    void use_bytes();
    void use_text();
    void use_zip(Diagnostics& diagnostics);
    void use_members(ArchiveMembers members, Diagnostics& diagnostics);

    std::unique_ptr<Storage> storage_;
    InputText text_;
    bool usable_ = false;
};

} // namespace entente
