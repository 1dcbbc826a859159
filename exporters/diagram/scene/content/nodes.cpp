// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/content/nodes.hpp"

namespace entente::diagram {

namespace {

NodeKind node_kind(KindId kind) {
    switch (kind) {
        case kind::nation:
            return NodeKind::nation;
        case kind::alliance:
        case kind::agreement:
            return NodeKind::hub;
        case kind::threat:
            return NodeKind::threat;
        default:
            return NodeKind::thing;
    }
}

} // namespace

std::vector<Node> nodes_of(const Material& material, const Selection& selection) {
    std::vector<Node> nodes;
    for (const EntityIndex e : material.view.entities()) {
        if (!selection.keep[e]) continue;
        Node& node = nodes.emplace_back();
        node.kind = node_kind(material.kind_of(e));
        node.entity = e;
        node.name = material.name_of(e);
        if (node.kind == NodeKind::nation) node.members.push_back(material.member_of(e));
    }
    return nodes;
}

std::vector<std::size_t> places_of(const Material& material, const Roles& roles,
                                   const std::vector<Node>& nodes) {
    std::vector<std::size_t> places(material.entity_count(), none);
    for (std::size_t n = 0; n < nodes.size(); ++n)
        places[nodes[n].entity] = n;
    for (const EntityIndex e : material.view.entities())
        if (roles.owner[e] != no_index && places[e] == none) places[e] = places[roles.owner[e]];
    for (const Relation& r : material.view.relations())
        if (material.part_of(r) == Part::office && material.kind_of(r.subject) == kind::official &&
            places[r.subject] == none)
            places[r.subject] = places[r.object];
    return places;
}

} // namespace entente::diagram
