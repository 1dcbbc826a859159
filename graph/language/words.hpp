// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "graph/language/words_table.hpp"

namespace entente {

/// The row of a field that there is. field_word() is asked only when the program is compiled; this
/// is for templates, in which clang 14 calls nothing that is consteval.
constexpr const FieldWord& row_of_field(On on, Word word) {
    for (const FieldWord& row : field_words)
        if (row.on == on && row.word == word) return row;
    throw "there is no such field";
}
consteval const FieldWord& field_word(On on, Word word) {
    return row_of_field(on, word);
}

/// `stated_by`: the word as a key in records.
constexpr std::string_view name(Word word) {
    for (const FieldWord& row : field_words)
        if (row.word == word) return row.name;
    for (const ForeignWord& row : foreign_words)
        if (row.word == word) return row.name;
    return {};
}

/// `kg_stated_by`: the word as an attribute of nodes and edges.
constexpr std::string_view flat_name(Word word) {
    for (const FieldWord& row : field_words)
        if (row.word == word && !row.flat.empty()) return row.flat;
    return {};
}

/// What all names of ours begin with in flat formats, and those of attributes that are called like
/// one, or like a word of some reader.
inline constexpr std::string_view flat_prefix = "kg_", flat_attribute_prefix = "kg_a_";

/// A field, known when the program is compiled: `f(tag<On::claim, Word::quote>, text)`.
template <On on_, Word word_>
struct FieldTag {
    static constexpr On on = on_;
    static constexpr Word word = word_;
    static constexpr FieldWord row = row_of_field(on_, word_);
};
template <On on, Word word>
inline constexpr FieldTag<on, word> tag{};

/// True for the keys that a record has of its own, and for those by which a reader would take it
/// for one of another kind: no attribute may be called so.
bool is_record_key(On on, std::string_view key);

/// How people read a key of a record: `read by` for `rule`; most are their own label.
std::string_view label_of(On on, std::string_view key);

} // namespace entente
