// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "graph/identity/persons/name_words.hpp"
#include "graph/identity/persons/names/name_lists.hpp"
#include "graph/identity/persons/names/name_spelling.hpp"
#include "graph/identity/persons/names/name_text.hpp"
#include "graph/identity/persons/person.hpp"
#include "graph/identity/persons/titles/titles.hpp"

namespace entente::identity {
namespace {

bool is_order_known(const PersonName& name) {
    return !name.family.empty();
}

/// Without initials between the first and the last word.
Words without_middle_initials(const Words& words) {
    Words out;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (i == 0 || i + 1 == words.size() || !is_initial(words[i])) out.push_back(words[i]);
    return out;
}

bool has_middle_initial(const Words& words) {
    return without_middle_initials(words).size() != words.size();
}

std::vector<std::size_t> boundaries(const Words& words) {
    std::vector<std::size_t> out;
    std::size_t at = 0;
    for (const std::string& word : words)
        out.push_back(at += word.size());
    return out;
}

/// Equal but for words that one of them joins: Kim Jong Un, Kim Jongun.
bool equal_when_joined(const Words& a, const Words& b) {
    if (joined(a) != joined(b)) return false;
    const auto ends_a = boundaries(a);
    const auto ends_b = boundaries(b);
    return std::includes(ends_a.begin(), ends_a.end(), ends_b.begin(), ends_b.end()) ||
           std::includes(ends_b.begin(), ends_b.end(), ends_a.begin(), ends_a.end());
}

bool fits_initial(std::string_view a, std::string_view b) {
    if (!is_initial(a) && !is_initial(b)) return false;
    const auto& [shorter, longer] = a.size() <= b.size() ? std::pair{a, b} : std::pair{b, a};
    return longer.starts_with(shorter);
}

bool fits_spelling(const std::string& a, const std::string& b) {
    return a == b || (!is_initial(a) && !is_initial(b) && spelled_alike(a, b));
}

bool fits_given(const std::string& a, const std::string& b) {
    return fits_spelling(a, b) || fits_initial(a, b) || are_nicknames(a, b);
}

WordSpan middle(const Words& words) {
    return words.size() < 3 ? WordSpan{} : WordSpan(words).subspan(1, words.size() - 2);
}

/// Whether all full words of `shorter` stand in `longer`, in order.
bool is_selection(WordSpan shorter, WordSpan longer) {
    auto at = longer.begin();
    for (const std::string& word : shorter) {
        at = std::find_if(at, longer.end(), [&](const std::string& other) {
            return !is_initial(word) && fits_spelling(word, other);
        });
        if (at == longer.end()) return false;
        ++at;
    }
    return true;
}

/// Middle names agree position by position as far as both go (H. W., Herbert Walker), or one side
/// leaves full names out. W. does not agree with H. W.
bool middles_agree(const Words& a, const Words& b) {
    const WordSpan first = middle(a);
    const WordSpan second = middle(b);
    const WordSpan shorter = first.size() <= second.size() ? first : second;
    const WordSpan longer = first.size() <= second.size() ? second : first;
    return std::equal(shorter.begin(), shorter.end(), longer.begin(), fits_given) ||
           is_selection(shorter, longer);
}

constexpr std::string_view no_reason;

/// Why two names in the same order are equal beyond doubt; empty if they are not.
std::string_view sameness(const Words& a, const Words& b) {
    if (a == b) return "same words";
    if (equal_when_joined(a, b)) return "same but for a hyphen or space";
    if (!has_middle_initial(a) && !has_middle_initial(b)) return no_reason;
    if (!equal_when_joined(without_middle_initials(a), without_middle_initials(b)))
        return no_reason;
    if (without_initials(a).size() < 2 || is_initial(a.front())) return no_reason;
    return middles_agree(a, b) ? std::string_view("middle initial left out") : no_reason;
}

/// One of them is the beginning, or without a chain of fathers the end, of the other.
bool is_part(const Words& a, const Words& b) {
    const Words& shorter = a.size() <= b.size() ? a : b;
    const Words& longer = a.size() <= b.size() ? b : a;
    if (shorter.size() < 2 || shorter.size() == longer.size()) return false;
    if (std::equal(shorter.begin(), shorter.end(), longer.begin())) return true;
    const bool chain = std::any_of(longer.begin(), longer.end(), [](const std::string& word) {
        return word == "bin" || word == "ibn" || word == "bint";
    });
    return !chain && std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

bool is_ascii(const Words& words) {
    return std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return std::all_of(word.begin(), word.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    });
}

/// Of all words together, so that hyphens and spaces do not count. Other scripts join words that
/// Latin letters part; for them J sounds alike in front of and inside a word.
std::string sounds_of(const Words& words, bool across_scripts) {
    std::string out;
    for (const std::string& word : words) {
        std::string sound = sound_of(word);
        if (across_scripts && sound.starts_with('j')) sound.front() = 'i';
        out += sound;
    }
    return out;
}

/// Why two names in the same order may be equal; empty if nothing speaks for it.
std::string_view likeness(const Words& a, const Words& b) {
    if (a.size() < 2 || b.size() < 2) {
        return spelled_alike(joined(a), joined(b)) ? "similar spelling" : no_reason;
    }
    const bool anchored = fits_spelling(a.back(), b.back()) && fits_given(a.front(), b.front());
    if (anchored && middles_agree(a, b)) {
        if (a.front() == b.front() && a.back() == b.back()) return "middle name left out or short";
        if (fits_initial(a.front(), b.front())) return "initial for a given name";
        if (!fits_spelling(a.front(), b.front())) return "short form of a given name";
        return "similar spelling";
    }
    if (is_part(a, b)) return "one is a part of the other";
    const bool across_scripts = is_ascii(a) != is_ascii(b);
    const bool alike = sounds_of(a, across_scripts) == sounds_of(b, across_scripts);
    return alike ? std::string_view("similar spelling") : no_reason;
}

std::string sorted_key(const PersonName& name) {
    Words words = without_initials(name.words);
    std::sort(words.begin(), words.end());
    return joined(words, " ");
}

/// What keeps two names with the same words from being the same for certain.
std::string_view doubt(const PersonName& a, const PersonName& b, bool equal_words) {
    if (a.nation != nullptr && b.nation != nullptr && a.nation != b.nation) {
        return "same name, different nations";
    }
    if (a.suffix != b.suffix) {
        const std::string& suffix = a.suffix.empty() ? b.suffix : a.suffix;
        const bool regnal = is_regnal_title(a.title) || is_regnal_title(b.title);
        const bool all_given = std::all_of(a.words.begin(), a.words.end(), is_given_and_family);
        if (!is_late_generation(suffix) || regnal || all_given) {
            return "same name, but for a number or Jr";
        }
    }
    const bool told_apart = !equal_words || a.suffix != b.suffix;
    if (told_apart && is_shared_name(sorted_key(a))) {
        return "several officials have this name";
    }
    return no_reason;
}

/// Contradictions that no likeness outweighs.
std::string_view contradiction(const PersonName& a, const PersonName& b) {
    if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) {
        return "different number, Jr or Sr";
    }
    const Gender first = gender_of_title(a.title);
    const Gender second = gender_of_title(b.title);
    const bool genders = first != Gender::unknown && second != Gender::unknown && first != second;
    return genders ? std::string_view("a man's and a woman's title") : no_reason;
}

std::string first_initial(const PersonName& name) {
    const Words words = western_order(name);
    return !words.empty() && is_initial(words.front()) ? words.front() : "";
}

PersonComparison compare_bare(const PersonName& bare, const PersonName& other) {
    const std::string surname = bare_surname(bare);
    const std::string initial = first_initial(bare);
    const Words words = western_order(other);
    const bool has_initial = !initial.empty() && (!other.bare() || is_initial(words.front()));
    if (has_initial && !fits_initial(initial, words.front())) {
        return {PersonMatch::different, "different initial"};
    }
    const auto candidates =
        other.bare() ? std::vector{bare_surname(other)} : surname_candidates(other);
    for (const std::string& candidate : candidates)
        if (candidate == surname) return {PersonMatch::may_be_same, "only a surname"};
    for (const std::string& candidate : candidates)
        if (spelled_alike(candidate, surname))
            return {PersonMatch::may_be_same, "only a surname, of similar spelling"};
    if (equal_when_joined(bare.words, other.words)) {
        return {PersonMatch::may_be_same, "same but for a hyphen or space"};
    }
    return {PersonMatch::different, "different surname"};
}

/// The likeness with the family name of either at either end.
std::string_view likeness_in_any_order(const Words& a, const Words& b, bool fixed) {
    std::string_view reason = likeness(a, b);
    if (fixed) return reason;
    for (std::size_t i = 0; i < 2 && reason.empty(); ++i) {
        reason = likeness(a, turned(b, i == 0 ? 1 : b.size() - 1));
        if (reason.empty()) reason = likeness(turned(a, i == 0 ? 1 : a.size() - 1), b);
    }
    return reason;
}

/// Compares `a` with `b` in each order that the writing allows; the first fitting order wins.
PersonComparison compare_full(const PersonName& a, const PersonName& b) {
    const Words first = western_order(a);
    const Words second = western_order(b);
    const bool fixed = is_order_known(a) && is_order_known(b);
    constexpr std::size_t most_words = 12; // what is longer is no name, and not worth the time
    const std::size_t turns = fixed || second.size() > most_words ? 1 : second.size();
    const bool either_way = std::all_of(second.begin(), second.end(), [](const std::string& word) {
        return is_initial(word) || is_given_and_family(word);
    });
    for (std::size_t n = 0; n < turns; ++n) {
        const Words other = turned(second, n);
        const std::string_view reason = sameness(first, other);
        if (reason.empty()) continue;
        if (const auto why_not = doubt(a, b, first == other); !why_not.empty()) {
            return {PersonMatch::may_be_same, why_not};
        }
        if (n == 0) return {PersonMatch::same, reason};
        if (either_way) return {PersonMatch::may_be_same, "each word may be the family name"};
        return {PersonMatch::same,
                reason == "same words" ? "family name at the other end" : reason};
    }
    const std::string_view reason = likeness_in_any_order(first, second, fixed);
    if (!reason.empty()) return {PersonMatch::may_be_same, reason};
    return {PersonMatch::different, "different words"};
}

} // namespace

PersonComparison compare_persons(const PersonName& a, const PersonName& b) {
    if (a.words.empty() || b.words.empty()) {
        return {PersonMatch::may_be_same, "a title without a name"};
    }
    if (const auto why = contradiction(a, b); !why.empty()) return {PersonMatch::different, why};
    if (a.bare()) return compare_bare(a, b);
    if (b.bare()) return compare_bare(b, a);
    return compare_full(a, b);
}

PersonMatch compare(const PersonName& a, const PersonName& b) {
    return compare_persons(a, b).match;
}

} // namespace entente::identity
