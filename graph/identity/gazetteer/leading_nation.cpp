// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/folding/fold.hpp"
#include "graph/identity/gazetteer/gazetteer.hpp"
#include "graph/identity/gazetteer/leading_words.hpp"

#include <algorithm>
#include <array>

namespace entente::identity {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Takes a possessive ending off: "Russia's", "Russia’s", "the Philippines'".
bool drop_possessive(std::string_view& word) {
    constexpr std::array<std::string_view, 4> endings{"'s", "\u2019s", "'", "\u2019"};
    for (const auto ending : endings) {
        if (word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending) {
            word.remove_suffix(ending.size());
            return true;
        }
    }
    return false;
}

bool all_capitals(std::string_view name) {
    return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
           static_cast<unsigned char>(name[0]) < 0x80;
}

bool is_nation_word(NameRule rule) {
    return rule != NameRule::metonym && rule != NameRule::alliance_name;
}

/// Whether `match`, found as `name` in front of `rest`, is meant as a nation.
bool is_meant(const NameMatch& match, std::string_view name, std::string_view rest,
              bool possessive) {
    const auto words = fold_name(rest);
    const auto next = std::string_view{words}.substr(0, words.find(' '));
    if (match.careful) return leading_words.has(next, LeadingWord::national);
    if (possessive) return true;
    const bool one_word = name.find(' ') == std::string_view::npos;
    const bool office = leading_words.has(next, LeadingWord::office);
    const bool plain = rest[0] >= 'a' && rest[0] <= 'z';
    if (match.rule == NameRule::demonym) {
        return !leading_words.has(fold_name(name), LeadingWord::personal_demonym) || plain ||
               office;
    }
    // No given name is all capitals, of several words, or in a script like that of Chinese.
    const bool asian = static_cast<unsigned char>(name[0]) >= 0xE1;
    return !one_word || all_capitals(name) || asian || plain || office;
}

} // namespace

const KnownEntity* take_leading_nation(std::string_view& phrase) {
    constexpr std::size_t most_words = 10;
    std::array<std::size_t, most_words> ends{};
    std::size_t count = 0;
    for (std::size_t i = 1; i < phrase.size() && count < most_words; ++i) {
        if (is_space(phrase[i]) && !is_space(phrase[i - 1])) ends[count++] = i;
    }
    while (count-- > 0) {
        auto name = phrase.substr(0, ends[count]);
        auto rest = phrase.substr(ends[count]);
        while (!rest.empty() && is_space(rest[0]))
            rest.remove_prefix(1);
        if (rest.empty()) continue;
        auto matches = find_name(name);
        const bool possessive = matches.empty() && drop_possessive(name);
        if (possessive) matches = find_name(name);
        if (matches.empty()) continue;
        const auto* nation = matches.only();
        if (nation == nullptr || nation->kind != "nation" || !is_nation_word(matches[0].rule) ||
            !is_meant(matches[0], name, rest, possessive)) {
            return nullptr;
        }
        phrase = rest;
        return nation;
    }
    return nullptr;
}

} // namespace entente::identity
