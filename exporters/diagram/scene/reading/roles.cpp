// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/reading/roles.hpp"

#include <algorithm>

namespace entente::diagram {

namespace {

std::uint32_t importance(Part part, Sign sign) {
    switch (part) {
        case Part::membership:
            return 4;
        case Part::poses:
        case Part::targets:
            return 5;
        case Part::other:
            return sign == Sign::neutral ? 1 : 3;
        default:
            return 1;
    }
}

/// Ties count more than mentions, and one with several sources counts more.
void add_score(Roles& roles, const Material& material, const Relation& r, Part part) {
    const std::uint32_t points =
        importance(part, material.sign_of(r)) * (2 + std::min<std::uint32_t>(r.source_count, 6));
    roles.score[r.subject] += points;
    roles.score[r.object] += points;
}

void mark_listed(Roles& roles, const Relation& r, Part part) {
    if (part == Part::participation || part == Part::membership)
        roles.listed[r.subject] = true;
    else if (part == Part::location)
        roles.listed[r.object] = true;
}

/// An organization, or something of unknown kind, is worth a node where it takes sides.
void mark_things(Roles& roles, const Material& material, const Relation& r, Part part) {
    const bool takes_sides = part == Part::membership || part == Part::poses ||
                             part == Part::targets || material.sign_of(r) != Sign::neutral;
    const bool own_word = !material.type_of(r).builtin;
    if ((takes_sides && part != Part::participation) || own_word)
        roles.thing[r.subject] = roles.thing[r.object] = true;
}

/// Whether the relation says what larger whole an organization is part of.
bool is_part_of_whole(const Material& material, const Relation& r) {
    if (material.kind_of(r.subject) != kind::organization || r.subject == r.object) return false;
    const KindId whole = material.kind_of(r.object);
    const std::string_view type = material.type_of(r).name;
    return (whole == kind::nation || whole == kind::organization) &&
           (type == "part_of" || type == "works_for");
}

/// A force is part of an army, which is part of a nation: up to the nation, or to nobody.
std::vector<EntityIndex> owners_of(const Material& material,
                                   const std::vector<EntityIndex>& whole_of) {
    constexpr int longest_chain = 4;
    std::vector<EntityIndex> owners(whole_of.size(), no_index);
    const auto is_nation = [&](EntityIndex e) { return material.kind_of(e) == kind::nation; };
    for (const EntityIndex e : material.view.entities()) {
        EntityIndex owner = whole_of[e];
        for (int i = 0; i < longest_chain && owner != no_index && !is_nation(owner); ++i)
            owner = whole_of[owner];
        if (owner != no_index && is_nation(owner)) owners[e] = owner;
    }
    return owners;
}

std::vector<EntityIndex> nations_of(const Material& material) {
    std::vector<EntityIndex> nations(material.entity_count(), no_index);
    for (const EntityIndex e : material.view.entities())
        if (material.kind_of(e) == kind::nation) nations[e] = e;
    for (const Relation& r : material.view.relations())
        if (material.part_of(r) == Part::office && material.kind_of(r.subject) == kind::official &&
            material.kind_of(r.object) == kind::nation)
            nations[r.subject] = r.object;
    return nations;
}

} // namespace

Roles roles_of(const Material& material) {
    const std::size_t all = material.entity_count();
    Roles roles;
    roles.score.assign(all, 0);
    roles.thing.assign(all, false);
    roles.listed.assign(all, false);
    std::vector<EntityIndex> whole_of(all, no_index);
    for (const Relation& r : material.view.relations()) {
        if (r.derived || r.status == Status::denied) continue;
        const Part part = material.part_of(r);
        add_score(roles, material, r, part);
        mark_listed(roles, r, part);
        mark_things(roles, material, r, part);
        if (is_part_of_whole(material, r)) whole_of[r.subject] = r.object;
    }
    roles.owner = owners_of(material, whole_of);
    roles.nation = nations_of(material);
    const auto entities = material.view.entities();
    roles.agreements_are_hubs = std::none_of(entities.begin(), entities.end(), [&](EntityIndex e) {
        return material.kind_of(e) == kind::alliance;
    });
    return roles;
}

} // namespace entente::diagram
