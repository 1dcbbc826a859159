// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/content/selection.hpp"

#include <algorithm>

namespace entente::diagram {

namespace {

constexpr std::size_t most_hubs = 60, most_threats = 28, most_things = 14;

struct Candidates {
    std::vector<EntityIndex> nations, hubs, threats, things;
};

Candidates candidates_of(const Material& material, const Roles& roles) {
    Candidates all;
    for (const EntityIndex e : material.view.entities()) {
        switch (material.kind_of(e)) {
            case kind::nation:
                all.nations.push_back(e);
                break;
            case kind::alliance:
                all.hubs.push_back(e);
                break;
            case kind::threat:
                all.threats.push_back(e);
                break;
            case kind::agreement:
                if (roles.agreements_are_hubs) all.hubs.push_back(e);
                break;
            case kind::official:
            case kind::event:
            case kind::capability:
            case kind::place:
                break;
            default:
                // A ministry or an army acts for its nation, and needs no box beside it.
                if (roles.thing[e] && roles.owner[e] == no_index) all.things.push_back(e);
        }
    }
    return all;
}

} // namespace

Selection select(const Material& material, const Roles& roles, std::size_t most_nations) {
    Candidates candidates = candidates_of(material, roles);
    Selection selection;
    selection.nations = candidates.nations.size();
    selection.reduced = selection.nations > most_nations;
    selection.keep.assign(material.entity_count(), false);
    const auto keep_best = [&](std::vector<EntityIndex>& list, std::size_t most) {
        if (list.size() > most) {
            std::stable_sort(list.begin(), list.end(), [&](EntityIndex a, EntityIndex b) {
                return roles.score[a] > roles.score[b];
            });
            list.resize(most);
        }
        for (const EntityIndex e : list)
            selection.keep[e] = true;
    };
    keep_best(candidates.nations, most_nations);
    keep_best(candidates.hubs, most_hubs);
    keep_best(candidates.threats, most_threats);
    keep_best(candidates.things, most_things);
    return selection;
}

} // namespace entente::diagram
