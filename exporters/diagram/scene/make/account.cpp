// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/make/account.hpp"

#include <algorithm>

#include "exporters/diagram/scene/reading/telling.hpp"

namespace entente::diagram {

namespace {

/// Calls `f(const Shows&)` for whatever shows something: lines, links and rows.
template <class F>
void for_each_shows(const Scene& scene, F&& f) {
    for (const Node& node : scene.nodes)
        for (const Line& line : node.lines)
            f(line.shows);
    for (const Link& link : scene.links)
        f(link.shows);
    for (const Panel& panel : scene.panels)
        for (const Row& row : panel.rows)
            f(row.shows);
}

/// Calls `f(const Member&)` for each nation with a box or a flag.
template <class F>
void for_each_member(const Scene& scene, F&& f) {
    for (const Node& node : scene.nodes)
        for (const Member& member : node.members)
            f(member);
    for (const Panel& panel : scene.panels)
        for (const Row& row : panel.rows)
            for (const Member& member : row.members)
                f(member);
}

/// A relation counts once, however often it is told.
void add_told(Account& account, const Material& material, std::size_t at) {
    const Relation& r = material.relation(at);
    account.entities_told[r.subject] = account.entities_told[r.object] = true;
    if (account.relations[at]) return;
    account.relations[at] = true;
    account.claims += claims_told(r);
    for (std::uint32_t n = 0; n < claims_told(r); ++n) {
        const SourceIndex source = material.view.claim(r, n).source;
        if (source != no_index) ++account.claims_of[source];
    }
}

std::size_t count_nations(const Scene& scene, std::size_t entity_count) {
    std::vector<bool> pictured(entity_count, false);
    for_each_member(scene, [&](const Member& member) { pictured[member.entity] = true; });
    return static_cast<std::size_t>(std::count(pictured.begin(), pictured.end(), true));
}

} // namespace

std::vector<bool> entities_in(const Scene& scene, std::size_t entity_count) {
    std::vector<bool> entities(entity_count, false);
    for (const Node& node : scene.nodes)
        if (node.entity != no_index) entities[node.entity] = true;
    for_each_member(scene, [&](const Member& member) { entities[member.entity] = true; });
    for_each_shows(scene, [&](const Shows& shows) {
        for (const EntityIndex e : shows.entities)
            entities[e] = true;
    });
    return entities;
}

Account account_of(const Material& material, const Scene& scene) {
    const std::size_t entity_count = material.entity_count();
    Account account;
    account.entities = entities_in(scene, entity_count);
    account.entities_told.assign(entity_count, false);
    account.relations.assign(material.view.relations().size(), false);
    account.claims_of.assign(material.view.graph().sources.size(), 0);
    account.nations = count_nations(scene, entity_count);
    for_each_shows(scene, [&](const Shows& shows) {
        for (const std::size_t at : shows.told)
            add_told(account, material, at);
        for (const std::size_t at : shows.untold)
            account.relations[at] = true;
    });
    return account;
}

} // namespace entente::diagram
