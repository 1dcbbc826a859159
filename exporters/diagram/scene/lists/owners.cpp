// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/lists/owners.hpp"

#include <set>

namespace entente::diagram {

namespace {

/// A unit of a force of an army of a nation.
constexpr int longest_chain = 4;

/// Whether the relation leads from the entity to what it belongs to.
bool leads_to_owner(const Material& material, const Relation& r, EntityIndex entity) {
    const std::string_view type = material.type_of(r).name;
    if (r.subject == entity)
        return type == "part_of" || type == "located_in" || type == "works_for";
    if (type == "possesses" || type == "develops") return true;
    return (type == "leads" || type == "works_for") &&
           material.kind_of(r.subject) == kind::official;
}

} // namespace

RelationsOf relations_by_entity(const Material& material) {
    RelationsOf relations_of(material.entity_count());
    const auto relations = material.view.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        if (r.derived || r.status == Status::denied || r.subject == r.object) continue;
        relations_of[r.subject].push_back(at);
        relations_of[r.object].push_back(at);
    }
    return relations_of;
}

EntityIndex nation_behind(const Material& material, const Roles& roles,
                          const RelationsOf& relations_of, EntityIndex entity) {
    if (roles.owner[entity] != no_index) return roles.owner[entity];
    std::set<EntityIndex> seen = {entity};
    std::vector<EntityIndex> layer = {entity};
    for (int i = 0; i < longest_chain && !layer.empty(); ++i) {
        std::vector<EntityIndex> next;
        for (const EntityIndex e : layer)
            for (const std::size_t at : relations_of[e]) {
                const Relation& r = material.relation(at);
                if (!leads_to_owner(material, r, e)) continue;
                const EntityIndex other = r.subject == e ? r.object : r.subject;
                if (roles.nation[other] != no_index) return roles.nation[other];
                if (roles.owner[other] != no_index) return roles.owner[other];
                if (material.kind_of(other) != kind::alliance && seen.insert(other).second)
                    next.push_back(other);
            }
        layer = std::move(next);
    }
    return no_index;
}

} // namespace entente::diagram
