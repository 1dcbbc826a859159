// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

/// A column holds no more than fits on a page; a fuller picture becomes a web.
constexpr std::size_t highest_column = 17, most_flow_nodes = 64;

} // namespace

/// Who stands where, from left to right: hubs of those who are threatened, they themselves, the
/// threats, who poses them, and the hubs of those.
void SceneMaker::choose_columns() {
    auto& nodes = scene_.nodes;
    std::vector<int> right(nodes.size(), 0);
    const auto is = [&](std::size_t n, NodeKind kind) { return nodes[n].kind == kind; };
    for (const Tie& tie : ties_) {
        if (tie.part == Part::poses) right[tie.to] += 4;
        if (tie.part == Part::targets) right[tie.to] -= 3;
    }
    for (const Pair& pair : pairs_)
        for (const std::size_t at : pair.relations) {
            const Relation& r = relation(at);
            if (sign_of(r) != Sign::conflict) continue;
            const std::string_view type = view_.vocabulary().relation(r.type).name;
            const bool harm = type == "attacks" || type == "threatens" || type == "coerces";
            const std::size_t a = node_of_[r.subject], b = node_of_[r.object];
            // Who harms stands right; whom others oppose or sanction does, too.
            right[harm ? a : b] += 1;
            right[harm ? b : a] -= 1;
        }
    // Who is in no quarrel stands with his allies.
    const std::vector<int> quarrel = right;
    for (const Tie& tie : ties_)
        if (is(tie.from, NodeKind::hub)) right[tie.from] += std::clamp(quarrel[tie.to], -1, 1);
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (quarrel[n] != 0 || is(n, NodeKind::hub)) continue;
        for (const Tie& tie : ties_)
            if (tie.to == n && is(tie.from, NodeKind::hub))
                right[n] += std::clamp(right[tie.from], -1, 1);
    }
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        const bool r = right[n] > 0;
        if (is(n, NodeKind::threat))
            nodes[n].column = Column::middle;
        else if (is(n, NodeKind::hub))
            nodes[n].column = r ? Column::right_hubs : Column::left_hubs;
        else
            nodes[n].column = r ? Column::right : Column::left;
    }
}

/// Puts the labels between their ends, and decides whether columns will do.
void SceneMaker::choose_shape() {
    auto& nodes = scene_.nodes;
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].kind != NodeKind::label) continue;
        bool left = false, right = false;
        for (const Link& link : scene_.links) {
            if (link.from != n && link.to != n) continue;
            const Column other = nodes[link.from == n ? link.to : link.from].column;
            (other <= Column::left ? left : right) = true;
        }
        const bool between = nodes[n].color == color::conflict || (left && right);
        nodes[n].column = between ? Column::middle : left ? Column::left_hubs : Column::right_hubs;
    }
    std::array<std::size_t, 5> height{};
    for (const Node& node : nodes) {
        std::size_t& column = height[static_cast<std::size_t>(node.column)];
        column += 1 + (node.lines.size() + node.members.size() / 3) / 3;
    }
    // Where alliances reach across, columns would only tear them apart: 1914 is a web.
    std::size_t across = 0, memberships = 0;
    for (const Tie& tie : ties_) {
        if (tie.part != Part::membership) continue;
        ++memberships;
        across +=
            (nodes[tie.from].column > Column::middle) != (nodes[tie.to].column > Column::middle);
    }
    scene_.flow = height[2] > 0 && across * 8 <= memberships && nodes.size() <= most_flow_nodes &&
                  *std::max_element(height.begin(), height.end()) <= highest_column;
}

/// Alliances that share a member get different colours, as far as the palette goes; so do those
/// that stand next to each other by name. The largest chooses first.
void SceneMaker::color_hubs() {
    std::vector<std::vector<std::size_t>> members(scene_.nodes.size()), hubs(scene_.nodes.size());
    std::vector<std::size_t> order;
    for (const Tie& tie : ties_) {
        if (scene_.nodes[tie.from].kind != NodeKind::hub) continue;
        members[tie.from].push_back(tie.to);
        hubs[tie.to].push_back(tie.from);
    }
    for (std::size_t n = 0; n < scene_.nodes.size(); ++n)
        if (scene_.nodes[n].kind == NodeKind::hub) order.push_back(n);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return scene_.nodes[a].weight > scene_.nodes[b].weight;
    });
    std::array<std::size_t, color::hubs.size()> used{};
    for (const std::size_t hub : order) {
        std::array<std::size_t, color::hubs.size()> near{};
        for (const std::size_t member : members[hub])
            for (const std::size_t other : hubs[member])
                for (std::size_t c = 0; c < color::hubs.size(); ++c)
                    near[c] += scene_.nodes[other].color == color::hubs[c];
        std::size_t best = 0;
        for (std::size_t c = 1; c < color::hubs.size(); ++c)
            if (std::pair(near[c], used[c]) < std::pair(near[best], used[best])) best = c;
        ++used[best];
        scene_.nodes[hub].color = color::hubs[best];
    }
}

} // namespace entente::diagram
