// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/explore/signed_words.hpp"
#include "cli/terminal/text.hpp"
#include "graph/explore/sides/balance.hpp"

namespace entente::cli {

namespace {

using explore::Blocs;
using explore::SignedNetwork;
using explore::Tie;

struct BlocsQuestion {
    QuestionOptions question;
    std::size_t blocs = 2;
};

/// How the members of one bloc stand, and how they stand to the others.
struct Member {
    std::size_t with = 0;    ///< ties that hold where they should: friends inside, enemies outside
    std::size_t against = 0; ///< friends outside, enemies inside
};

std::vector<Member> members_of(const SignedNetwork& network, const Blocs& blocs) {
    std::vector<Member> members(network.entity_of.size());
    for (const Tie& tie : network.ties) {
        if (tie.sign == 0) continue;
        const bool together = blocs.bloc_of[tie.a] == blocs.bloc_of[tie.b];
        for (const std::uint32_t v : {tie.a, tie.b})
            ++((tie.sign > 0) == together ? members[v].with : members[v].against);
    }
    return members;
}

Section bloc_section(const View& view, const SignedNetwork& network, const Blocs& blocs,
                     const std::vector<Member>& members, std::uint32_t bloc) {
    Section section;
    section.key = "blocs";
    section.table = {
        "members",
        {{"name", "Name"}, {"id", ""}, {"with", "Fitting ties"}, {"against", "Against the grain"}},
        {}};
    std::vector<std::uint32_t> inside;
    for (std::uint32_t v = 0; v < network.entity_of.size(); ++v)
        if (blocs.bloc_of[v] == bloc) inside.push_back(v);
    std::stable_sort(inside.begin(), inside.end(), [&](std::uint32_t a, std::uint32_t b) {
        return members[a].with > members[b].with;
    });
    for (const std::uint32_t v : inside)
        section.table.rows.push_back({name_of(view, network, v),
                                      view.entity(network.entity_of[v]).id, members[v].with,
                                      members[v].against});
    section.heading =
        fmt::format("Bloc {}: {}", bloc + 1, counted(inside.size(), "member", "members"));
    section.facts = {{"bloc", "", std::size_t{bloc} + 1}};
    return section;
}

/// The ties that the division cannot explain: who sits between the blocs.
Section between(const View& view, const SignedNetwork& network, const Blocs& blocs) {
    Section section;
    section.heading = blocs.frustrated.empty() ? "" : "Against the grain";
    section.table = {
        "against", {{"a", "Who"}, {"b", "With whom"}, {"tie", "Tie"}, {"grounds", "Because"}}, {}};
    for (const std::uint32_t index : blocs.frustrated) {
        const Tie& tie = network.ties[index];
        section.table.rows.push_back({name_of(view, network, tie.a), name_of(view, network, tie.b),
                                      tie.sign > 0 ? "friends across blocs" : "enemies in one bloc",
                                      grounds_of(view, tie)});
    }
    return section;
}

Answer answer(const View& view, const BlocsQuestion& options) {
    const SignedNetwork network = network_of(view, options.question);
    const Blocs blocs = explore::find_blocs(network, options.blocs);
    Answer answer;
    answer.heading = "Who stands with whom";
    answer.lists = {"blocs"};
    add_network_facts(answer, network);
    answer.facts.push_back({"frustration", "Frustration", blocs.frustrated.size()});
    answer.facts.push_back({"exact", "", blocs.exact ? "true" : "false"});
    const std::vector<Member> members = members_of(network, blocs);
    for (std::uint32_t bloc = 0; bloc < blocs.count; ++bloc)
        answer.sections.push_back(bloc_section(view, network, blocs, members, bloc));
    answer.sections.push_back(between(view, network, blocs));
    if (network.ties.empty())
        answer.note = "Nobody here is friend or enemy of anybody.";
    else if (!blocs.exact)
        answer.note = "This is the best division found; there may be a better.";
    return answer;
}

std::function<int()> declare_blocs(Arguments& arguments) {
    const auto options = std::make_shared<BlocsQuestion>();
    arguments.option("--blocs", options->blocs, "Into how many blocs to divide at most (2)")
        .value("N")
        .check(number_between(1, 20))
        .group("Question");
    add_question_options(arguments, options->question);
    return [options] {
        return ask(options->question, [&](const View& view) { return answer(view, *options); });
    };
}

} // namespace

const Command blocs_command{
    "blocs", "Divides friends and enemies into blocs, and tells who sits between them",
    "-i INPUT...",
    "  entente blocs --at 1914-07 -i alliances.jsonl\n"
    "  entente blocs --blocs 3 --at 1962 -i alliances.jsonl\n",
    declare_blocs};

} // namespace entente::cli
