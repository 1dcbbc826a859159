// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/title_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "graph/identity/titles.hpp"

namespace entente::identity {
namespace {

/// An office or style with what belongs to it: "deputy minister of foreign affairs".
struct Run {
    std::size_t end = 0;
    std::string text;
    const KnownEntity* nation = nullptr; ///< "of Japan"
    bool elect = false;
    bool office = false;
    bool single_style = false; ///< one word that may as well be a family name: King, Major
};

class RunReader {
  public:
    RunReader(const NamePhrase& phrase, bool after_title, bool after_nation)
        : phrase_(phrase), after_title_(after_title), after_nation_(after_nation) {
        words_.reserve(phrase.words.size());
        for (const NameWord& word : phrase.words) words_.push_back(word.text);
    }

    std::optional<Run> read(std::size_t from) {
        Run run;
        if (!read_head(from, run)) return std::nullopt;
        while (read_elect(run) || read_object(run)) {
        }
        if (word(run.end) == "and") {
            RunReader other(phrase_, true, false);
            if (const auto more = other.read(run.end + 1); more && more->office) {
                append(run, run.end, run.end + 1);
                run.text += " " + more->text;
                run.end = more->end;
                run.elect = run.elect || more->elect;
                if (run.nation == nullptr) run.nation = more->nation;
                run.single_style = false;
            }
        }
        return run;
    }

  private:
    std::string_view word(std::size_t i) const { return i < words_.size() ? words_[i] : ""; }

    TitleMatch title_at(std::size_t i) const {
        if (i >= words_.size()) return {};
        return find_title(std::span(words_).subspan(i));
    }

    void append(Run& run, std::size_t from, std::size_t to) const {
        for (; from < to; ++from) {
            if (!run.text.empty()) run.text += ' ';
            run.text += words_[from];
        }
    }

    /// A style is none where what follows shows a given name: "Sultan bin Salman".
    bool is_style(std::size_t at, const TitleMatch& match) const {
        static constexpr std::array<std::string_view, 4> of_a_father{"bin", "ibn", "bint", "binti"};
        const std::size_t end = at + match.words;
        const std::string_view following = word(end);
        if (std::find(of_a_father.begin(), of_a_father.end(), following) != of_a_father.end()) {
            return false;
        }
        const bool dotted = phrase_.words[end - 1].dotted;
        if (match.is(TitleClass::style)) return true;
        if (match.is(TitleClass::noble)) return following == "of" || after_title_ || after_nation_;
        if (!match.is(TitleClass::abbreviation)) return false;
        static constexpr std::array<std::string_view, 3> common{"gen", "sen", "rep"};
        const bool usual = std::find(common.begin(), common.end(), words_[at]) != common.end();
        return dotted || (usual && !after_title_ && words_.size() > end + 1 &&
                          !phrase_.words[end].hyphened && !phrase_.words[end].lower);
    }

    /// Everything up to the last word that is an office or style.
    bool read_head(std::size_t from, Run& run) {
        std::size_t at = from;
        while (at < words_.size()) {
            const TitleMatch match = title_at(at);
            if (match.words == 0) {
                const bool joins = words_[at] == "and" && at > from &&
                                   title_at(at + 1).is(TitleClass::portfolio);
                if (!joins) break;
                ++at;
                continue;
            }
            const bool style = is_style(at, match);
            const bool office = match.is(TitleClass::office);
            const bool inner =
                match.is(TitleClass::modifier) || match.is(TitleClass::portfolio);
            if (!style && !office && !inner) break;
            at += match.words;
            if (style || office) {
                run.end = at;
                run.office = office;
                run.single_style = style && !office && at == from + 1;
                if (!inner || word(at) == "of") break;
            }
        }
        append(run, from, run.end);
        return run.end > from;
    }

    bool read_elect(Run& run) {
        const TitleMatch match = title_at(run.end);
        if (!match.is(TitleClass::elect)) return false;
        run.elect = true;
        run.end += match.words;
        return true;
    }

    /// "of Defense", "of the Joint Chiefs of Staff", "to the United States".
    bool read_object(Run& run) {
        if (!is_title_connector(word(run.end))) return false;
        std::size_t at = run.end + 1;
        static constexpr std::array<std::string_view, 5> articles{"the", "la", "l", "el", "los"};
        if (std::find(articles.begin(), articles.end(), word(at)) != articles.end()) ++at;
        std::size_t after_nation = at;
        if (const KnownEntity* nation = nation_at(phrase_, at, after_nation)) {
            const bool own = word(run.end) == "of" && run.nation == nullptr;
            if (own) run.nation = nation;
            else append(run, run.end, after_nation);
            run.end = after_nation;
            return true;
        }
        const std::size_t end = end_of_portfolio(at);
        if (end == at) return false;
        append(run, run.end, end);
        run.end = end;
        return true;
    }

    std::size_t end_of_portfolio(std::size_t at) const {
        std::size_t end = at;
        while (at < words_.size()) {
            const TitleMatch match = title_at(at);
            if (match.is(TitleClass::portfolio)) {
                at += match.words;
                end = at;
            } else if (end != at || !(word(at) == "and" || word(at) == "the")) {
                break;
            } else if (word(at) == "and" && !title_at(at + 1).is(TitleClass::portfolio)) {
                break;
            } else {
                ++at;
            }
        }
        return end;
    }

