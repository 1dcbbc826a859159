// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/names/name_text.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <array>

#include "graph/identity/folding/fold.hpp"

namespace entente::identity {
namespace {

struct CharacterInName {
    UChar32 code = 0;      ///< U+FFFD for a byte that is no UTF-8
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
};

CharacterInName next(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, at, at + 1};
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    auto i = static_cast<std::int64_t>(at);
    const auto size = static_cast<std::int64_t>(text.size());
    UChar32 code = 0;
    U8_NEXT(bytes, i, size, code);
    return {code < 0 ? 0xFFFD : code, at, static_cast<std::size_t>(i)};
}

template <std::size_t N>
bool one_of(UChar32 c, const std::array<UChar32, N>& all) {
    return std::find(all.begin(), all.end(), c) != all.end();
}

constexpr std::array<UChar32, 6> commas{',', 0x60C, 0x3001, 0xFF0C, 0xFF64, 0x55D};
constexpr std::array<UChar32, 5> hyphens{'-', 0x2010, 0x2011, 0x2012, 0xFF0D};
constexpr std::array<UChar32, 5> middle_dots{0xB7, 0x2022, 0x30FB, 0xFF65, 0x2027};
constexpr std::array<UChar32, 5> brackets{'(', '[', 0xFF08, 0x3010, 0xFF3B};
constexpr std::array<UChar32, 5> closing{')', ']', 0xFF09, 0x3011, 0xFF3D};
constexpr std::array<UChar32, 7> quotes{'"', 0x201C, 0x201D, 0xAB, 0xBB, 0x201E, 0x201F};

bool is_gap(UChar32 c) {
    return c < 0x80 ? c <= ' ' || c == '/' || c == '&' || c == ';' || c == '_'
                    : u_isUWhiteSpace(c) != 0 || u_iscntrl(c) != 0 || one_of(c, middle_dots) ||
                          c == 0x2013 || c == 0x2014;
}

/// Where what opens at `at` closes; 0 if it does not, or within nothing.
template <std::size_t N>
std::size_t end_of(std::string_view text, std::size_t at, const std::array<UChar32, N>& ends) {
    while (at < text.size()) {
        const CharacterInName c = next(text, at);
        if (one_of(c.code, ends)) return c.end;
        at = c.end;
    }
    return 0;
}

bool has_letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CharacterInName c = next(text, at);
        if (u_isalpha(c.code)) return true;
        at = c.end;
    }
    return false;
}

std::string without_remarks(std::string_view raw) {
    std::string out;
    for (std::size_t at = 0; at < raw.size();) {
        const CharacterInName c = next(raw, at);
        const bool quote = one_of(c.code, quotes);
        std::size_t end = 0;
        if (quote) {
            end = end_of(raw, c.end, quotes);
            const bool between = end != 0 && has_letters(out) && has_letters(raw.substr(end));
            if (!between) end = c.end; // the name itself is quoted
        } else if (one_of(c.code, brackets)) {
            end = end_of(raw, c.end, closing);
        }
        if (end != 0)
            out += ' ';
        else
            out.append(raw.substr(c.begin, c.end - c.begin));
        at = end != 0 ? end : c.end;
    }
    return out;
}

/// Reads one token (no gaps inside) into words.
class TokenReader {
  public:
    TokenReader(NamePhrase& phrase, std::size_t begin, std::size_t end)
        : phrase_(phrase), begin_(begin), end_(end) {}

    void read() {
        const bool possessive = drop_possessive();
        const std::size_t words_before = phrase_.words.size();
        bool hyphened = false;
        std::size_t from = begin_;
        for (std::size_t at = begin_; at < end_;) {
            const CharacterInName c = next(phrase_.text, at);
            const bool hyphen = one_of(c.code, hyphens);
            if (hyphen || c.code == '.') {
                piece(from, c.begin, hyphened, c.code == '.');
                hyphened = hyphen && phrase_.words.size() > words_before;
                from = c.end;
            }
            at = c.end;
        }
        piece(from, end_, hyphened, false);
        if (possessive && phrase_.words.size() > words_before) {
            phrase_.words.back().possessive = true;
        }
    }

