// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/fold.hpp"
#include "graph/identity/gazetteer_layout.hpp"
#include "graph/identity/gazetteer_sources.hpp"

#include <algorithm>
#include <array>

namespace entente::identity::generator {
namespace {

constexpr std::size_t short_name = 3;

bool all_of(std::string_view text, char first, char last) {
    return std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

/// Codes and short abbreviations ("US", "WHO"), and the short names of other languages, which
/// without their diacritics are the words of all the others (Vietnamese "Mỹ" and English "my").
bool is_exact(std::string_view squeezed, std::string_view folded, Rank rank) {
    if (squeezed.size() <= short_name && all_of(squeezed, 'A', 'Z')) return true;
    return rank != Rank::own && folded.size() <= short_name && all_of(folded, 'a', 'z');
}

std::string key_of(std::string_view name, Rank rank) {
    const auto squeezed = squeeze_name(name);
    auto folded = fold_name(name);
    return is_exact(squeezed, folded, rank) ? layout::exact_mark + squeezed : folded;
}

} // namespace

void add_name(Gazetteer& gazetteer, std::string_view name, Meaning meaning) {
    auto key = key_of(name, meaning.rank);
    if (key.empty() || key.size() > 255) return;
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
    const auto found = gazetteer.names.find(key_of(name, Rank::own));
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

Rank rank_of_language(std::string_view locale) {
    constexpr std::array<std::string_view, 12> major{"ar", "de", "es", "fr", "hi", "it",
                                                     "ja", "ko", "pt", "ru", "tr", "zh"};
    const auto language = locale.substr(0, locale.find_first_of("_-@."));
    if (language == "en") return Rank::english;
    return std::find(major.begin(), major.end(), language) != major.end() ? Rank::major
                                                                          : Rank::other;
}

} // namespace entente::identity::generator
