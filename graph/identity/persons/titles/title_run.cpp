// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/titles/title_run.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "graph/identity/persons/titles/titles.hpp"

namespace entente::identity {
namespace {

/// Where in the text the words end that stand before word `i`.
std::size_t text_end(const NamePhrase& phrase, std::size_t i) {
    return i < phrase.words.size() ? phrase.words[i].begin : phrase.text.size();
}

class RunReader {
  public:
    RunReader(const NamePhrase& phrase, bool after_title, bool after_nation)
        : phrase_(phrase), after_title_(after_title), after_nation_(after_nation) {
        words_.reserve(phrase.words.size());
        for (const NameWord& word : phrase.words)
            words_.push_back(word.text);
    }

    std::optional<TitleRun> read(std::size_t from) {
        TitleRun run;
        if (!read_head(from, run)) return std::nullopt;
        while (read_elect(run) || read_object(run)) {
        }
        if (word(run.end) == "and") {
            RunReader other(phrase_, true, false);
            if (const auto more = other.read(run.end + 1)) {
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

    void append(TitleRun& run, std::size_t from, std::size_t to) const {
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
        if (match.is(TitleClass::noble)) return following == "of" || after_nation_;
        if (!match.is(TitleClass::abbreviation)) return false;
        static constexpr std::array<std::string_view, 3> common{"gen", "sen", "rep"};
        const bool usual = std::find(common.begin(), common.end(), words_[at]) != common.end();
        return dotted || (usual && !after_title_ && words_.size() > end + 1 &&
                          !phrase_.words[end].hyphened && !phrase_.words[end].lower);
    }

    /// Everything up to the last word that is an office or style.
    bool read_head(std::size_t from, TitleRun& run) {
        std::size_t at = from;
        while (at < words_.size()) {
            const TitleMatch match = title_at(at);
            if (match.words == 0) {
                const bool joins =
                    words_[at] == "and" && at > from && title_at(at + 1).is(TitleClass::portfolio);
                if (!joins) break;
                ++at;
                continue;
            }
            const bool style = is_style(at, match);
            const bool office = match.is(TitleClass::office);
            const bool inner = match.is(TitleClass::modifier) || match.is(TitleClass::portfolio);
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

    bool read_elect(TitleRun& run) {
        const TitleMatch match = title_at(run.end);
        if (!match.is(TitleClass::elect)) return false;
        run.elect = true;
        run.end += match.words;
        return true;
    }

    /// "of Defense", "of the Joint Chiefs of Staff", "to the United States".
    bool read_object(TitleRun& run) {
        if (!is_title_connector(word(run.end))) return false;
        std::size_t at = run.end + 1;
        static constexpr std::array<std::string_view, 5> articles{"the", "la", "l", "el", "los"};
        if (std::find(articles.begin(), articles.end(), word(at)) != articles.end()) ++at;
        if (const KnownName known = find_known_name(phrase_, at, words_.size()); known.entity) {
            const bool own = known.nation && run.nation == nullptr && word(run.end) != "to" &&
                             word(run.end) != "for" && word(run.end) != "on";
            if (own)
                run.nation = known.entity;
            else
                append(run, run.end, known.end);
            run.end = known.end;
            return true;
        }
        const std::size_t end = end_of_portfolio(at);
        if (end == at) return false;
        append(run, run.end, end);
        run.end = end;
        return true;
    }

    /// `and`, before a portfolio.
    bool leads_to_portfolio(std::size_t at) const {
        return word(at) == "and" && title_at(at + 1).is(TitleClass::portfolio);
    }

    std::size_t end_of_portfolio(std::size_t at) const {
        std::size_t end = at;
        while (at < words_.size()) {
            const TitleMatch match = title_at(at);
            if (match.is(TitleClass::portfolio)) {
                at += match.words;
                end = at;
            } else if (end == at && (word(at) == "the" || leads_to_portfolio(at))) {
                ++at;
            } else {
                break;
            }
        }
        return end;
    }

    const NamePhrase& phrase_;
    std::vector<std::string_view> words_;
    bool after_title_, after_nation_;
};

} // namespace

std::string_view without_trailing_space(std::string_view text) {
    const auto last = text.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? "" : text.substr(0, last + 1);
}

KnownName find_known_name(const NamePhrase& phrase, std::size_t from, std::size_t to) {
    constexpr std::size_t most_words = 7;
    for (std::size_t i = std::min(to, from + most_words); i > from; --i) {
        const std::size_t begin = phrase.words[from].begin;
        if (text_end(phrase, i) <= begin) continue; // inside one token: "U.S."
        const auto text = without_trailing_space(
            std::string_view(phrase.text).substr(begin, text_end(phrase, i) - begin));
        const NameMatches matches = find_name(text);
        const KnownEntity* entity = matches.only();
        if (entity == nullptr || matches[0].rule == NameRule::demonym) continue;
        const bool nation = entity->kind == "nation" && matches[0].rule != NameRule::metonym;
        return {entity, i, nation};
    }
    return {};
}

std::optional<TitleRun> read_title_run(const NamePhrase& phrase, std::size_t from, bool after_title,
                                       bool after_nation) {
    return RunReader(phrase, after_title, after_nation).read(from);
}

} // namespace entente::identity
