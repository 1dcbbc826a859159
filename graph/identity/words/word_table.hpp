// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace entente::identity {

/// A folded word or phrase, and the lists that it stands in: one bit each.
struct ListedWord {
    std::string_view text;
    std::uint32_t lists;
};

/// The lists of a word; 0 if it stands in none. `rows` are ordered by text.
std::uint32_t lists_of(std::span<const ListedWord> rows, std::string_view text);

/// The rows whose first word is `word`.
std::span<const ListedWord> beginning_with(std::span<const ListedWord> rows, std::string_view word);

template <class List>
constexpr std::uint32_t list_bit(List list) {
    return std::uint32_t{1} << static_cast<unsigned>(list);
}

/// Words by the lists that they stand in; `List` is an enumeration of these. It is written at build
/// time of a table with a row for each word (generator/generate_words.cpp).
template <class List>
struct WordTable {
    std::span<const ListedWord> rows; ///< ordered by text

    [[nodiscard]] bool has(std::string_view text, List list) const {
        return (lists_of(rows, text) & list_bit(list)) != 0;
    }
};

/// A word as a form of another.
struct WordForm {
    std::string_view form, name;
};

} // namespace entente::identity
