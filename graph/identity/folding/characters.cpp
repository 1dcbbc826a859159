// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/folding/characters.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace entente::identity {

namespace {

std::u32string code_points(const icu::UnicodeString& text) {
    std::u32string out;
    out.reserve(static_cast<std::size_t>(text.length()));
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        out += static_cast<char32_t>(text.char32At(i));
    }
    return out;
}

/// Marks say nothing about who is meant in scripts that are read without them; in others, such as
/// Devanagari or Thai, they are vowels and stay.
bool marks_are_optional(char32_t base) {
    if (base < 0x80) return true;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(base), &status)) {
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_CYRILLIC:
        case USCRIPT_ARABIC:
        case USCRIPT_HEBREW:
            return true;
        default:
            return false;
    }
}

/// Letters with a stroke and the like, which Unicode does not decompose.
std::u32string_view plain_letter(const char32_t& c) {
    switch (c) {
        case U'ł':
            return U"l";
        case U'ø':
            return U"o";
        case U'đ':
        case U'ð':
            return U"d";
        case U'ħ':
            return U"h";
        case U'ı':
            return U"i";
        case U'æ':
            return U"ae";
        case U'œ':
            return U"oe";
        case U'þ':
            return U"th";
        default:
            return {&c, 1};
    }
}

/// `decomposed` (NFD) without the marks that are optional and with plain letters.
std::u32string without_diacritics(const std::u32string& decomposed) {
    std::u32string out;
    out.reserve(decomposed.size());
    char32_t base = U' ';
    for (const char32_t& c : decomposed) {
        if (c == 0x0640) continue; // Arabic tatweel only stretches a word
        const bool mark = (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
        if (!mark) base = is_word(c) ? c : U' ';
        if (mark && marks_are_optional(base)) continue;
        out += plain_letter(c);
    }
    return out;
}

struct Normalizers {
    const icu::Normalizer2& nfc;
    const icu::Normalizer2& nfd;
    const icu::Normalizer2& casefold;
};

const Normalizers& normalizers() {
    static const Normalizers all = [] {
        UErrorCode status = U_ZERO_ERROR;
        return Normalizers{*icu::Normalizer2::getNFCInstance(status),
                           *icu::Normalizer2::getNFDInstance(status),
                           *icu::Normalizer2::getNFKCCasefoldInstance(status)};
    }();
    return all;
}

} // namespace

bool is_letter(char32_t c) {
    return c < 0x80 ? is_ascii_letter(c) : u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_apostrophe(char32_t c) {
    constexpr std::array<char32_t, 13> all{U'\'',  U'`',   0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BE,
                                           0x02BF, 0x02C8, 0x2018, 0x2019, 0x201B, 0x2032};
    return std::find(all.begin(), all.end(), c) != all.end();
}

bool is_word(char32_t c) {
    if (c < 0x80) return is_ascii_letter(c) || is_ascii_digit(c);
    if (c >= 0x1F1E6 && c <= 0x1F1FF) return true; // regional indicators
    if (is_apostrophe(c)) return false;            // some are letters to Unicode
    constexpr auto word = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & word) != 0;
}

std::u32string compared(std::string_view utf8, Case letter_case) {
    UErrorCode status = U_ZERO_ERROR;
    const auto& [nfc, nfd, casefold] = normalizers();
    const auto length = static_cast<int32_t>(std::min<std::size_t>(utf8.size(), 1U << 28U));
    const auto text = icu::UnicodeString::fromUTF8({utf8.data(), length});
    if (letter_case == Case::keep) return code_points(nfc.normalize(text, status));
    return without_diacritics(code_points(nfd.normalize(casefold.normalize(text, status), status)));
}

std::string composed(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    normalizers().nfc.normalizeUTF8(0, {utf8.data(), static_cast<int32_t>(utf8.size())}, sink,
                                    nullptr, status);
    return out;
}

} // namespace entente::identity