  private:
    bool drop_possessive() {
        std::size_t at = end_;
        const std::string_view text = phrase_.text;
        const bool s = at > begin_ + 2 && (text[at - 1] == 's' || text[at - 1] == 'S');
        for (const std::string_view mark : {std::string_view("'"), std::string_view("\u2019")}) {
            const std::string_view token = text.substr(begin_, end_ - begin_ - (s ? 1 : 0));
            if (s && token.size() > mark.size() + 1 && token.ends_with(mark)) {
                end_ = begin_ + token.size() - mark.size();
                return true;
            }
        }
        return false;
    }

    void piece(std::size_t from, std::size_t to, bool hyphened, bool dotted) {
        if (from >= to) return;
        const std::string_view raw = std::string_view(phrase_.text).substr(from, to - from);
        const std::string folded = fold_name(raw);
        const bool several = folded.find(' ') != std::string::npos;
        const Capitals capitals = capitals_of(raw);
        for (std::size_t at = 0; at < folded.size();) {
            const std::size_t space = std::min(folded.find(' ', at), folded.size());
            NameWord word;
            word.text = folded.substr(at, space - at);
            word.begin = begin_;
            word.dotted = dotted;
            word.hyphened = hyphened && at == 0;
            word.capitals = capitals.all && !several;
            word.lower = capitals.first_is_small;
            phrase_.words.push_back(std::move(word));
            at = space + 1;
        }
    }

    struct Capitals {
        bool all = false;
        bool first_is_small = false;
    };
    static Capitals capitals_of(std::string_view raw) {
        std::size_t capitals = 0;
        bool others = false;
        Capitals out;
        for (std::size_t at = 0; at < raw.size();) {
            const CharacterInName c = next(raw, at);
            const bool upper = u_isupper(c.code) != 0;
            if (at == 0) out.first_is_small = u_islower(c.code) != 0;
            if (upper)
                ++capitals;
            else if (u_isalpha(c.code))
                others = true;
            at = c.end;
        }
        out.all = capitals >= 2 && !others;
        return out;
    }

    NamePhrase& phrase_;
    std::size_t begin_, end_;
};

void read_words(NamePhrase& phrase) {
    std::size_t from = 0;
    const std::size_t size = phrase.text.size();
    for (std::size_t at = 0; at < size;) {
        const CharacterInName c = next(phrase.text, at);
        if (is_gap(c.code)) {
            if (c.begin > from) TokenReader(phrase, from, c.begin).read();
            if (c.code == '&') {
                NameWord word;
                word.text = "and";
                word.begin = c.begin;
                phrase.words.push_back(std::move(word));
            }
            from = c.end;
        }
        at = c.end;
    }
    if (size > from) TokenReader(phrase, from, size).read();
}

} // namespace

std::vector<NamePhrase> read_phrases(std::string_view raw) {
    const std::string text = without_remarks(raw);
    std::vector<NamePhrase> out;
    std::size_t from = 0;
    const auto add = [&](std::size_t to) {
        NamePhrase phrase;
        phrase.text = text.substr(from, to - from);
        read_words(phrase);
        if (!phrase.words.empty()) out.push_back(std::move(phrase));
    };
    for (std::size_t at = 0; at < text.size();) {
        const CharacterInName c = next(text, at);
        if (one_of(c.code, commas)) {
            add(c.begin);
            from = c.end;
        }
        at = c.end;
    }
    add(text.size());
    return out;
}

std::size_t length_of(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::string_view first_characters(std::string_view utf8, std::size_t count) {
    std::size_t end = 0;
    for (; count > 0 && end < utf8.size(); --count)
        end = next(utf8, end).end;
    return utf8.substr(0, end);
}

bool is_initial(std::string_view word) {
    return !word.empty() && length_of(word) == 1 && script_of(word) == Script::alphabetic;
}

Script script_of(std::string_view word) {
    Script out = Script::alphabetic;
    for (std::size_t at = 0; at < word.size();) {
        const CharacterInName c = next(word, at);
        at = c.end;
        if (c.code < 0x1100) continue;
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(c.code, &status)) {
            case USCRIPT_HAN:
                return Script::han;
            case USCRIPT_HANGUL:
                out = Script::hangul;
                break;
            case USCRIPT_HIRAGANA:
            case USCRIPT_KATAKANA:
                if (out == Script::alphabetic) out = Script::kana;
                break;
            default:
                break;
        }
    }
    return out;
}

} // namespace entente::identity
