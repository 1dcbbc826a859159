// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace entente::identity::generator {

std::vector<std::string> split(std::string_view text, char separator);

/// One row of a table, by the names in its header.
class Row {
  public:
    Row(const std::vector<std::string>& header, std::vector<std::string> cells, std::string place);

    const std::string& operator[](std::string_view column) const;
    [[nodiscard]] const std::string& cell(std::size_t column) const { return cells_.at(column); }
    /// The values of a cell, which stand between bars.
    std::vector<std::string> list(std::string_view column) const;
    /// Throws std::runtime_error with file and line.
    [[noreturn]] void fail(const std::string& what) const;

  private:
    const std::vector<std::string>& header_;
    std::vector<std::string> cells_;
    std::string place_;
};

/// Reads a table: lines of a comment begin with `#`, the first other line has the names of the
/// columns, and TAB stands between columns. Throws std::runtime_error with file and line.
void each_row(const std::filesystem::path& file, const std::function<void(const Row&)>& visit);

/// Has `write` write a file. Throws std::runtime_error if that does not work.
void write_file(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write);

/// As the inside of a C++ string literal of ASCII.
std::string literal(std::string_view bytes);

} // namespace entente::identity::generator
