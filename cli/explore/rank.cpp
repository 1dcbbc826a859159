// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/network/rank.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"

namespace entente::cli {

namespace {

using explore::Measure;

struct RankQuestion {
    QuestionOptions question;
    std::string by = "degree", sign;
    std::size_t limit = 20;
};

Measure measure_of(const std::string& name) {
    if (name == "pagerank") return Measure::pagerank;
    if (name == "betweenness") return Measure::betweenness;
    if (name == "closeness") return Measure::closeness;
    return Measure::degree;
}

Answer answer(const View& view, const RankQuestion& options) {
    const auto sign = sign_of(options.sign);
    const std::vector<explore::Ranked> ranked = explore::rank(view, measure_of(options.by), sign);
    Answer answer;
    answer.facts = {{"by", "", options.by}, {"sign", "", options.sign}};
    Section section;
    section.table = {
        "entities",
        {{"rank", "Rank"}, {"name", "Name"}, {"kind", "Kind"}, {"id", ""}, {"score", "Score"}},
        {}};
    for (const explore::Ranked& one : ranked) {
        if (section.table.rows.size() == options.limit) break;
        const Entity& entity = view.entity(one.entity);
        section.table.rows.push_back({section.table.rows.size() + 1, entity.name,
                                      view.vocabulary().kind(entity.kind).name, entity.id,
                                      Cell::decimal(one.score, 6)});
    }
    if (ranked.empty()) answer.note = "Nothing is in this view.";
    if (ranked.size() > section.table.rows.size())
        section.note = fmt::format("... and {} more; --limit N shows more",
                                   ranked.size() - section.table.rows.size());
    if (!sign && explore::mixes_signs(view))
        answer.note =
            "Friends and enemies count alike here; --sign cooperation counts friends only.";
    answer.sections.push_back(std::move(section));
    return answer;
}

std::function<int()> declare_rank(Arguments& arguments) {
    const auto options = std::make_shared<RankQuestion>();
    arguments
        .option("--by", options->by, "degree (the default), pagerank, betweenness or closeness")
        .value("MEASURE")
        .check(one_of({"degree", "pagerank", "betweenness", "closeness"}))
        .group("Question");
    add_sign_option(arguments, options->sign);
    arguments.option("--limit", options->limit, "How many to show (20)")
        .value("N")
        .check(number_between(1, 1'000'000'000))
        .group("Question");
    add_question_options(arguments, options->question);
    return [options] {
        return ask(options->question, [&](const View& view) { return answer(view, *options); });
    };
}

} // namespace

const Command rank_command{
    "rank", "Ranks entities by how central they are", "-i INPUT...",
    "  entente rank -i facts.jsonl\n"
    "  entente rank --by betweenness --sign cooperation -i facts.jsonl\n"
    "  entente rank --kind nation,alliance --by pagerank --at 1914-07 -i alliances.jsonl\n",
    declare_rank};

} // namespace entente::cli
