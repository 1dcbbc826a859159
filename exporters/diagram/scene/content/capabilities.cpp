// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "exporters/diagram/scene/content/lines.hpp"
#include "exporters/diagram/scene/reading/telling.hpp"
#include "exporters/diagram/scene/reading/words.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

namespace {

constexpr std::size_t most_capabilities = 3;

/// The relations that tie somebody to a capability, by capability.
using Held = std::map<EntityIndex, std::vector<std::size_t>>;

std::map<std::size_t, Held> held_by_node(const Material& material,
                                         const std::vector<std::size_t>& places) {
    std::map<std::size_t, Held> by_node;
    const auto relations = material.view.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        if (material.part_of(r) != Part::capability ||
            material.kind_of(r.object) != kind::capability)
            continue;
        if (places[r.subject] == none || r.status == Status::denied) continue;
        by_node[places[r.subject]][r.object].push_back(at);
    }
    return by_node;
}

std::vector<EntityIndex> best_of(const Held& held, const Roles& roles) {
    std::vector<EntityIndex> best;
    for (const auto& [capability, relations] : held)
        best.push_back(capability);
    std::stable_sort(best.begin(), best.end(),
                     [&](EntityIndex a, EntityIndex b) { return roles.score[a] > roles.score[b]; });
    if (best.size() > most_capabilities) best.resize(most_capabilities);
    return best;
}

Line line_of(const Material& material, EntityIndex capability,
             const std::vector<std::size_t>& relations) {
    const bool has = std::any_of(relations.begin(), relations.end(), [&](std::size_t at) {
        return material.type_of(material.relation(at)).name == "possesses";
    });
    Telling telling = telling_of(material, relations);
    Line line;
    line.weak = (has ? "has " : "develops ") + isolated(material.name_of(capability)) +
                bracketed(certainty_of(material.relation(relations.front()).status));
    line.tooltip = std::move(telling.tooltip);
    line.shows = {{capability}, std::move(telling.told), std::move(telling.untold)};
    return line;
}

} // namespace

LinesByNode capabilities_in(const Material& material, const Roles& roles,
                            const std::vector<Node>& nodes,
                            const std::vector<std::size_t>& places) {
    LinesByNode lines;
    for (const auto& [node, held] : held_by_node(material, places)) {
        if (nodes[node].kind == NodeKind::hub || nodes[node].kind == NodeKind::threat) continue;
        for (const EntityIndex capability : best_of(held, roles))
            lines[node].push_back(line_of(material, capability, held.at(capability)));
    }
    return lines;
}

} // namespace entente::diagram
