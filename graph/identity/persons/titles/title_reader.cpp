// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/titles/title_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "graph/identity/persons/titles/title_run.hpp"
#include "graph/identity/persons/titles/titles.hpp"

namespace entente::identity {
namespace {

std::optional<TitleRun> read_run(const NamePhrase& phrase, std::size_t from,
                                 const TitleReading& before) {
    if (from >= phrase.words.size() || !begins_title(phrase.words[from].text)) return std::nullopt;
    auto run = read_title_run(phrase, from, !before.title.empty(), before.nation != nullptr);
    // "Mr. King", "Minister Major": the last word is the name.
    const bool last = run && run->end == phrase.words.size();
    if (last && run->single_style && !before.title.empty()) return std::nullopt;
    return run;
}

bool title_follows(const NamePhrase& phrase, std::size_t at, const TitleReading& reading);

/// Words in front of a title that are none themselves; "new" and the like only there (New York).
std::size_t read_flag(const NamePhrase& phrase, std::size_t at, TitleReading& reading) {
    std::vector<std::string_view> words;
    for (std::size_t i = at; i < std::min(at + 3, phrase.words.size()); ++i)
        words.push_back(phrase.words[i].text);
    const TitleMatch match = find_title(words);
    if (at + match.words >= phrase.words.size()) return at;
    if (match.is(TitleClass::former))
        reading.former = true;
    else if (match.is(TitleClass::then))
        reading.then = true;
    else if (!match.is(TitleClass::filler) ||
             !(words[0] == "late" || title_follows(phrase, at + match.words, reading)))
        return at;
    return at + match.words;
}

bool title_follows(const NamePhrase& phrase, std::size_t at, const TitleReading& reading) {
    TitleReading probe = reading;
    for (std::size_t next = at; (next = read_flag(phrase, at, probe)) != at;)
        at = next;
    return read_run(phrase, at, probe).has_value();
}

struct LeadingNation {
    const KnownEntity* entity = nullptr;
    std::size_t end = 0;
    bool possessive = false;
};

LeadingNation leading_nation(const NamePhrase& phrase, std::size_t at) {
    std::string_view rest = std::string_view(phrase.text).substr(phrase.words[at].begin);
    const std::size_t before = rest.size();
    LeadingNation out;
    out.entity = take_leading_nation(rest);
    if (out.entity == nullptr) return out;
    const std::size_t begin = phrase.words[at].begin + (before - rest.size());
    out.end = at;
    while (out.end < phrase.words.size() && phrase.words[out.end].begin < begin)
        ++out.end;
    const auto taken = without_trailing_space(
        std::string_view(phrase.text).substr(phrase.words[at].begin, before - rest.size()));
    out.possessive = (out.end > at && phrase.words[out.end - 1].possessive) ||
                     taken.ends_with("'") || taken.ends_with("\u2019");
    return out;
}

/// A nation counts only if what follows shows that it is one and no given name.
std::size_t read_nation(const NamePhrase& phrase, std::size_t at, TitleReading& reading) {
    if (reading.nation != nullptr || at + 1 >= phrase.words.size()) return at;
    const LeadingNation nation = leading_nation(phrase, at);
    if (nation.entity == nullptr || nation.end >= phrase.words.size()) return at;
    TitleReading probe = reading;
    probe.nation = nation.entity;
    const bool meant = nation.possessive || title_follows(phrase, nation.end, probe) ||
                       read_organization_title(phrase, nation.end, probe) != nation.end;
    if (!meant) return at;
    reading.nation = nation.entity;
    return nation.end;
}

/// "Acting" of "Acting U.S. Secretary of Defense".
std::size_t read_parted_modifier(const NamePhrase& phrase, std::size_t at, TitleReading& reading) {
    const std::string_view word = phrase.words[at].text;
    if (at + 1 >= phrase.words.size() || !find_title({&word, 1}).is(TitleClass::modifier))
        return at;
    const std::size_t end = read_nation(phrase, at + 1, reading);
    if (end == at + 1) return at;
    reading.add_title(word);
    return end;
}

void take(const TitleRun& run, TitleReading& reading) {
    reading.add_title(run.text);
    if (reading.nation == nullptr) reading.nation = run.nation;
    reading.elect = reading.elect || run.elect;
    reading.office = reading.office || run.office;
}

bool is_article(std::string_view word) {
    return word == "the" || word == "his" || word == "her";
}

} // namespace

void TitleReading::add_title(std::string_view text) {
    if (!title.empty() && !text.empty()) title += ' ';
    title += text;
}

void TitleReading::add(const TitleReading& other) {
    add_title(other.title);
    if (nation == nullptr) nation = other.nation;
    former = former || other.former;
    then = then || other.then;
    elect = elect || other.elect;
    office = office || other.office;
}

std::size_t read_titles(const NamePhrase& phrase, std::size_t from, TitleReading& reading) {
    std::size_t at = from;
    bool any = false; // of this call
    while (at < phrase.words.size()) {
        const std::size_t start = at;
        if (const auto run = read_run(phrase, at, reading)) {
            take(*run, reading);
            at = run->end;
            any = true;
            continue;
        }
        if (!any) at = read_nation(phrase, at, reading); // first, for "New Zealand Prime Minister"
        if (at == start) at = read_flag(phrase, at, reading);
        if (at == start && !any) at = read_parted_modifier(phrase, at, reading);
        if (at == start && !any && is_article(phrase.words[at].text)) {
            TitleReading probe = reading;
            const std::size_t end = read_titles(phrase, at + 1, probe);
            if (end == at + 1) break;
            reading = probe;
            return end;
        }
        if (at == start) break;
    }
    return at;
}

std::size_t read_organization_title(const NamePhrase& phrase, std::size_t from,
                                    TitleReading& reading) {
    constexpr std::size_t most_words = 4;
    const bool behind_office = !reading.title.empty();
    const std::size_t size = phrase.words.size();
    for (std::size_t at = from + 1; at < size && at <= from + most_words; ++at) {
        if (phrase.words[at - 1].text == "and" || phrase.words[at - 1].text == "of") return from;
        const auto run = read_run(phrase, at, reading);
        const bool rank = behind_office && phrase.words[at].dotted; // "Gen."
        if (!run || !(run->office || rank)) continue;
        if (run->end >= size || is_title_connector(phrase.words[run->end].text)) return from;
        for (std::size_t i = from; i < at; ++i)
            reading.add_title(phrase.words[i].text);
        take(*run, reading);
        return read_titles(phrase, run->end, reading);
    }
    return from;
}

bool is_only_title(const NamePhrase& phrase, std::size_t from, TitleReading& reading) {
    TitleReading probe = reading;
    const std::string before = probe.title;
    const std::size_t end = read_titles(phrase, from, probe);
    if (probe.title == before) return false;
    const bool goes_on = end < phrase.words.size() && probe.office &&
                         (is_title_connector(phrase.words[end].text) ||
                          phrase.words[end].text == "in" || phrase.words[end].text == "at");
    if (end < phrase.words.size() && !goes_on) return false;
    for (std::size_t i = end; i < phrase.words.size(); ++i)
        probe.add_title(phrase.words[i].text);
    reading = probe;
    return true;
}

std::size_t drop_trailing_nation(const NamePhrase& phrase, std::size_t from, std::size_t to,
                                 TitleReading& reading) {
    for (std::size_t i = from + 1; i + 1 < to; ++i) {
        if (phrase.words[i].text != "of") continue;
        const std::size_t first = phrase.words[i + 1].text == "the" && i + 2 < to ? i + 2 : i + 1;
        const KnownName known = find_known_name(phrase, first, to);
        if (!known.nation || known.end != to) continue;
        if (reading.nation == nullptr) reading.nation = known.entity;
        return i;
    }
    return to;
}

} // namespace entente::identity
