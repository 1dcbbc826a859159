// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/folding/fold.hpp"

#include <array>
#include <cstddef>

#include "graph/identity/folding/characters.hpp"
#include "graph/text/utf8.hpp"

namespace entente::identity {
namespace {

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
        const bool word = is_word(c);
        if (word) {
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
        if (!word) in_abbreviation = false;
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
    if (folded.empty()) folded = compared(utf8, Case::fold);
    return folded;
}

struct Character {
    char32_t code;
    std::size_t size; ///< in bytes; 0 for what has more than three, and for what is no UTF-8
};

Character character_at(std::string_view text, std::size_t i) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t end = i;
    UChar32 code = 0;
    U8_NEXT(bytes, end, text.size(), code);
    if (code < 0 || code > 0xFFFF) return {0, 0};
    return {static_cast<char32_t>(code), end - i};
}

/// Of each ASCII character what it is folded to if it belongs to a word, and 0 if not.
constexpr std::array<char, 0x80> folded_ascii = [] {
    std::array<char, 0x80> folded{};
    for (char32_t c = 0; c < folded.size(); ++c)
        if (is_ascii_letter(c) || is_ascii_digit(c)) folded[c] = static_cast<char>(lower_ascii(c));
    return folded;
}();

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
                utf8::append(out, letter);
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
bool compared_alone(std::string_view utf8, Case letter_case, std::u32string& points) {
    const bool fold = letter_case == Case::fold;
    points.clear();
    for (std::size_t i = 0; i < utf8.size();) {
        const auto [c, size] = character_at(utf8, i);
        if (size == 0 || (c >= 0x80 && !fold)) return false;
        if (c < 0x80)
            points += fold ? lower_ascii(c) : c;
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
    each_word_character(points, [&](char32_t c) { utf8::append(out, c); });
    return out;
}

std::string squeeze(std::string_view utf8, Case letter_case) {
    static thread_local std::u32string points;
    std::string out;
    out.reserve(utf8.size());
    if (letter_case == Case::keep || !fold_plain(utf8, out)) {
        if (compared_alone(utf8, letter_case, points))
            out = words_of(points);
        else
            out = composed(words_of(compared(utf8, letter_case)));
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
