// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/name_writing.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "graph/identity/persons/names/name_lists.hpp"
#include "graph/identity/persons/titles/titles.hpp"

namespace entente::identity {
namespace {

bool is_written_in_capitals(const NameWords& words) {
    return std::all_of(words.begin(), words.end(),
                       [](const NameWord& word) { return word.capitals || is_initial(word.text); });
}

bool is_cjk(const NameWord& word) {
    return script_of(word.text) != Script::alphabetic;
}

/// Takes the mark of a former office off, which stands between name and title: 安倍元首相, 문재인
/// 전 대통령. The name 中谷元 is written with a dot before a title (中谷元・防衛相), for this very
/// reason.
bool drop_former_mark(NameWords& words) {
    std::string& text = words.back().text;
    const std::size_t mark = former_mark_ending(text);
    if (mark == 0) return false;
    const bool alone = mark == text.size();
    if (alone && words.size() > 1) {
        words.pop_back();
        return true;
    }
    const std::size_t name = text.size() - mark;
    const bool korean = script_of(text.substr(name)) == Script::hangul; // may well end a given name
    if (alone || korean) return false;
    text.resize(name);
    return true;
}

/// One word of Chinese, Japanese or Korean characters: is it a family name only? A transliterated
/// foreign name is one as a rule, for it is written with a dot between its parts otherwise.
bool is_family_name_only(std::string_view word) {
    const std::size_t length = length_of(word);
    switch (script_of(word)) {
        case Script::han:
            return length <= 2;
        case Script::hangul:
            return length <= 2 || !looks_korean(word);
        case Script::kana:
        case Script::alphabetic:
            return true;
    }
    return true;
}

} // namespace

bool is_suffix_phrase(const NameWords& words, PersonName& name) {
    std::string suffix;
    if (words.size() == 2 && words[0].text == "ph" && words[1].text == "d") return true;
    for (const NameWord& word : words) {
        if (is_generation(word.text))
            suffix = word.text;
        else if (!is_postnominal(word.text))
            return false;
    }
    if (!suffix.empty()) name.suffix = suffix;
    return true;
}

void drop_suffix(NameWords& words, PersonName& name) {
    const auto is_name_end = [&] { return words.size() >= 2; };
    while (is_name_end() && words.back().capitals && is_postnominal(words.back().text) &&
           !is_written_in_capitals(words)) {
        words.pop_back();
    }
    for (std::size_t i = words.size(); is_name_end() && i-- > 1;) {
        const NameWord& word = words[i];
        const bool last = i + 1 == words.size();
        const bool number = is_roman_number(word.text);
        const bool letter = is_initial(word.text); // "V" is a number only behind a lone name
        const bool as_number = number && !word.hyphened && !word.lower && !word.dotted &&
                               (letter ? last && (words.size() == 2 || is_regnal_title(name.title))
                                       : word.capitals && !is_written_in_capitals(words));
        const bool as_generation = last && !number && is_generation(word.text) && !word.hyphened;
        if (!as_number && !as_generation) continue;
        name.suffix = word.text;
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        return;
    }
}

void drop_honorific(NameWords& words) {
    if (words.size() == 2 && words[1].hyphened && is_honorific(words[1].text)) words.pop_back();
}

bool drop_attached_titles(NameWords& words, PersonName& name) {
    while (!words.empty() && is_cjk(words.back())) {
        std::string& text = words.back().text;
        const std::size_t title = title_ending(text);
        if (title == 0) break;
        name.title.insert(0, text, text.size() - title);
        text.resize(text.size() - title);
        const bool attached = !text.empty();
        if (!attached) words.pop_back();
        if (words.empty()) return false;
        const std::string& last = words.back().text;
        const bool spaced_mark = !attached && former_mark_ending(last) == last.size();
        if ((attached || spaced_mark) && drop_former_mark(words)) name.former = true;
    }
    if (!words.empty() && is_cjk(words.front())) {
        std::string& text = words.front().text;
        const std::size_t title = title_beginning(text);
        name.title.insert(0, text, 0, title);
        text.erase(0, title);
        if (text.empty()) words.erase(words.begin());
    }
    return !words.empty();
}

bool is_partial(const NameWords& words) {
    std::size_t full = 0;
    std::size_t initials = 0;
    bool in_front = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        const bool joined = !last && words[i + 1].hyphened;
        const bool particle =
            !last && (is_particle(words[i].text) ||
                      (is_doubtful_particle(words[i].text) && (words[i].lower || joined)));
        if (is_initial(words[i].text))
            ++initials;
        else if (!words[i].hyphened && !(particle && in_front))
            ++full;
        if (!particle) in_front = false;
    }
    if (full > 1 || initials > 1) return false;
    return words.size() > 1 || is_family_name_only(words.front().text);
}

void find_family_in_capitals(const NameWords& words, PersonName& name) {
    const auto shouted = [](const NameWord& word) {
        const bool initials =
            word.text.size() == 2 && word.text.find_first_of("aeiouy") == std::string::npos;
        return word.capitals && !initials; // JD, PJ
    };
    const auto first = std::find_if(words.begin(), words.end(), shouted);
    if (first == words.end()) return;
    const auto end = std::find_if_not(first, words.end(), shouted);
    if (std::find_if(end, words.end(), shouted) != words.end()) return;
    auto begin = first;
    while (begin != words.begin() && is_particle(std::prev(begin)->text))
        --begin;
    const bool in_front = begin == words.begin();
    if (in_front == (end == words.end())) return; // all of it, or in the middle
    if (in_front &&
        std::all_of(end, words.end(), [](const NameWord& word) { return is_initial(word.text); }))
        return;
    for (auto word = begin; word != end; ++word) {
        if (!name.family.empty()) name.family += ' ';
        name.family += word->text;
    }
    name.family_first_hint = in_front;
}

void set_words(const NameWords& words, PersonName& name) {
    for (const NameWord& word : words)
        name.words.push_back(word.text);
}

void set_family_first(const NameWords& family, NameWords given, PersonName& name) {
    auto particles = given.end();
    while (particles != given.begin() && is_particle(std::prev(particles)->text) &&
           std::prev(particles)->lower) {
        --particles;
    }
    NameWords before(particles, given.end());
    given.erase(particles, given.end());
    before.insert(before.end(), family.begin(), family.end());
    set_words(before, name);
    for (const std::string& word : name.words) {
        if (!name.family.empty()) name.family += ' ';
        name.family += word;
    }
    set_words(given, name);
    name.family_first_hint = true;
}

} // namespace entente::identity