    static const KnownEntity* nation_at(const NamePhrase& phrase, std::size_t from,
                                        std::size_t& end);
    friend const KnownEntity* find_nation(const NamePhrase& phrase, std::size_t from,
                                          std::size_t to, std::size_t& end);

    const NamePhrase& phrase_;
    std::vector<std::string_view> words_;
    bool after_title_, after_nation_;
};

/// Where in the text the words end that stand before word `i`.
std::size_t text_end(const NamePhrase& phrase, std::size_t i) {
    return i < phrase.words.size() ? phrase.words[i].begin : phrase.text.size();
}

std::string_view trimmed(std::string_view text) {
    const auto last = text.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? "" : text.substr(0, last + 1);
}

/// The nation whose name (no demonym, no capital) the words from `from` on begin with, the longest
/// first; `end` is the word behind it.
const KnownEntity* find_nation(const NamePhrase& phrase, std::size_t from, std::size_t to,
                               std::size_t& end) {
    constexpr std::size_t most_words = 7;
    for (std::size_t i = std::min(to, from + most_words); i > from; --i) {
        const std::size_t begin = phrase.words[from].begin;
        if (text_end(phrase, i) <= begin) continue; // inside one token: "U.S."
        auto text = trimmed(
            std::string_view(phrase.text).substr(begin, text_end(phrase, i) - begin));
        const NameMatches matches = find_name(text);
        const KnownEntity* nation = matches.only();
        if (nation == nullptr || nation->kind != "nation") continue;
        const NameRule rule = matches[0].rule;
        if (rule == NameRule::demonym || rule == NameRule::metonym) continue;
        end = i;
        return nation;
    }
    return nullptr;
}

const KnownEntity* RunReader::nation_at(const NamePhrase& phrase, std::size_t from,
                                        std::size_t& end) {
    return find_nation(phrase, from, phrase.words.size(), end);
}

std::optional<Run> read_run(const NamePhrase& phrase, std::size_t from, const TitleReading& before) {
    if (from >= phrase.words.size() || !begins_title(phrase.words[from].text)) return std::nullopt;
    RunReader reader(phrase, !before.title.empty(), before.nation != nullptr);
    auto run = reader.read(from);
    // "Mr. King", "Minister Major": the last word is the name.
    const bool last = run && run->end == phrase.words.size();
    if (last && run->single_style && !before.title.empty()) return std::nullopt;
    return run;
}

/// Words in front of a title that are none themselves.
std::size_t read_flag(const NamePhrase& phrase, std::size_t at, TitleReading& reading) {
    std::vector<std::string_view> words;
    for (std::size_t i = at; i < std::min(at + 3, phrase.words.size()); ++i)
        words.push_back(phrase.words[i].text);
    const TitleMatch match = find_title(words);
    if (at + match.words >= phrase.words.size()) return at;
    if (match.is(TitleClass::former)) reading.former = true;
    else if (match.is(TitleClass::then)) reading.then = true;
    else if (!match.is(TitleClass::filler)) return at;
    return at + match.words;
}

bool title_follows(const NamePhrase& phrase, std::size_t at, const TitleReading& reading) {
    TitleReading probe = reading;
    for (std::size_t next = at; (next = read_flag(phrase, at, probe)) != at;) at = next;
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
    while (out.end < phrase.words.size() && phrase.words[out.end].begin < begin) ++out.end;
    const auto taken = trimmed(std::string_view(phrase.text)
                                   .substr(phrase.words[at].begin, before - rest.size()));
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

void take(const Run& run, TitleReading& reading) {
    reading.add_title(run.text);
    if (reading.nation == nullptr) reading.nation = run.nation;
    reading.elect = reading.elect || run.elect;
    reading.office = reading.office || run.office;
}

bool is_article(std::string_view word) { return word == "the" || word == "his" || word == "her"; }

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
        at = read_flag(phrase, at, reading);
        if (at == start && !any) at = read_nation(phrase, at, reading);
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
    const std::size_t size = phrase.words.size();
    for (std::size_t at = from + 1; at < size && at <= from + most_words; ++at) {
        if (phrase.words[at - 1].text == "and" || phrase.words[at - 1].text == "of") return from;
        const auto run = read_run(phrase, at, reading);
        if (!run || !run->office) continue;
        if (run->end >= size || is_title_connector(phrase.words[run->end].text)) return from;
        for (std::size_t i = from; i < at; ++i) reading.add_title(phrase.words[i].text);
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
    for (std::size_t i = end; i < phrase.words.size(); ++i) probe.add_title(phrase.words[i].text);
    reading = probe;
    return true;
}

std::size_t drop_trailing_nation(const NamePhrase& phrase, std::size_t from, std::size_t to,
                                 TitleReading& reading) {
    for (std::size_t i = from + 1; i + 1 < to; ++i) {
        if (phrase.words[i].text != "of") continue;
        const std::size_t first = phrase.words[i + 1].text == "the" && i + 2 < to ? i + 2 : i + 1;
        std::size_t end = 0;
        const KnownEntity* nation = find_nation(phrase, first, to, end);
        if (nation == nullptr || end != to) continue;
        if (reading.nation == nullptr) reading.nation = nation;
        return i;
    }
    return to;
}

} // namespace entente::identity
