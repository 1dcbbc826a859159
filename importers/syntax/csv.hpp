// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "importers/syntax/text_rules.hpp"

namespace entente {

struct CsvCell {
    std::string_view text;  ///< without its quotes
    std::size_t offset = 0; ///< of its first byte, which may be the quote
};

/// Reads delimited text row by row after RFC 4180: cells may be quoted, quotes in quoted cells are
/// doubled, quoted cells may hold delimiters and line breaks. Lines end in LF or CRLF.
class CsvTable {
  public:
    CsvTable(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    /// Reads the next row that is not blank; false at the end. If a quote is never closed, or
    /// closed in the middle of a cell, damage() is where it opens, and the row is the line it
    /// begins in.
    bool next();

    [[nodiscard]] const std::vector<CsvCell>& cells() const { return cells_; }
    [[nodiscard]] std::size_t begin() const { return begin_; }
    /// Behind the row's last character, before its line end.
    [[nodiscard]] std::size_t end() const { return end_; }
    [[nodiscard]] bool damaged() const { return damaged_; }
    [[nodiscard]] std::size_t damage() const { return damage_; }

  private:
    bool skip_blank_lines();
    void read_row();
    /// Returns where the cell ends; npos if it is damaged.
    std::size_t read_quoted(std::size_t begin);
    std::size_t read_plain(std::size_t begin);
    void give_up_row();

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0, end_ = 0, damage_ = 0;
    std::size_t looked_ahead_ = 0; ///< for closing quotes, in vain
    bool damaged_ = false;
    std::vector<CsvCell> cells_;
    TextArena arena_;
};

/// The delimiter of a header line: TAB, semicolon or comma, whichever is most frequent outside of
/// quotes.
char guess_delimiter(std::string_view text);

} // namespace entente
