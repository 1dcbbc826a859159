// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/fold.hpp"

#include <unicode/bytestream.h>
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

constexpr bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
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
    if (c < 0x80) return is_ascii_letter(c) || is_ascii_digit(c);
    if (c >= 0x1F1E6 && c <= 0x1F1FF) return true; // regional indicators: the letters of flag emoji
    if (is_apostrophe(c)) return false;            // some are letters to Unicode
    constexpr auto word = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & word) != 0;
}

/// True for a letter that stands alone, as the S in "U.S." does.
bool is_lone_letter(std::u32string_view text, std::size_t i) {
    return i < text.size() && is_letter(text[i]) && (i == 0 || !is_word(text[i - 1])) &&
           (i + 1 == text.size() || !is_word(text[i + 1]));
}

/// Calls `emit` with each character of the words and with U' ' between words.
template <class Emit>
void each_word_character(std::u32string_view text, Emit emit) {
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

/// The characters that are compared, whatever the text: by way of ICU.
std::u32string compared_by_icu(std::string_view utf8, Case letter_case) {
    UErrorCode status = U_ZERO_ERROR;
    const auto& [nfc, nfd, casefold] = normalizers();
    const auto length = static_cast<int32_t>(std::min<std::size_t>(utf8.size(), 1U << 28U));
    const auto text = icu::UnicodeString::fromUTF8({utf8.data(), length});
    if (letter_case == Case::keep) return code_points(nfc.normalize(text, status));
    return without_diacritics(code_points(nfd.normalize(casefold.normalize(text, status), status)));
}

/// Letters of which fold_name makes the same, whatever stands beside them, as long as no mark
/// does: Latin, Cyrillic, and those of East Asia that are folded to themselves. Not the Catalan L
/// with a dot in the middle, since that dot parts words, nor the n with an apostrophe.
constexpr bool folds_alone(char32_t c) {
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7 && c != 0x13F && c != 0x140 &&
            c != 0x149) ||
           (c >= 0x400 && c <= 0x45F);
}
constexpr bool is_ideograph(char32_t c) {
    return c >= 0x4E00 && c <= 0x9FFF;
}
constexpr bool folds_to_itself(char32_t c) {
    return is_ideograph(c) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3041 && c <= 0x3094) ||
           (c >= 0x30A1 && c <= 0x30F4);
}

/// Dashes and quotes, which are folded to themselves, too.
constexpr bool is_punctuation(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2018 || c == 0x2019;
}

/// What becomes of a letter that folds alone, asked of ICU once.
const std::u32string& folded_letter(char32_t c, std::string_view utf8) {
    static thread_local std::array<std::u32string, 0x460> known;
    std::u32string& folded = known[c];
    if (folded.empty()) folded = compared_by_icu(utf8, Case::fold);
    return folded;
}

struct Character {
    char32_t code;
    std::size_t size; ///< in bytes; 0 for what has more than three, and at a broken end
};

Character character_at(std::string_view utf8, std::size_t i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(utf8[i + at]); };
    if (byte(0) < 0x80) return {byte(0), 1};
    const std::size_t size = byte(0) < 0xE0 ? 2 : 3;
    if (byte(0) >= 0xF0 || i + size > utf8.size()) return {0, 0};
    if (size == 2) return {(byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU), size};
    return {(byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), size};
}

constexpr char32_t lower_ascii(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
}

/// Of each ASCII character what it is folded to if it belongs to a word, and 0 if not.
constexpr std::array<char, 0x80> folded_ascii = [] {
    std::array<char, 0x80> folded{};
    for (char32_t c = 0; c < folded.size(); ++c)
        if (is_ascii_letter(c) || is_ascii_digit(c)) folded[c] = static_cast<char>(lower_ascii(c));
    return folded;
}();

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80)
        out += static_cast<char>(c);
    else
        icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(out);
}

/// Folds what most names are made of: letters and digits with single spaces in between. False if
/// there is more to it.
bool fold_plain(std::string_view utf8, std::string& out) {
    bool after_word = false;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto [c, size] = character_at(utf8, i);
        if (size == 0) return false;
        const bool space = c == U' ' && after_word && i + 1 < utf8.size();
        if (c < 0x80) {
            const char folded = space ? ' ' : folded_ascii[c];
            if (folded == 0) return false;
            out += folded;
        } else if (folds_to_itself(c)) {
            out += utf8.substr(i, size);
        } else if (folds_alone(c)) {
            for (const char32_t letter : folded_letter(c, utf8.substr(i, size)))
                append_utf8(out, letter);
        } else {
            return false;
        }
        after_word = !space;
        i += size;
    }
    return true;
}

/// The characters that are compared, if each can be folded by itself. Not kana and Hangul: what
/// ICU takes them apart into decides what stands alone.
bool compared_one_by_one(std::string_view utf8, Case letter_case, std::u32string& points) {
    const bool fold = letter_case == Case::fold;
    points.clear();
    for (std::size_t i = 0; i < utf8.size();) {
        const auto [c, size] = character_at(utf8, i);
        if (size == 0) return false;
        if (c < 0x80)
            points += fold ? lower_ascii(c) : c;
        else if (!fold)
            return false;
        else if (is_ideograph(c) || is_punctuation(c))
            points += c;
        else if (folds_alone(c))
            points += folded_letter(c, utf8.substr(i, size));
        else
            return false;
        i += size;
    }
    return true;
}

std::string words_of(std::u32string_view points) {
    std::string out;
    out.reserve(points.size());
    each_word_character(points, [&](char32_t c) { append_utf8(out, c); });
    return out;
}

std::string composed(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    normalizers().nfc.normalizeUTF8(0, {utf8.data(), static_cast<int32_t>(utf8.size())}, sink,
                                    nullptr, status);
    return out;
}

std::string squeeze(std::string_view utf8, Case letter_case) {
    static thread_local std::u32string points;
    std::string out;
    out.reserve(utf8.size());
    if (letter_case == Case::keep || !fold_plain(utf8, out)) {
        if (compared_one_by_one(utf8, letter_case, points))
            out = words_of(points);
        else
            out = composed(words_of(compared_by_icu(utf8, letter_case)));
    }
    drop_article(out);
    return out;
}

} // namespace

std::string fold_name(std::string_view utf8) {
    return squeeze(utf8, Case::fold);
}

std::string squeeze_name(std::string_view utf8) {
    return squeeze(utf8, Case::keep);
}

} // namespace entente::identity
