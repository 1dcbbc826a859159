// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/patterns/match.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <set>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/terminal/text.hpp"
#include "cli/terminal/width.hpp"
#include "graph/text/did_you_mean.hpp"

namespace entente::cli {

namespace {

using explore::Match;
using explore::Matches;
using explore::Pattern;
using explore::PatternError;

struct MatchQuestion {
    QuestionOptions question;
    std::string pattern;
    explore::MatchOptions search;
    std::deque<std::string> keys; ///< of the answer's columns, which are made of the pattern
};

std::string suggestion(const PatternError& error, const GraphTables& graph) {
    std::vector<std::string> known;
    if (error.about == PatternError::About::relation) {
        for (const RelationType& type : graph.vocabulary->relations())
            known.emplace_back(type.name);
    } else if (error.about == PatternError::About::entity) {
        for (const Kind& kind : graph.vocabulary->kinds())
            known.emplace_back(kind.name);
        for (const Entity& entity : graph.entities)
            known.emplace_back(entity.name);
    }
    return did_you_mean(error.word, known);
}

/// The message, and under it the pattern with a mark where it goes wrong.
std::string complaint(const PatternError& error, const std::string& pattern,
                      const GraphTables& graph) {
    std::string line = pattern;
    for (char& c : line)
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    const std::string before = printable(std::string_view(line).substr(0, error.at));
    return fmt::format("the pattern: {}{}\n  {}\n  {}^", error.what(), suggestion(error, graph),
                       line, std::string(display_width(before), ' '));
}

/// The node's name as a key of the answer; no two columns have the same.
const std::string& add_key(std::deque<std::string>& keys, std::string key) {
    std::replace(key.begin(), key.end(), ' ', '_');
    const std::set<std::string_view> others = {"says", "relations", "sources"};
    while (others.contains(key) || std::find(keys.begin(), keys.end(), key) != keys.end())
        key += '_';
    return keys.emplace_back(std::move(key));
}

/// Whether the pattern leaves it open which relation joins them, so that it is worth telling.
bool leaves_open(const Pattern& pattern) {
    for (const Pattern::Edge& edge : pattern.edges)
        if (edge.type == Vocabulary::none) return true;
    return false;
}

/// `Japan supports Ukraine`, by edge.
std::vector<std::string> words_of(const View& view, const Pattern& pattern, const Match& match) {
    std::vector<std::string> words;
    for (std::size_t e = 0; e < pattern.edges.size(); ++e)
        for (const std::uint32_t r : match.relations[e]) {
            const Relation& relation = view.relations()[r];
            words.push_back(fmt::format("{} {} {}", view.entity(relation.subject).name,
                                        view.vocabulary().relation(relation.type).label,
                                        view.entity(relation.object).name));
        }
    return words;
}

std::vector<Cell> row_of(const View& view, const Pattern& pattern, const Match& match) {
    std::vector<Cell> row;
    for (const EntityIndex entity : match.entities) {
        row.emplace_back(view.entity(entity).name);
        row.emplace_back(view.entity(entity).id);
    }
    std::vector<std::string> ids;
    std::set<SourceIndex> sources;
    for (const std::vector<std::uint32_t>& relations : match.relations)
        for (const std::uint32_t r : relations) {
            const Relation& relation = view.relations()[r];
            ids.push_back(relation_id(view.entity(relation.subject).id,
                                      view.vocabulary().relation(relation.type).name,
                                      view.entity(relation.object).id));
            view.for_each_claim(relation, [&](const Claim& claim) {
                if (claim.source != no_index) sources.insert(claim.source);
            });
        }
    row.push_back(Cell::of(words_of(view, pattern, match)));
    row.push_back(Cell::of(std::move(ids)));
    row.emplace_back(sources.size());
    return row;
}

std::string note_of(const View& view, const Pattern& pattern, const Matches& matches,
                    std::size_t limit) {
    for (const Pattern::Node& node : pattern.nodes)
        if (node.entity != no_index && !view.contains(node.entity))
            return fmt::format("{} is not in this view; loosen --at, --kind or --relation.",
                               view.entity(node.entity).name);
    if (matches.found.empty()) return "Nothing here fits the pattern.";
    if (matches.more == 0) return {};
    return fmt::format("And {}{} more; --limit shows more than {}.",
                       matches.all_counted ? "" : "at least ", grouped(matches.more),
                       grouped(limit));
}

Answer answer(const View& view, MatchQuestion& options) {
    Pattern pattern;
    try {
        pattern = explore::parse_pattern(options.pattern, view.graph());
    } catch (const PatternError& error) {
        throw UsageError(complaint(error, options.pattern, view.graph()));
    }
    const Matches matches = explore::find_matches(view, pattern, options.search);
    Answer answer;
    answer.facts = {{"pattern", "", options.pattern},
                    {"matches", "", matches.found.size() + matches.more},
                    {"complete", "", matches.more == 0 ? "yes" : "no"}};
    Section& section = answer.sections.emplace_back();
    section.table.key = "answers";
    for (const Pattern::Node& node : pattern.nodes) {
        const std::string& key = add_key(options.keys, node.name);
        section.table.columns.push_back({key, node.name});
        section.table.columns.push_back({add_key(options.keys, key + "_id"), ""});
    }
    section.table.columns.push_back({"says", leaves_open(pattern) ? "How" : ""});
    section.table.columns.push_back({"relations", ""});
    section.table.columns.push_back({"sources", "Sources"});
    for (const Match& match : matches.found)
        section.table.rows.push_back(row_of(view, pattern, match));
    answer.note = note_of(view, pattern, matches, options.search.most);
    return answer;
}

std::function<int()> declare_match(Arguments& arguments) {
    const auto options = std::make_shared<MatchQuestion>();
    arguments
        .option("PATTERN", options->pattern,
                "Kinds, entities and relations between them, as in the examples")
        .required();
    arguments
        .flag("--together", options->search.together,
              "Only if all of it may hold on one day; otherwise it does not matter when")
        .group("Question");
    arguments.option("--limit", options->search.most, "How many answers to show (50)")
        .value("N")
        .check(number_between(1, 1'000'000))
        .group("Question");
    add_question_options(arguments, options->question);
    return [options] {
        return ask(options->question, [&](const View& view) { return answer(view, *options); });
    };
}

} // namespace

const Command match_command{
    "match", "Finds who fits a small pattern of kinds and relations", "PATTERN -i INPUT...",
    "  entente match 'nation -member_of-> alliance' -i facts.jsonl\n"
    "  entente match 'nation -member_of-> alliance <-member_of- nation,\n"
    "                 nation -opposes-> nation' -i facts.jsonl\n"
    "  entente match 'a:nation -opposes-> b:nation, b -ally_of- \"South Korea\"' -i facts.jsonl\n"
    "  entente match 'Japan -?- * -conflict-> nation' --at 2023 -i facts.jsonl\n"
    "\n"
    "A node is a kind, an entity (in \"...\" where its name has spaces) or * for anything.\n"
    "-RELATION-> and <-RELATION- go one way, -RELATION- either way; RELATION may also be\n"
    "cooperation, conflict, neutral, or ? for any. Symmetric relations go either way.\n"
    "Parts are separated by commas. NAME:KIND names a node; the same name is the same node.\n"
    "Without names, the first nation of every part is the same nation, the second nation the\n"
    "same second one. Different nodes are different entities; answers that differ only in the\n"
    "order of nodes that can be exchanged are given once. At most 8 nodes: for paths of any\n"
    "length, absent relations or sums, write the graph for a graph database (entente formats).\n",
    declare_match};

} // namespace entente::cli
