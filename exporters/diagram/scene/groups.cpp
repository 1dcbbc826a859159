// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <tuple>

#include "exporters/diagram/scene/maker.hpp"

namespace entente::diagram {

namespace {

/// Up to so many nations each has a box of its own, whatever it has in common with others.
constexpr std::size_t few_nations = 14;
/// From so many on, even two make a group.
constexpr std::size_t many_nations = 40;

/// How a node stands to the others: to whom, in what part, how surely.
using Stand = std::vector<std::tuple<std::size_t, Part, Certainty>>;

} // namespace

/// Nations that stand in exactly the same relations are drawn as one node: a table of flags and
/// names. NATO's thirty-two lines become a handful, and nothing is lost.
void SceneMaker::group_twins() {
    const std::size_t count = scene_.nodes.size();
    std::vector<Stand> stands(count);
    std::vector<bool> alone(count, false);
    for (const Tie& tie : ties_) {
        stands[tie.from].emplace_back(tie.to, tie.part, tie.certainty);
        stands[tie.to].emplace_back(tie.from, tie.part, tie.certainty);
    }
    for (const Pair& pair : pairs_)
        alone[pair.from] = alone[pair.to] = true;
    std::map<Stand, std::vector<std::size_t>> twins;
    std::vector<std::size_t> becomes(count); // none: it goes
    for (std::size_t n = 0; n < count; ++n)
        becomes[n] = n;
    std::size_t nations = 0;
    for (std::size_t n = 0; n < count; ++n) {
        const Node& node = scene_.nodes[n];
        // In a reduced picture, what the reduction cut off from all others goes, too.
        if (reduced_ && stands[n].empty() && !alone[n] && node.lines.empty()) {
            becomes[n] = none;
            continue;
        }
        if (node.kind != NodeKind::nation) continue;
        ++nations;
        std::sort(stands[n].begin(), stands[n].end());
        if (alone[n] || !node.lines.empty() || !node.note.empty()) continue;
        // Who only attends a meeting stands in the list of meetings.
        const bool tied = !ties_.empty() || !pairs_.empty();
        if (stands[n].empty() && tied && listed_[node.entity])
            becomes[n] = none;
        else
            twins[stands[n]].push_back(n);
    }
    const std::size_t least = nations > many_nations ? 2 : 3;
    for (auto& [stand, nodes] : twins) {
        if (nations <= few_nations || nodes.size() < (stand.empty() ? 2 : least)) continue;
        Node& group = scene_.nodes[nodes.front()];
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            group.members.push_back(scene_.nodes[nodes[i]].members.front());
            becomes[nodes[i]] = nodes.front();
        }
        std::stable_sort(group.members.begin(), group.members.end(),
                         [](const Member& a, const Member& b) { return a.name < b.name; });
        if (stand.empty()) group.note = "no ties in this picture";
    }

    // Close the gaps that the joined nodes leave.
    std::vector<std::size_t> moved(count, none);
    std::vector<Node> nodes;
    for (std::size_t n = 0; n < count; ++n) {
        if (becomes[n] != n) continue;
        moved[n] = nodes.size();
        nodes.push_back(std::move(scene_.nodes[n]));
    }
    scene_.nodes = std::move(nodes);
    const auto now = [&](std::size_t n) {
        return n == none || becomes[n] == none ? none : moved[becomes[n]];
    };
    for (std::size_t& n : node_of_)
        n = now(n);
    std::vector<Tie> ties;
    tie_at_.clear();
    for (Tie& tie : ties_) {
        tie.from = now(tie.from);
        tie.to = now(tie.to);
        const auto [place, fresh] = tie_at_.try_emplace({tie.from, tie.to}, ties.size());
        if (fresh) {
            ties.push_back(std::move(tie));
        } else {
            Tie& whole = ties[place->second];
            whole.sources = std::max(whole.sources, tie.sources);
            whole.relations.insert(whole.relations.end(), tie.relations.begin(),
                                   tie.relations.end());
        }
    }
    ties_ = std::move(ties);
    for (Pair& pair : pairs_) {
        pair.from = now(pair.from);
        pair.to = now(pair.to);
        if (pair.from > pair.to) std::swap(pair.from, pair.to);
    }
}

/// How crowded the picture gets; a group counts by its size.
std::size_t SceneMaker::box_count() const {
    std::size_t count = 0;
    for (const Node& node : scene_.nodes)
        count += 1 + node.members.size() / 10;
    return count + std::min<std::size_t>(pairs_.size(), 24);
}

} // namespace entente::diagram
