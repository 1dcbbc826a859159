// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/network/paths.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/terminal/text.hpp"
#include "session/selection.hpp"

namespace entente::cli {

namespace {

using explore::Path;
using explore::PathOptions;
using explore::Step;

struct PathQuestion {
    QuestionOptions question;
    PathOptions path;
    std::string from, to, by = "hops", sign;
};

Section section_of(const View& view, const Path& path, std::size_t number) {
    std::string way;
    for (const EntityIndex entity : path.entities)
        way += (way.empty() ? "" : " – ") + std::string(view.entity(entity).name);
    Section section{"paths", fmt::format("{}. {}", number, way), {}, {}, {}};
    section.facts = {{"hops", "", path.hops()}, {"strength", "", Cell::decimal(path.strength, 6)}};
    section.table = {"steps",
                     {{"from", "From"},
                      {"from_id", ""},
                      {"says", "Relation"},
                      {"relation", ""},
                      {"to", "To"},
                      {"to_id", ""},
                      {"when", "When"},
                      {"status", "Status"},
                      {"sources", "Sources"},
                      {"claims", ""}},
                     {}};
    for (std::size_t i = 0; i < path.steps.size(); ++i)
        for (const Step& step : path.steps[i]) {
            const Relation& relation = view.relation(step.relation);
            const RelationType& type = view.vocabulary().relation(relation.type);
            const Entity& from = view.entity(path.entities[i]);
            const Entity& to = view.entity(step.other);
            section.table.rows.push_back({from.name, from.id, words_for(type, step.forward),
                                          type.name, to.name, to.id, time_of(view, relation),
                                          status_of(relation), std::size_t{relation.source_count},
                                          std::size_t{relation.claim_count}});
        }
    return section;
}

Answer answer(const View& view, const PathQuestion& options) {
    const EntityIndex from = session::entity_called(view.graph(), options.from, "");
    const EntityIndex to = session::entity_called(view.graph(), options.to, "");
    const std::vector<Path> paths = explore::find_paths(view, from, to, options.path);
    const std::string_view a = view.entity(from).name, b = view.entity(to).name;
    Answer answer;
    answer.lists = {"paths"};
    answer.facts = {{"from", "", view.entity(from).id}, {"to", "", view.entity(to).id}};
    for (const Path& path : paths)
        answer.sections.push_back(section_of(view, path, answer.sections.size() + 1));
    if (paths.empty())
        answer.note = fmt::format("Nothing connects {} and {} here.", a, b);
    else if (from == to)
        answer.note = fmt::format("{} and {} are one and the same: {}.", options.from, options.to,
                                  view.entity(from).name);
    return answer;
}

std::function<int()> declare_path(Arguments& arguments) {
    const auto options = std::make_shared<PathQuestion>();
    arguments.option("FROM", options->from, "Any name or id").required();
    arguments.option("TO", options->to, "Any name or id").required();
    arguments.option("--k", options->path.most, "How many ways to show (3)")
        .value("N")
        .check(number_between(1, 1000))
        .group("Question");
    arguments
        .option("--by", options->by, "What makes a way short: hops (the default) or confidence")
        .value("WHAT")
        .check(one_of({"hops", "confidence"}))
        .group("Question");
    add_sign_option(arguments, options->sign);
    add_question_options(arguments, options->question);
    return [options] {
        if (options->by == "confidence") options->path.by = PathOptions::By::evidence;
        options->path.sign = sign_of(options->sign);
        return ask(options->question, [&](const View& view) { return answer(view, *options); });
    };
}

} // namespace

const Command path_command{
    "path", "Finds how two entities are connected, the strongest evidence first",
    "FROM TO -i INPUT...",
    "  entente path Japan Russia -i facts.jsonl\n"
    "  entente path Japan Russia --k 5 --by confidence -i facts.jsonl\n"
    "  entente path Serbia UK --sign cooperation --at 1914-07 -i alliances.jsonl\n",
    declare_path};

} // namespace entente::cli
