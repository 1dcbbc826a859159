// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/names/name_lists.hpp"

#include <algorithm>

#include "graph/identity/persons/names/name_tables.hpp"
#include "graph/identity/persons/names/name_text.hpp"

namespace entente::identity {
namespace {

constexpr std::size_t syllable = 3; // bytes of a Hangul syllable or common Han character

/// All rows of a form.
std::span<const WordForm> names_of(std::string_view form) {
    const auto first = std::lower_bound(
        short_forms.begin(), short_forms.end(), form,
        [](const WordForm& row, std::string_view wanted) { return row.form < wanted; });
    const auto end = std::find_if(first, short_forms.end(),
                                  [&](const WordForm& row) { return row.form != form; });
    return {first, end};
}

} // namespace

bool is_roman_number(std::string_view word) {
    return name_words.has(word, NameList::number);
}

bool is_generation(std::string_view word) {
    return name_words.has(word, NameList::generation) || (word.size() > 1 && is_roman_number(word));
}

bool is_late_generation(std::string_view suffix) {
    return is_roman_number(suffix) && suffix != "i" && suffix != "ii";
}

bool is_postnominal(std::string_view word) {
    return name_words.has(word, NameList::postnominal);
}

bool is_honorific(std::string_view word) {
    return name_words.has(word, NameList::honorific);
}

bool is_particle(std::string_view word) {
    return name_words.has(word, NameList::particle);
}

bool is_doubtful_particle(std::string_view word) {
    return name_words.has(word, NameList::doubtful_particle);
}

bool is_given_and_family(std::string_view word) {
    return name_words.has(word, NameList::given_and_family);
}

bool is_front_family_name(std::string_view word) {
    return name_words.has(word, NameList::front_family);
}

bool looks_korean(std::string_view hangul) {
    if (!name_words.has(hangul.substr(0, syllable), NameList::korean_family)) return false;
    for (std::size_t at = syllable; at < hangul.size(); at += syllable)
        if (name_words.has(hangul.substr(at, syllable), NameList::foreign_syllable)) return false;
    return hangul.size() <= 4 * syllable;
}

std::size_t family_length(std::string_view cjk) {
    const std::string_view front = first_characters(cjk, 2);
    const std::size_t length = length_of(cjk);
    if (script_of(cjk) == Script::hangul) {
        const bool is_long = name_words.has(front, NameList::long_korean_family);
        return is_long && length > 3 ? 2 : 1;
    }
    const bool is_long = name_words.has(front, NameList::long_chinese_family);
    return is_long || length >= 4 ? 2 : 1;
}

bool are_nicknames(std::string_view a, std::string_view b) {
    const auto names = names_of(a);
    const auto others = names_of(b);
    return std::any_of(names.begin(), names.end(), [&](const WordForm& row) {
        return std::any_of(others.begin(), others.end(),
                           [&](const WordForm& other) { return other.name == row.name; });
    });
}

bool is_shared_name(std::string_view sorted_words) {
    return name_words.has(sorted_words, NameList::shared_name);
}

} // namespace entente::identity
