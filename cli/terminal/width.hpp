// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The text in lines of at most `width` columns, folded at spaces, and inside a word only where it
/// is longer than a line; at least one line. 0: one line, whatever its width.
std::vector<std::string> folded(std::string_view utf8, std::size_t width);

/// How many columns the terminal on standard output has; 0 if it is none.
std::size_t terminal_width();

/// Columns that a text takes on a terminal: 2 for East Asian wide characters, 0 for combining ones.
std::size_t display_width(std::string_view utf8);

} // namespace entente::cli
