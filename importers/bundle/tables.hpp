// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/importer.hpp"
#include "importers/reading.hpp"
#include "importers/syntax/csv.hpp"
#include "importers/syntax/json.hpp"

namespace entente::bundle {

/// The rows of one file, with their places in the input. A row that cannot be read is reported,
/// counted and passed over.
class Rows {
  public:
    /// `text` is a part of the reading's text.
    Rows(Reading& reading, std::string_view text, char delimiter);

    /// The next row; false at the end. `width`: how many cells it must have, 0 for any number.
    /// Empty cells behind the last column do no harm.
    bool next(std::size_t width);

    [[nodiscard]] std::size_t size() const { return table_.cells().size(); }
    [[nodiscard]] std::string_view cell(std::size_t at) const { return table_.cells()[at].text; }
    /// `""`, which differs from nothing at all.
    [[nodiscard]] bool quoted(std::size_t at) const;
    [[nodiscard]] bool empty(std::size_t at) const { return cell(at).empty() && !quoted(at); }
    /// Where the row begins in the input, and its text.
    [[nodiscard]] std::size_t offset() const { return begin_ + table_.begin(); }
    [[nodiscard]] std::string_view text() const;

  private:
    void reject(std::size_t at, Code code, std::string message);

    Reading& reading_;
    std::string_view text_;
    std::size_t begin_;
    CsvTable table_;
};

/// A bundle that entente wrote, by its `bundle.json`: docs/formats/bundle.md. Its place is that of
/// the description.
void read_own(Reading& reading, const InputText& input, const InputMember& description);

/// Whether a table's first line is a header of nodes or edges, as others write it. 0: no; else how
/// sure it is, as Importer::recognises says it.
int looks_like_header(std::string_view text);

/// Tables that others wrote.
void read_others(Reading& reading, std::string_view text);
void read_others(Reading& reading, const InputText& input);

} // namespace entente::bundle
