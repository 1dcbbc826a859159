// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/sides/balance.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/explore/signed_words.hpp"
#include "cli/terminal/text.hpp"

namespace entente::cli {

namespace {

using explore::SignedNetwork;
using explore::Triad;

struct BalanceQuestion {
    QuestionOptions question;
    std::size_t limit = 20;
};

std::string ties_of(const View& view, const SignedNetwork& network, const Triad& triad) {
    std::string friends, enemies;
    for (const auto& [i, k] : {std::pair(0U, 1U), std::pair(0U, 2U), std::pair(1U, 2U)}) {
        const explore::Tie* tie = tie_between(network, triad.vertices[i], triad.vertices[k]);
        std::string& list = tie->sign > 0 ? friends : enemies;
        list += fmt::format("{}{} – {}", list.empty() ? "" : ", ", name_of(view, network, tie->a),
                            name_of(view, network, tie->b));
    }
    if (friends.empty()) return "all enemies";
    return fmt::format("friends: {}; enemies: {}", friends, enemies);
}

Section triads(const View& view, const SignedNetwork& network, const explore::TriadCensus& census) {
    Section section;
    section.heading = census.unbalanced.empty() ? "" : "Unbalanced";
    section.table = {
        "unbalanced", {{"a", "Three"}, {"b", " "}, {"c", "  "}, {"ties", "Who with whom"}}, {}};
    for (const Triad& triad : census.unbalanced)
        section.table.rows.push_back(
            {name_of(view, network, triad.vertices[0]), name_of(view, network, triad.vertices[1]),
             name_of(view, network, triad.vertices[2]), ties_of(view, network, triad)});
    const std::size_t all = census.total() - census.balanced();
    if (all > census.unbalanced.size())
        section.note = fmt::format("... and {} more; --limit N shows more",
                                   grouped(all - census.unbalanced.size()));
    return section;
}

Answer answer(const View& view, const BalanceQuestion& options) {
    const SignedNetwork network = network_of(view, options.question);
    const explore::TriadCensus census = explore::count_triads(network, options.limit);
    const explore::Blocs blocs = explore::find_blocs(network);
    Answer answer;
    answer.heading = "Structural balance";
    add_network_facts(answer, network);
    const std::size_t total = census.total();
    answer.facts.push_back({"triads", "Triads", total});
    answer.facts.push_back({"balanced", "Balanced", census.balanced()});
    if (total > 0)
        answer.facts.push_back(
            {"balance", "Share",
             Cell::decimal(static_cast<double>(census.balanced()) / static_cast<double>(total),
                           3)});
    answer.facts.push_back({"all_friends", "+ + +", census.by_enemies[0]});
    answer.facts.push_back({"one_enmity", "+ + -", census.by_enemies[1]});
    answer.facts.push_back({"common_enemy", "+ - -", census.by_enemies[2]});
    answer.facts.push_back({"all_enemies", "- - -", census.by_enemies[3]});
    answer.facts.push_back({"frustration", "Frustration", blocs.frustrated.size()});
    answer.facts.push_back({"exact", "", blocs.exact ? "true" : "false"});
    answer.sections.push_back(triads(view, network, census));
    if (network.ties.empty())
        answer.note = "Nobody here is friend or enemy of anybody.";
    else if (!blocs.exact)
        answer.note = "The frustration is that of the best division found; there may be a better.";
    return answer;
}

std::function<int()> declare_balance(Arguments& arguments) {
    const auto options = std::make_shared<BalanceQuestion>();
    arguments.option("--limit", options->limit, "How many unbalanced triads to show (20)")
        .value("N")
        .check(number_between(0, 1'000'000'000))
        .group("Question");
    add_question_options(arguments, options->question);
    return [options] {
        return ask(options->question, [&](const View& view) { return answer(view, *options); });
    };
}

} // namespace

const Command balance_command{
    "balance", "Tells whether friends of friends are friends: triads and frustration",
    "-i INPUT...",
    "  entente balance --at 1914-07 -i alliances.jsonl\n"
    "  entente balance --kind nation,organization --json -i facts.jsonl\n",
    declare_balance};

} // namespace entente::cli
