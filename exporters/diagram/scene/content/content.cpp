// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/content/content.hpp"

#include <algorithm>

#include "exporters/diagram/scene/content/groups.hpp"
#include "exporters/diagram/scene/content/lines.hpp"
#include "exporters/diagram/scene/content/nodes.hpp"
#include "exporters/diagram/scene/content/selection.hpp"

namespace entente::diagram {

namespace {

/// What a page can carry and an eye take in; beyond it the picture is reduced.
constexpr std::size_t most_boxes = 170;
constexpr std::size_t most_nations = 300, least_nations = 12;

void add_lines(std::vector<Node>& nodes, const LinesByNode& lines) {
    for (const auto& [node, more] : lines)
        nodes[node].lines.insert(nodes[node].lines.end(), more.begin(), more.end());
}

Content content_of(const Material& material, const Roles& roles, const Selection& selection) {
    Content content;
    content.nations = selection.nations;
    content.nodes = nodes_of(material, selection);
    content.places = places_of(material, roles, content.nodes);
    content.ties = ties_between(material, content.nodes, content.places);
    Directs directs = directs_between(material, content.places, content.ties);
    content.pairs = std::move(directs.pairs);
    fold_in(directs.folded, content.ties, content.nodes);
    add_lines(content.nodes, officials_in(material, roles, selection, content.places));
    add_lines(content.nodes, capabilities_in(material, roles, content.nodes, content.places));
    return grouped(std::move(content), roles, selection.reduced);
}

/// How crowded the picture gets; a group counts by its size.
std::size_t box_count(const Content& content) {
    std::size_t count = 0;
    for (const Node& node : content.nodes)
        count += 1 + node.members.size() / 10;
    return count + std::min<std::size_t>(content.pairs.size(), 24);
}

} // namespace

Content choose_content(const Material& material, const Roles& roles) {
    std::size_t nations = most_nations;
    while (true) {
        Content content = content_of(material, roles, select(material, roles, nations));
        if (box_count(content) <= most_boxes || nations <= least_nations) return content;
        nations = std::min(nations, content.nations) * 9 / 10;
    }
}

} // namespace entente::diagram
