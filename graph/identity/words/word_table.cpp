// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/words/word_table.hpp"

#include <algorithm>

namespace entente::identity {

namespace {

auto first_from(std::span<const ListedWord> rows, std::string_view text) {
    return std::lower_bound(
        rows.begin(), rows.end(), text,
        [](const ListedWord& row, std::string_view wanted) { return row.text < wanted; });
}

} // namespace

std::uint32_t lists_of(std::span<const ListedWord> rows, std::string_view text) {
    const auto found = first_from(rows, text);
    return found != rows.end() && found->text == text ? found->lists : 0;
}

std::span<const ListedWord> beginning_with(std::span<const ListedWord> rows,
                                           std::string_view word) {
    // No letter comes before the space, so these rows stand together.
    const auto begins = [&](const ListedWord& row) {
        return row.text.starts_with(word) &&
               (row.text.size() == word.size() || row.text[word.size()] == ' ');
    };
    const auto first = first_from(rows, word);
    return {first, std::find_if_not(first, rows.end(), begins)};
}

} // namespace entente::identity
