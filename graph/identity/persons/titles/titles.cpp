// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/titles/titles.hpp"

#include <algorithm>

#include "graph/identity/persons/titles/title_tables.hpp"

namespace entente::identity {
namespace {

static_assert(static_cast<unsigned>(TitleClass::filler) < 16, "TitleMatch has 16 bits for them");

/// How many of `words` make up `phrase`; 0 if they do not begin with it.
std::size_t words_of(std::string_view phrase, std::span<const std::string_view> words) {
    for (std::size_t n = 0; n < words.size() && phrase.starts_with(words[n]);) {
        phrase.remove_prefix(words[n++].size());
        if (phrase.empty()) return n;
        if (phrase.front() != ' ') return 0;
        phrase.remove_prefix(1);
    }
    return 0;
}

/// The longest ending of `word` that is in the list, in bytes.
std::size_t longest_ending(std::string_view word, AttachedTitle list) {
    for (std::string_view ending = word; !ending.empty(); ending.remove_prefix(1))
        if (attached_titles.has(ending, list)) return ending.size();
    return 0;
}

} // namespace

TitleMatch find_title(std::span<const std::string_view> words) {
    TitleMatch best;
    if (words.empty()) return best;
    for (const ListedWord& phrase : beginning_with(title_phrases.rows, words[0]))
        if (const std::size_t n = words_of(phrase.text, words); n > best.words)
            best = {n, static_cast<std::uint16_t>(phrase.lists)};
    return best;
}

bool begins_title(std::string_view word) {
    return !beginning_with(title_phrases.rows, word).empty();
}

std::size_t title_ending(std::string_view word) {
    return longest_ending(word, AttachedTitle::ending);
}

std::size_t title_beginning(std::string_view word) {
    for (std::string_view beginning = word; !beginning.empty(); beginning.remove_suffix(1))
        if (attached_titles.has(beginning, AttachedTitle::beginning)) return beginning.size();
    return 0;
}

std::size_t former_mark_ending(std::string_view word) {
    return longest_ending(word, AttachedTitle::former_mark);
}

bool is_title_connector(std::string_view word) {
    return title_words.has(word, TitleWord::connector);
}

bool is_impersonal(std::string_view word) {
    return title_words.has(word, TitleWord::impersonal);
}

Gender gender_of_title(std::string_view title) {
    Gender out = Gender::unknown;
    while (!title.empty()) {
        const auto space = std::min(title.find(' '), title.size());
        const std::string_view word = title.substr(0, space);
        if (title_words.has(word, TitleWord::female)) return Gender::female;
        if (title_words.has(word, TitleWord::male)) out = Gender::male;
        title.remove_prefix(std::min(space + 1, title.size()));
    }
    return out;
}

bool is_regnal_title(std::string_view title) {
    return title_words.has(title.substr(title.rfind(' ') + 1), TitleWord::regnal);
}

} // namespace entente::identity
