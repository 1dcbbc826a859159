// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/changes/diff_identity.hpp"

#include <boost/range/iterator_range.hpp>
#include <set>

namespace entente::explore {

Counterparts::Counterparts(const GraphTables& other) : other_(other) {
    for (const Resolution& resolution : other.resolutions)
        mentions_.emplace(resolution.text, &resolution);
    for (EntityIndex i = 0; i < other.entities.size(); ++i) {
        names_.emplace(other.entities[i].name, i);
        for (const Alias& alias : other.entities[i].aliases)
            names_.emplace(alias.name, i);
    }
}

EntityIndex Counterparts::called(std::string_view text, std::string_view kind) const {
    std::set<EntityIndex> found;
    const auto fits = [&](EntityIndex entity) {
        return other_.vocabulary->kind(other_.entities[entity].kind).name == kind;
    };
    for (const auto& [name, entity] : boost::make_iterator_range(names_.equal_range(text)))
        if (fits(entity)) found.insert(entity);
    for (const auto& [name, mention] : boost::make_iterator_range(mentions_.equal_range(text)))
        if (mention->entity != no_index && fits(mention->entity)) found.insert(mention->entity);
    return found.size() == 1 ? *found.begin() : no_index;
}

EntityIndex Counterparts::of(const GraphTables& graph, EntityIndex entity) const {
    const Entity& wanted = graph.entities[entity];
    if (const EntityIndex same = other_.find(wanted.id); same != no_index) return same;
    const std::string_view kind = graph.vocabulary->kind(wanted.kind).name;
    if (const EntityIndex same = called(wanted.id, kind); same != no_index) return same;
    return called(wanted.name, kind);
}

std::vector<std::string_view> Counterparts::rules(std::string_view text, EntityIndex entity) const {
    std::vector<std::string_view> found;
    for (const auto& [name, mention] : boost::make_iterator_range(mentions_.equal_range(text)))
        if (mention->entity == entity) found.push_back(mention->rule);
    return found;
}

} // namespace entente::explore
