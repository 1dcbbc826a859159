// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace entente::identity {
namespace {

enum class Case { fold, keep };

constexpr bool is_ascii_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_letter(char32_t c) {
    return c < 0x80 ? is_ascii_letter(c) : u_isalpha(static_cast<UChar32>(c)) != 0;
}

/// All that is written for an apostrophe or, in Polynesian and Arabic names, for a glottal stop.
constexpr bool is_apostrophe(char32_t c) {
    constexpr std::array<char32_t, 13> all{U'\'',  U'`',   0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BE,
                                           0x02BF, 0x02C8, 0x2018, 0x2019, 0x201B, 0x2032};
    return std::find(all.begin(), all.end(), c) != all.end();
}

bool is_word(char32_t c) {
    if (c < 0x80) return is_ascii_letter(c) || (c >= U'0' && c <= U'9');
    if (c >= 0x1F1E6 && c <= 0x1F1FF) return true; // regional indicators: the letters of flag emoji
    if (is_apostrophe(c)) return false;            // some are letters to Unicode
    constexpr auto word = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & word) != 0;
}

/// True for a letter that stands alone, as the S in "U.S." does.
template <class Text>
bool is_lone_letter(const Text& text, std::size_t i) {
    return i < text.size() && is_letter(text[i]) && (i == 0 || !is_word(text[i - 1])) &&
           (i + 1 == text.size() || !is_word(text[i + 1]));
}

/// Calls `emit` with each character of the words and with U' ' between words.
template <class Text, class Emit>
void each_word_character(const Text& text, Emit emit) {
    bool gap = false;
    bool started = false;
    bool in_abbreviation = false;
    const auto put = [&](char32_t c) {
        if (gap && started) emit(U' ');
        gap = false;
        started = true;
        emit(c);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (is_word(c)) {
            put(c);
        } else if (c == U'.' && i > 0 && is_lone_letter(text, i - 1) &&
                   (is_lone_letter(text, i + 1) || in_abbreviation)) {
            in_abbreviation = true;
            gap = i + 1 < text.size() && is_letter(text[i + 1]) && !is_lone_letter(text, i + 1);
            continue;
        } else if (c == U'+') {
            gap = true;
            for (const char32_t letter : std::u32string_view{U"plus"})
                put(letter);
            gap = true;
        } else if (!is_apostrophe(c)) {
            gap = true;
        }
        if (!is_word(c)) in_abbreviation = false;
    }
}

bool begins_with_article(std::string_view name) {
    const auto is = [&](std::size_t i, char lower) { return (name[i] | 0x20) == lower; };
    return name.size() > 4 && name[3] == ' ' && is(0, 't') && is(1, 'h') && is(2, 'e');
}

void drop_article(std::string& name) {
    while (begins_with_article(name))
        name.erase(0, 4);
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct AsciiText {
    std::string_view bytes;
    std::size_t size() const { return bytes.size(); }
    char32_t operator[](std::size_t i) const { return static_cast<unsigned char>(bytes[i]); }
};

std::string squeeze_ascii(std::string_view text, Case letter_case) {
    std::string out;
    out.reserve(text.size());
    each_word_character(AsciiText{text}, [&](char32_t c) {
        const bool lower = letter_case == Case::fold && c >= U'A' && c <= U'Z';
        out += static_cast<char>(lower ? c + 0x20 : c);
    });
    drop_article(out);
    return out;
}

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

std::string squeeze_unicode(std::string_view utf8, Case letter_case) {
    UErrorCode status = U_ZERO_ERROR;
    const auto& nfc = *icu::Normalizer2::getNFCInstance(status);
    const auto& nfd = *icu::Normalizer2::getNFDInstance(status);
    const auto& folding = *icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto length = static_cast<int32_t>(std::min<std::size_t>(utf8.size(), 1U << 28U));
    const auto text = icu::UnicodeString::fromUTF8({utf8.data(), length});

    std::u32string points;
    if (letter_case == Case::fold) {
        points =
            without_diacritics(code_points(nfd.normalize(folding.normalize(text, status), status)));
    } else {
        points = code_points(nfc.normalize(text, status));
    }
    icu::UnicodeString words;
    each_word_character(points, [&](char32_t c) { words.append(static_cast<UChar32>(c)); });
    std::string out;
    nfc.normalize(words, status).toUTF8String(out);
    drop_article(out);
    return out;
}

/// Letters of which fold_name makes the same, whatever stands beside them, as long as no mark
/// does: Latin, Cyrillic, and those of East Asia that are folded to themselves. Not the Catalan L
/// with a dot in the middle, since that dot parts words.
constexpr bool folds_alone(char32_t c) {
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7 && c != 0x13F && c != 0x140) ||
           (c >= 0x400 && c <= 0x45F);
}
constexpr bool folds_to_itself(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0x3041 && c <= 0x3094) || (c >= 0x30A1 && c <= 0x30F4);
}

/// What becomes of a letter that folds alone, asked of ICU once.
std::string_view folded_letter(char32_t c, std::string_view utf8) {
    static thread_local std::array<std::string, 0x460> known;
    std::string& folded = known[c];
    if (folded.empty()) folded = squeeze_unicode(utf8, Case::fold);
    return folded;
}

/// Folds what most names are made of: letters and digits with single spaces in between. False if
/// there is more to it.
bool fold_plain(std::string_view utf8, std::string& out) {
    bool after_word = false;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(utf8[i + at]); };
        if (byte(0) < 0x80) {
            const char c = utf8[i];
            const bool space = c == ' ' && after_word && i + 1 < utf8.size();
            if (!space && !is_word(byte(0))) return false;
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
            after_word = !space;
            ++i;
            continue;
        }
        const std::size_t size = byte(0) < 0xE0 ? 2 : 3;
        if (byte(0) >= 0xF0 || i + size > utf8.size()) return false;
        const char32_t c =
            size == 2 ? (byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU)
                      : (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
        const std::string_view letter = utf8.substr(i, size);
        if (folds_to_itself(c))
            out += letter;
        else if (folds_alone(c))
            out += folded_letter(c, letter);
        else
            return false;
        after_word = true;
        i += size;
    }
    drop_article(out);
    return true;
}

std::string squeeze(std::string_view utf8, Case letter_case) {
    std::string plain;
    plain.reserve(utf8.size());
    if (letter_case == Case::fold && fold_plain(utf8, plain)) return plain;
    return is_ascii(utf8) ? squeeze_ascii(utf8, letter_case) : squeeze_unicode(utf8, letter_case);
}

} // namespace

std::string fold_name(std::string_view utf8) {
    return squeeze(utf8, Case::fold);
}

std::string squeeze_name(std::string_view utf8) {
    return squeeze(utf8, Case::keep);
}

} // namespace entente::identity
