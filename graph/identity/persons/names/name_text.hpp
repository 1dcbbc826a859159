// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::identity {

/// One word of a written name, with what its writing tells beside its letters.
struct NameWord {
    std::string text;        ///< folded, never empty
    std::size_t begin = 0;   ///< where its token begins in NamePhrase::text, in bytes
    bool dotted = false;     ///< "Gen.", "J."
    bool hyphened = false;   ///< joined to the word before it by a hyphen
    bool capitals = false;   ///< two or more letters, all capitals
    bool lower = false;      ///< begins with a small letter
    bool possessive = false; ///< "Minister's"; the ending is not in `text`
};

/// What stands between commas.
struct NamePhrase {
    std::string text; ///< as written, without remarks in brackets and nicknames in quotes
    std::vector<NameWord> words;
};

/// Splits a written name at commas and takes each part apart into words. Brackets with what they
/// hold are left out, and so is a nickname in quotes between two words.
std::vector<NamePhrase> read_phrases(std::string_view raw);

/// In code points.
std::size_t length_of(std::string_view utf8);
/// The first `count` code points, or all.
std::string_view first_characters(std::string_view utf8, std::size_t count);
/// One letter, not of a script that writes syllables or words with one character.
bool is_initial(std::string_view word);

enum class Script : unsigned char { alphabetic, han, kana, hangul };
/// Of its characters: han if there is any Han character, else hangul, else kana (only kana).
Script script_of(std::string_view word);

} // namespace entente::identity
