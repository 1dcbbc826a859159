// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/folding/fold.hpp"
#include "graph/identity/gazetteer/layout.hpp"
#include "graph/identity/generator/sources.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente::identity::generator {
namespace {

constexpr std::size_t short_name = layout::longest_exact;
constexpr std::size_t longest_given_name = 6;

bool all_of(std::string_view text, char first, char last) {
    return std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

bool is_foreign(Rank rank) {
    return rank > Rank::english;
}

/// Codes and short abbreviations ("US", "WHO"), and the short names of other languages, which
/// without their diacritics are the words of all the others (Vietnamese "Mỹ" and English "my").
bool is_exact(std::string_view squeezed, std::string_view folded, Rank rank) {
    if (folded.size() > short_name) return false;
    if (all_of(squeezed, 'A', 'Z')) return true;
    return rank != Rank::own && all_of(folded, 'a', 'z');
}

/// "Sol" is Seoul, "End" India and "SAM" the United States in one language or another, and in all
/// the others they are something else.
bool is_too_short(std::string_view squeezed, Rank rank) {
    return is_foreign(rank) && squeezed.size() <= short_name &&
           std::all_of(squeezed.begin(), squeezed.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// In the lesser languages short names are, elsewhere, people: "Alan", "Syed", "Iryna".
bool may_be_given_name(std::string_view folded, Rank rank) {
    return rank >= Rank::other && folded.size() <= longest_given_name && all_of(folded, 'a', 'z');
}

} // namespace

void add_name(Gazetteer& gazetteer, std::string_view name, Meaning meaning) {
    const auto squeezed = squeeze_name(name);
    auto key = fold_name(name);
    if (key.empty() || key.size() > 255 || is_too_short(squeezed, meaning.rank)) return;
    meaning.careful = meaning.careful || may_be_given_name(key, meaning.rank);
    if (is_exact(squeezed, key, meaning.rank)) key = layout::exact_mark + squeezed;
    auto& meanings = gazetteer.names[std::move(key)];
    const auto same = std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& other) {
        return other.entity == meaning.entity && other.rank == meaning.rank;
    });
    if (same == meanings.end()) {
        meanings.push_back(meaning);
        return;
    }
    same->rule = std::min(same->rule, meaning.rule);
    same->careful = same->careful && meaning.careful;
    same->capital = same->capital && meaning.capital;
}

std::vector<Meaning> own_meanings(const Gazetteer& gazetteer, std::string_view name) {
    std::vector<Meaning> own;
    const auto squeezed = squeeze_name(name);
    auto key = fold_name(name);
    if (is_exact(squeezed, key, Rank::own)) key = layout::exact_mark + squeezed;
    const auto found = gazetteer.names.find(key);
    if (found == gazetteer.names.end()) return own;
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(own),
                 [](const Meaning& meaning) { return meaning.rank == Rank::own; });
    return own;
}

void add_translation(Gazetteer& gazetteer, std::string_view english, std::string_view translated,
                     Meaning meaning) {
    add_name(gazetteer, translated, meaning);
    for (const auto& own : own_meanings(gazetteer, english)) {
        meaning.entity = own.entity;
        add_name(gazetteer, translated, meaning);
    }
}

Rank rank_of_language(const Gazetteer& gazetteer, std::string_view locale) {
    const auto language = locale.substr(0, locale.find_first_of("_-@."));
    if (language == "en") return Rank::english;
    return gazetteer.major_languages.contains(language) ? Rank::major : Rank::other;
}

} // namespace entente::identity::generator
