// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/names/name_spelling.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <numeric>
#include <utility>
#include <vector>

#include "graph/identity/folding/fold.hpp"

namespace entente::identity {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// In Latin letters. The transliterator is made when the first name asks for it, for that takes
/// some milliseconds; it is not safe to share between threads.
std::string in_latin(std::string_view word) {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    static const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
            "Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    if (!transliterator) return std::string(word);
    auto text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
    transliterator->transliterate(text);
    std::string utf8;
    text.toUTF8String(utf8);
    std::string out = fold_name(utf8);
    std::erase(out, ' ');
    return out;
}

constexpr bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

struct Spelling {
    std::string_view written, sound;
};
/// The longest first; digraphs of English, German, French and Slavic transliterations.
constexpr std::array spellings{
    Spelling{"tsch", "c"}, Spelling{"shch", "s"}, Spelling{"dsch", "j"}, Spelling{"tch", "c"},
    Spelling{"sch", "s"},  Spelling{"dzh", "j"},  Spelling{"ch", "c"},   Spelling{"cz", "c"},
    Spelling{"sh", "s"},   Spelling{"zh", "s"},   Spelling{"kh", "h"},   Spelling{"gh", "k"},
    Spelling{"ph", "f"},   Spelling{"th", "t"},   Spelling{"dh", "d"},   Spelling{"ts", "s"},
    Spelling{"tz", "s"},   Spelling{"ck", "k"},   Spelling{"qu", "k"},   Spelling{"ks", "ks"},
    Spelling{"ou", "u"},   Spelling{"oo", "u"},   Spelling{"ee", "i"},   Spelling{"eo", "o"},
    Spelling{"eu", "u"},   Spelling{"x", "ks"},   Spelling{"q", "k"},    Spelling{"g", "k"},
    Spelling{"w", "v"},    Spelling{"z", "s"},    Spelling{"y", "i"},    Spelling{"ff", "v"}};

std::string respell(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const auto rest = word.substr(at);
        const auto* const found =
            std::find_if(spellings.begin(), spellings.end(),
                         [&](const Spelling& s) { return rest.starts_with(s.written); });
        if (found != spellings.end()) {
            out += found->sound;
            at += found->written.size();
            continue;
        }
        const char next = at + 1 < word.size() ? word[at + 1] : ' ';
        const bool soft = next == 'e' || next == 'i' || next == 'y';
        if (rest[0] == 'c')
            out += soft ? 's' : 'k';
        else if (rest[0] == 'j' && at > 0)
            out += 'i';
        else
            out += rest[0];
        ++at;
    }
    return out;
}

std::string consonants_of(std::string_view sound) {
    std::string out;
    for (const char c : sound)
        if (!is_vowel(c)) out += c;
    return out;
}

/// Levenshtein.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// Short names differ by any other vowel (Tim, Tom); only these are spellings of one (Suk, Sok).
bool differ_by_near_vowels(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const char low = std::min(a[i], b[i]);
        const char high = std::max(a[i], b[i]);
        const bool near = low == high || (low == 'o' && high == 'u') ||
                          (low == 'a' && high == 'e') || (low == 'e' && high == 'i');
        if (!near) return false;
    }
    return true;
}

} // namespace

std::string sound_of(std::string_view word) {
    const std::string respelled = respell(is_ascii(word) ? std::string(word) : in_latin(word));
    std::string out;
    for (const char c : respelled)
        if (out.empty() || out.back() != c) out += c;
    const std::size_t size = out.size();
    const bool silent = size > 2 && out.back() == 'h' && is_vowel(out[size - 2]); // Fatimah
    if (silent) out.pop_back();
    // Yeltsin, Eltsin; but Ian stays.
    if (out.starts_with("ie")) out.erase(0, 1);
    return out;
}

bool spelled_alike(std::string_view a, std::string_view b) {
    std::string first = sound_of(a);
    std::string second = sound_of(b);
    if (is_ascii(a) != is_ascii(b)) {
        // J of German or Estonian, Y of transliterated Russian: Jevgeni, Yevgeni, Evgeni.
        for (std::string* sound : {&first, &second}) {
            if (sound->starts_with('j')) sound->front() = 'i';
            if (sound->starts_with("ie")) sound->erase(0, 1);
        }
    }
    return sound_alike(first, second);
}

bool sound_alike(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return false;
    if (a == b) return true;
    if ((a.back() == 'a') != (b.back() == 'a')) return false;
    const std::string consonants = consonants_of(a);
    if (consonants.empty() || consonants != consonants_of(b)) return false;
    const std::size_t length = std::max(a.size(), b.size());
    constexpr std::size_t longest_name = 64;
    if (length > longest_name) return false; // the work grows with the square
    if (length <= 4) return length > 2 && differ_by_near_vowels(a, b);
    if (consonants.size() < 2) return false;
    return edits(a, b) <= (length >= 7 ? 2U : 1U);
}

} // namespace entente::identity
