// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace entente::identity {

// What is known of folded words of names.

/// "jr", "sr", "ii", "iii", ...
bool is_generation(std::string_view word);
/// i to xvi, without "xi" and "x", which are names.
bool is_roman_number(std::string_view word);
/// A number from 3 on behind a family name: the namesake is a grandfather or further away.
bool is_late_generation(std::string_view suffix);
/// Letters behind a name: "mp", "phd".
bool is_postnominal(std::string_view word);
/// Behind a name and a hyphen: "san".
bool is_honorific(std::string_view word);

/// "von", "der", "bin": belongs to the word behind it.
bool is_particle(std::string_view word);
/// "al", "ben", "le": a particle, but also a name of its own (Al Gore, Ben Wallace, Le Duan).
bool is_doubtful_particle(std::string_view word);

/// Common as given name and as family name, so that order tells who is meant: James, Ali, Wei.
bool is_given_and_family(std::string_view word);
/// A family name of China, Korea or Vietnam in Latin letters, which stands in front.
bool is_front_family_name(std::string_view word);
/// Hangul that begins with a Korean family name and has no syllable found only in foreign words.
bool looks_korean(std::string_view hangul);
/// In code points, how much of a name in Chinese, Japanese or Korean characters is most probably
/// the family name.
std::size_t family_length(std::string_view cjk);

/// Whether one is a short form of the other: Bill, William.
bool are_nicknames(std::string_view a, std::string_view b);
/// Whether this key (words sorted, without initials) is the name of several officials whom only an
/// initial, a number or Jr tells apart.
bool is_shared_name(std::string_view sorted_words);

} // namespace entente::identity
