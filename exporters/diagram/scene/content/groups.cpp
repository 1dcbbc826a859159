// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/content/groups.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace entente::diagram {

namespace {

/// Up to so many nations each has a box of its own, whatever it has in common with others.
constexpr std::size_t few_nations = 14;
/// From so many on, even two make a group.
constexpr std::size_t many_nations = 40;

/// How a node stands to the others: to whom, in what part, how surely.
using Stand = std::vector<std::tuple<std::size_t, Part, Certainty>>;

struct Stands {
    std::vector<Stand> by_tie;  ///< by node
    std::vector<bool> in_pairs; ///< by node: has direct relations
};

Stands stands_in(const Content& content) {
    Stands stands;
    stands.by_tie.resize(content.nodes.size());
    stands.in_pairs.assign(content.nodes.size(), false);
    for (const Tie& tie : content.ties.list()) {
        stands.by_tie[tie.from].emplace_back(tie.to, tie.part, tie.certainty);
        stands.by_tie[tie.to].emplace_back(tie.from, tie.part, tie.certainty);
    }
    for (Stand& stand : stands.by_tie)
        std::sort(stand.begin(), stand.end());
    for (const Pair& pair : content.pairs)
        stands.in_pairs[pair.from] = stands.in_pairs[pair.to] = true;
    return stands;
}

/// What becomes of each node: its own number, that of the node it joins, or none if it goes.
using Fates = std::vector<std::size_t>;

struct Twins {
    Fates fates;
    std::map<Stand, std::vector<std::size_t>> by_stand; ///< nations that may share a node
    std::size_t nations = 0;                            ///< that do not go for being cut off
};

Twins find_twins(const Content& content, const Roles& roles, bool reduced) {
    const Stands stands = stands_in(content);
    const bool tied = !content.ties.list().empty() || !content.pairs.empty();
    Twins twins;
    twins.fates.resize(content.nodes.size());
    std::iota(twins.fates.begin(), twins.fates.end(), std::size_t{0});
    for (std::size_t n = 0; n < content.nodes.size(); ++n) {
        const Node& node = content.nodes[n];
        const Stand& stand = stands.by_tie[n];
        const bool plain = !stands.in_pairs[n] && node.lines.empty();
        if (reduced && stand.empty() && plain) {
            twins.fates[n] = none;
            continue;
        }
        if (node.kind != NodeKind::nation) continue;
        ++twins.nations;
        if (!plain) continue;
        // Who only attends a meeting stands in the list of meetings.
        if (stand.empty() && tied && roles.listed[node.entity])
            twins.fates[n] = none;
        else
            twins.by_stand[stand].push_back(n);
    }
    return twins;
}

/// Moves the members of the others into the first node.
void join(std::vector<Node>& nodes, const std::vector<std::size_t>& twins) {
    std::vector<Member>& members = nodes[twins.front()].members;
    for (std::size_t i = 1; i < twins.size(); ++i)
        members.push_back(std::move(nodes[twins[i]].members.front()));
    std::stable_sort(members.begin(), members.end(),
                     [](const Member& a, const Member& b) { return a.name < b.name; });
}

/// Joins what shares a node, and says what becomes of each.
Fates join_twins(std::vector<Node>& nodes, Twins twins) {
    if (twins.nations <= few_nations) return std::move(twins.fates);
    for (const auto& [stand, group] : twins.by_stand) {
        const std::size_t least = stand.empty() || twins.nations > many_nations ? 2 : 3;
        if (group.size() < least) continue;
        join(nodes, group);
        if (stand.empty()) nodes[group.front()].note = "no ties in this picture";
        for (const std::size_t n : group)
            twins.fates[n] = group.front();
    }
    return std::move(twins.fates);
}

/// Closes the gaps that the nodes leave which join others or go. Returns where each is now, or the
/// one it joined; none for one that went.
std::vector<std::size_t> close_gaps(std::vector<Node>& nodes, const Fates& fates) {
    std::vector<std::size_t> now(nodes.size(), none);
    std::vector<Node> kept;
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (fates[n] != n) continue;
        now[n] = kept.size();
        kept.push_back(std::move(nodes[n]));
    }
    // A group's first node is one that was kept.
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (fates[n] != none) now[n] = now[fates[n]];
    nodes = std::move(kept);
    return now;
}

/// Ties and pairs lead to the nodes that are there now.
void redirect(Content& content, const std::vector<std::size_t>& now) {
    for (std::size_t& n : content.places)
        if (n != none) n = now[n];
    Ties ties;
    for (Tie tie : content.ties.list()) {
        tie.from = now[tie.from];
        tie.to = now[tie.to];
        ties.add(std::move(tie));
    }
    content.ties = std::move(ties);
    for (Pair& pair : content.pairs) {
        pair.from = now[pair.from];
        pair.to = now[pair.to];
        if (pair.from > pair.to) std::swap(pair.from, pair.to);
    }
}

} // namespace

Content grouped(Content content, const Roles& roles, bool reduced) {
    const Fates fates = join_twins(content.nodes, find_twins(content, roles, reduced));
    redirect(content, close_gaps(content.nodes, fates));
    return content;
}

} // namespace entente::diagram
