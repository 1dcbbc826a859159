// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <numeric>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/flags.hpp"

namespace entente::diagram {

namespace {

constexpr std::size_t most_hubs = 60, most_threats = 28, most_things = 14;

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

} // namespace

/// How much there is to draw about each entity: ties count more than mentions, and one with
/// several sources counts more.
void SceneMaker::score_entities() {
    const std::size_t all = view_.graph().entities.size();
    score_.assign(all, 0);
    thing_.assign(all, false);
    listed_.assign(all, false);
    part_of_whole_.assign(all, no_index);
    nation_owner_.assign(all, no_index);
    const RelationId part_of_type = view_.vocabulary().find_relation("part_of").id;
    const RelationId works_for = view_.vocabulary().find_relation("works_for").id;
    bool alliances = false;
    for (const EntityIndex e : view_.entities())
        alliances |= kind_of(e) == kind::alliance;
    agreements_are_hubs_ = !alliances;
    for (const Relation& r : view_.relations()) {
        if (r.derived || r.status == Status::denied) continue;
        const Part part = part_of(r);
        const std::uint32_t points =
            importance(part, sign_of(r)) * (2 + std::min<std::uint32_t>(r.source_count, 6));
        score_[r.subject] += points;
        score_[r.object] += points;
        if (part == Part::participation || part == Part::membership || part == Part::location)
            listed_[part == Part::location ? r.object : r.subject] = true;
        const bool whole =
            kind_of(r.object) == kind::nation || kind_of(r.object) == kind::organization;
        if ((r.type == part_of_type || r.type == works_for) && whole && r.subject != r.object &&
            kind_of(r.subject) == kind::organization)
            part_of_whole_[r.subject] = r.object;
        const bool ties = part == Part::membership || part == Part::poses ||
                          part == Part::targets || sign_of(r) != Sign::neutral;
        // An organization, or something of unknown kind, is worth a node where it takes sides.
        if (ties && part != Part::participation) thing_[r.subject] = thing_[r.object] = true;
        if (!view_.vocabulary().relation(r.type).builtin)
            thing_[r.subject] = thing_[r.object] = true;
    }
    settle_owners();
}

/// A force is part of an army, which is part of a nation: up to the nation, or to nobody.
void SceneMaker::settle_owners() {
    constexpr int longest_chain = 4;
    for (const EntityIndex e : view_.entities()) {
        EntityIndex owner = part_of_whole_[e];
        for (int i = 0; i < longest_chain && owner != no_index && kind_of(owner) != kind::nation;
             ++i)
            owner = part_of_whole_[owner];
        if (owner != no_index && kind_of(owner) == kind::nation) nation_owner_[e] = owner;
    }
}

/// Marks what is to be drawn as a node: the best of each sort, at most `most_nations` nations.
void SceneMaker::select(std::size_t most_nations) {
    std::array<std::vector<EntityIndex>, 4> sorts; // nations, hubs, threats, things
    for (const EntityIndex e : view_.entities()) {
        switch (kind_of(e)) {
            case kind::nation:
                sorts[0].push_back(e);
                break;
            case kind::alliance:
                sorts[1].push_back(e);
                break;
            case kind::threat:
                sorts[2].push_back(e);
                break;
            case kind::agreement:
                if (agreements_are_hubs_) sorts[1].push_back(e);
                break;
            case kind::official:
            case kind::event:
            case kind::capability:
            case kind::place:
                break;
            default:
                // A ministry or an army acts for its nation, and needs no box beside it.
                if (thing_[e] && nation_owner_[e] == no_index) sorts[3].push_back(e);
        }
    }
    nations_ = sorts[0].size();
    reduced_ = nations_ > most_nations;
    keep_.assign(view_.graph().entities.size(), false);
    const std::array<std::size_t, 4> most = {most_nations, most_hubs, most_threats, most_things};
    for (std::size_t s = 0; s < sorts.size(); ++s) {
        auto& list = sorts[s];
        if (list.size() > most[s]) {
            std::stable_sort(list.begin(), list.end(),
                             [&](EntityIndex a, EntityIndex b) { return score_[a] > score_[b]; });
            list.resize(most[s]);
        }
        for (const EntityIndex e : list)
            keep_[e] = true;
    }
}

void SceneMaker::add_nodes() {
    node_of_.assign(view_.graph().entities.size(), none);
    scene_.nodes.clear();
    for (const EntityIndex e : view_.entities()) {
        if (!keep_[e]) continue;
        Node node;
        node.entity = e;
        node.name = name_of(e);
        switch (kind_of(e)) {
            case kind::nation:
                node.kind = NodeKind::nation;
                node.members.push_back(member_of(e));
                break;
            case kind::alliance:
            case kind::agreement:
                node.kind = NodeKind::hub;
                break;
            case kind::threat:
                node.kind = NodeKind::threat;
                break;
            default:
                node.kind = NodeKind::thing;
        }
        node_of_[e] = scene_.nodes.size();
        scene_.nodes.push_back(std::move(node));
    }
    attach_officials();
}

/// A nation's own bodies act from its box. An official stands in the box of the nation (or
/// alliance) whose office he holds, and what is said of him leads to and from that box.
void SceneMaker::attach_officials() {
    nation_of_.assign(view_.graph().entities.size(), no_index);
    for (const EntityIndex e : view_.entities())
        if (kind_of(e) == kind::nation) nation_of_[e] = e;
    for (const EntityIndex e : view_.entities())
        if (nation_owner_[e] != no_index && node_of_[e] == none)
            node_of_[e] = node_of_[nation_owner_[e]];
    for (const Relation& r : view_.relations()) {
        if (part_of(r) != Part::office || kind_of(r.subject) != kind::official) continue;
        if (kind_of(r.object) == kind::nation) nation_of_[r.subject] = r.object;
        if (node_of_[r.subject] == none) node_of_[r.subject] = node_of_[r.object];
    }
}

Member SceneMaker::member_of(EntityIndex entity) {
    const Entity& e = view_.entity(entity);
    Member member{entity, name_of(entity), {}};
    if (has_flag(e.iso2)) member.iso2 = std::string(e.iso2);
    return member;
}

} // namespace entente::diagram
