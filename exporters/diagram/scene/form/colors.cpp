// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/form/colors.hpp"

#include <algorithm>
#include <array>

#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

using Counts = std::array<std::size_t, color::hubs.size()>; ///< by colour

std::vector<std::size_t> largest_first(const std::vector<Node>& nodes) {
    std::vector<std::size_t> hubs;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (nodes[n].kind == NodeKind::hub) hubs.push_back(n);
    std::stable_sort(hubs.begin(), hubs.end(), [&](std::size_t a, std::size_t b) {
        return nodes[a].weight > nodes[b].weight;
    });
    return hubs;
}

/// The colour that fewest of its neighbours have; of several, the one that is used least.
std::size_t best_color(const Counts& near, const Counts& used) {
    std::size_t best = 0;
    for (std::size_t c = 1; c < near.size(); ++c)
        if (std::pair(near[c], used[c]) < std::pair(near[best], used[best])) best = c;
    return best;
}

} // namespace

std::vector<std::string_view> hub_colors(const std::vector<Node>& nodes, const Ties& ties) {
    std::vector<std::vector<std::size_t>> members(nodes.size()), hubs(nodes.size());
    for (const Tie& tie : ties.list()) {
        if (nodes[tie.from].kind != NodeKind::hub) continue;
        members[tie.from].push_back(tie.to);
        hubs[tie.to].push_back(tie.from);
    }
    std::vector<std::string_view> colors(nodes.size());
    Counts used{};
    for (const std::size_t hub : largest_first(nodes)) {
        Counts near{};
        for (const std::size_t member : members[hub])
            for (const std::size_t other : hubs[member])
                for (std::size_t c = 0; c < near.size(); ++c)
                    near[c] += colors[other] == color::hubs[c];
        const std::size_t best = best_color(near, used);
        ++used[best];
        colors[hub] = color::hubs[best];
    }
    return colors;
}

} // namespace entente::diagram
