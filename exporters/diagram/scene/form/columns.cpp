// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/form/columns.hpp"

#include <algorithm>
#include <array>

#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

/// A column holds no more than fits on a page; a fuller picture becomes a web.
constexpr std::size_t highest_column = 17, most_flow_nodes = 64;

/// How far each node belongs to the right, for what it does and what is done to it.
std::vector<int> quarrels_of(const Material& material, const Content& content) {
    std::vector<int> right(content.nodes.size(), 0);
    for (const Tie& tie : content.ties.list()) {
        if (tie.part == Part::poses) right[tie.to] += 4;
        if (tie.part == Part::targets) right[tie.to] -= 3;
    }
    for (const Pair& pair : content.pairs)
        for (const std::size_t at : pair.relations) {
            const Relation& r = material.relation(at);
            if (material.sign_of(r) != Sign::conflict) continue;
            const std::string_view type = material.type_of(r).name;
            const bool harm = type == "attacks" || type == "threatens" || type == "coerces";
            const std::size_t a = content.places[r.subject], b = content.places[r.object];
            // Who harms stands right; whom others oppose or sanction does, too.
            right[harm ? a : b] += 1;
            right[harm ? b : a] -= 1;
        }
    return right;
}

/// Hubs stand where most of their members do, and who is in no quarrel stands with his allies.
std::vector<int> with_allies(const std::vector<int>& quarrels, const Content& content) {
    std::vector<int> right = quarrels;
    const auto is_hub = [&](std::size_t n) { return content.nodes[n].kind == NodeKind::hub; };
    for (const Tie& tie : content.ties.list())
        if (is_hub(tie.from)) right[tie.from] += std::clamp(quarrels[tie.to], -1, 1);
    for (const Tie& tie : content.ties.list())
        if (is_hub(tie.from) && !is_hub(tie.to) && quarrels[tie.to] == 0)
            right[tie.to] += std::clamp(right[tie.from], -1, 1);
    return right;
}

} // namespace

std::vector<Column> columns_of(const Material& material, const Content& content) {
    const std::vector<int> right = with_allies(quarrels_of(material, content), content);
    std::vector<Column> columns;
    for (std::size_t n = 0; n < content.nodes.size(); ++n) {
        const bool r = right[n] > 0;
        switch (content.nodes[n].kind) {
            case NodeKind::threat:
                columns.push_back(Column::middle);
                break;
            case NodeKind::hub:
                columns.push_back(r ? Column::right_hubs : Column::left_hubs);
                break;
            default:
                columns.push_back(r ? Column::right : Column::left);
        }
    }
    return columns;
}

Column column_of_label(const Scene& scene, std::size_t label) {
    bool left = false, right = false;
    for (const Link& link : scene.links) {
        if (link.from != label && link.to != label) continue;
        const Column other = scene.nodes[link.from == label ? link.to : link.from].column;
        (other <= Column::left ? left : right) = true;
    }
    const bool between = scene.nodes[label].color == color::conflict || (left && right);
    return between ? Column::middle : left ? Column::left_hubs : Column::right_hubs;
}

bool fits_columns(const std::vector<Node>& nodes, const Ties& ties) {
    std::array<std::size_t, 5> height{};
    for (const Node& node : nodes) {
        std::size_t& column = height[static_cast<std::size_t>(node.column)];
        column += 1 + (node.lines.size() + node.members.size() / 3) / 3;
    }
    // Where alliances reach across, columns would only tear them apart: 1914 is a web.
    std::size_t across = 0, memberships = 0;
    for (const Tie& tie : ties.list()) {
        if (tie.part != Part::membership) continue;
        ++memberships;
        across +=
            (nodes[tie.from].column > Column::middle) != (nodes[tie.to].column > Column::middle);
    }
    return height[2] > 0 && across * 8 <= memberships && nodes.size() <= most_flow_nodes &&
           *std::max_element(height.begin(), height.end()) <= highest_column;
}

} // namespace entente::diagram
