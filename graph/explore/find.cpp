// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/find.hpp"

#include <algorithm>
#include <set>

#include "graph/identity/folding/fold.hpp"
#include "graph/identity/gazetteer/gazetteer.hpp"
#include "graph/identity/persons/person.hpp"

namespace entente::explore {

namespace {

using Found = std::set<EntityIndex>;

/// The entities whose name, alias or id `fits`, or that the input calls so.
template <class Fits>
Found entities_that(const GraphTables& graph, const Fits& fits) {
    Found found;
    for (EntityIndex i = 0; i < graph.entities.size(); ++i) {
        const Entity& entity = graph.entities[i];
        if (fits(entity.name) || fits(entity.id) ||
            std::any_of(entity.aliases.begin(), entity.aliases.end(),
                        [&](const Alias& alias) { return fits(alias.name); }))
            found.insert(i);
    }
    for (const Resolution& resolution : graph.resolutions)
        if (fits(resolution.text)) found.insert(resolution.entity);
    return found;
}

Found called_exactly(const GraphTables& graph, std::string_view text) {
    if (graph.names == nullptr)
        return entities_that(graph, [text](std::string_view name) { return name == text; });
    const std::vector<EntityIndex> found = graph.names->called(text);
    return {found.begin(), found.end()};
}

Found known_as(const GraphTables& graph, std::string_view text) {
    Found found;
    for (const identity::NameMatch& match : identity::find_name(text))
        if (const EntityIndex index = graph.find(match.entity->id); index != no_index)
            found.insert(index);
    return found;
}

/// `Hamada`, `Minister Hamada`: the officials who may have that surname; by a full name, those of
/// whom it is certain.
Found persons_called(const GraphTables& graph, std::string_view text) {
    using namespace identity;
    const PersonName wanted = parse_person(text);
    const std::string surname = wanted.bare() ? bare_surname(wanted) : std::string();
    Found found;
    if (wanted.words.empty()) return found;
    for (EntityIndex i = 0; i < graph.entities.size(); ++i) {
        const Entity& entity = graph.entities[i];
        if (entity.kind != kind::official && entity.kind != kind::entity) continue;
        const PersonName name = parse_person(entity.name);
        if (surname.empty()) {
            if (compare(wanted, name) == PersonMatch::same) found.insert(i);
            continue;
        }
        const std::vector<std::string> surnames = surname_candidates(name);
        if (std::find(surnames.begin(), surnames.end(), surname) != surnames.end()) found.insert(i);
    }
    return found;
}

Found meant_by(const GraphTables& graph, std::string_view text) {
    if (const EntityIndex index = graph.find(text); index != no_index) return {index};
    Found found = called_exactly(graph, text);
    if (found.empty()) found = known_as(graph, text);
    if (found.empty()) {
        const std::string key = identity::fold_name(text);
        found = entities_that(
            graph, [&key](std::string_view name) { return identity::fold_name(name) == key; });
    }
    if (found.empty()) found = persons_called(graph, text);
    return found;
}

} // namespace

std::vector<EntityIndex> entities_called(const GraphTables& graph, std::string_view text) {
    const Found found = meant_by(graph, text);
    return {found.begin(), found.end()};
}

} // namespace entente::explore
