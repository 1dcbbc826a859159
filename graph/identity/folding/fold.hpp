// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace entente::identity {

/// The key under which spellings of one name are equal: Unicode NFKC case folding (UAX #15, UAX
/// #44), then without the diacritics of Latin, Greek and Cyrillic and the vowel points of Arabic
/// and Hebrew, without apostrophes, without the dots of abbreviations ("U.S." is "us"), with "+" as
/// the word "plus", any other punctuation or space as one space, and without a leading "the ". The
/// result depends on nothing but the argument. Bytes that are no UTF-8 count as punctuation.
std::string fold_name(std::string_view utf8);

/// The same, but letter case and diacritics are kept (Unicode NFC): for names that are only
/// themselves when written exactly so, such as "US" (not the pronoun) or Vietnamese "Mỹ" (not
/// "my").
std::string squeeze_name(std::string_view utf8);

} // namespace entente::identity
