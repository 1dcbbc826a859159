// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace entente::identity {

/// What Unicode says of the characters of names. No text is too odd: bytes that are no UTF-8 count
/// as U+FFFD.

constexpr bool is_ascii_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
constexpr bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
constexpr char32_t lower_ascii(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
}

bool is_letter(char32_t c);
/// All that is written for an apostrophe or, in Polynesian and Arabic names, for a glottal stop.
bool is_apostrophe(char32_t c);
/// Letters, digits and marks, and the letters of flag emoji.
bool is_word(char32_t c);

enum class Case { fold, keep };

/// The characters of which two ways to write a name must have the same. Case::fold: NFKC case
/// folding, taken apart (NFD), without the marks that a script is read without, and with plain
/// letters for those with a stroke. Case::keep: NFC.
std::u32string compared(std::string_view utf8, Case letter_case);

/// NFC of a text.
std::string composed(std::string_view utf8);

} // namespace entente::identity
