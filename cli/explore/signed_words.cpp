// SPDX-License-Identifier: BSL-1.0
#include "cli/explore/signed_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace entente::cli {

explore::SignedNetwork network_of(const View& view, const QuestionOptions& options) {
    std::vector<KindId> kinds;
    for (const std::string& kind : options.view.kinds)
        kinds.push_back(view.vocabulary().find_kind(kind));
    // An alliance joins its members; it is no party of its own.
    std::erase(kinds, static_cast<KindId>(kind::alliance));
    return explore::signed_network(view, kinds);
}

std::string name_of(const View& view, const explore::SignedNetwork& network, std::uint32_t vertex) {
    return std::string(view.entity(network.entity_of[vertex]).name);
}

const explore::Tie* tie_between(const explore::SignedNetwork& network, std::uint32_t a,
                                std::uint32_t b) {
    const auto at = std::lower_bound(network.ties.begin(), network.ties.end(), std::pair(a, b),
                                     [](const explore::Tie& tie, const auto& wanted) {
                                         return std::pair(tie.a, tie.b) < wanted;
                                     });
    return at != network.ties.end() && at->a == a && at->b == b ? &*at : nullptr;
}

void add_network_facts(Answer& answer, const explore::SignedNetwork& network) {
    std::size_t friends = 0, enemies = 0, ambivalent = 0;
    for (const explore::Tie& tie : network.ties)
        ++(tie.sign > 0 ? friends : tie.sign < 0 ? enemies : ambivalent);
    answer.facts.push_back({"entities", "Who", network.entity_of.size()});
    answer.facts.push_back({"friendly_ties", "Friends", friends});
    answer.facts.push_back({"hostile_ties", "Enemies", enemies});
    answer.facts.push_back({"ambivalent_ties", "Both", ambivalent});
}

std::string grounds_of(const View& view, const explore::Tie& tie) {
    std::string out;
    std::set<std::string> told;
    for (const std::uint32_t index : tie.relations) {
        const Relation& relation = view.relations()[index];
        const Entity& object = view.entity(relation.object);
        const std::string ground =
            object.kind == kind::alliance
                ? fmt::format("both in {}", object.name)
                : std::string(view.vocabulary().relation(relation.type).label);
        if (told.insert(ground).second) out += (out.empty() ? "" : "; ") + ground;
    }
    return out;
}

} // namespace entente::cli
