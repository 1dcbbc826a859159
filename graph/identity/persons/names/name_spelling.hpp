// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace entente::identity {

/// Roughly how a folded word sounds, so that the usual ways to write one name in Latin letters
/// come out alike: Zelenskyy, Zelensky, Selenskyj; Qaddafi, Gaddafi. Words in other scripts are put
/// into Latin letters first (ICU transliterations "Russian-Latin/BGN" and
/// "Any-Latin", Unicode CLDR).
std::string sound_of(std::string_view word);

/// Whether two words, given as sounds, may be spellings of one name: equal, or the same consonants
/// with one or two other vowels (Mohammed, Muhammad). A final "a" on one side only sets a woman's
/// name apart (Putin, Putina).
bool sound_alike(std::string_view a, std::string_view b);

/// The same for two folded words, which may be of different scripts.
bool spelled_alike(std::string_view a, std::string_view b);

} // namespace entente::identity
