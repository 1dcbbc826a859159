// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "graph/identity/persons/names/name_text.hpp"
#include "graph/identity/persons/person.hpp"

namespace entente::identity {

// What the writing of a name tells beside its words. Each function takes what it understands off
// `words` and notes it in `name`.

using NameWords = std::vector<NameWord>;

/// Whether `words`, found behind a comma, are only "Jr", "III" or letters such as "MP".
bool is_suffix_phrase(const NameWords& words, PersonName& name);

/// Takes "Jr." off the end, and the number of a king from the end or the middle.
void drop_suffix(NameWords& words, PersonName& name);

/// Takes "-san" off. Of longer names "-ji" and the like are a given name: Kim Ye-ji.
void drop_honorific(NameWords& words);

/// Takes the titles off that are written without a space in Chinese, Japanese and Korean. False if
/// nothing is left.
bool drop_attached_titles(NameWords& words, PersonName& name);

/// Whether there is only a family name or a mononym: one word, with hyphened parts and particles
/// ("von der") not counted, and at most one initial. One word of Han or Korean characters may be a
/// full name.
bool is_partial(const NameWords& words);

/// Reads from capital letters which part is the family name: "HAMADA Yasukazu", "Lloyd AUSTIN".
void find_family_in_capitals(const NameWords& words, PersonName& name);

/// Sets the words of "Austin, Lloyd J." and "Leyen, Ursula von der".
void set_family_first(const NameWords& family, NameWords given, PersonName& name);

void set_words(const NameWords& words, PersonName& name);

} // namespace entente::identity
