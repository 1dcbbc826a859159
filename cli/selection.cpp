// SPDX-License-Identifier: BSL-1.0
#include "cli/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/errors.hpp"
#include "cli/text.hpp"
#include "graph/identity/fold.hpp"
#include "graph/identity/gazetteer/gazetteer.hpp"

namespace entente::cli {

namespace {

/// The entities whose name, alias or id `fits`, or that the input calls so.
template <class Fits>
std::set<EntityIndex> entities_that(const GraphTables& graph, const Fits& fits) {
    std::set<EntityIndex> found;
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

/// Every entity that `text` may mean: by its id, as it is written here, as a name that everybody
/// knows, and without regard to letter case and diacritics; the first way that finds any counts.
std::set<EntityIndex> meant_by(const GraphTables& graph, std::string_view text) {
    if (const EntityIndex index = graph.find(text); index != no_index) return {index};
    std::set<EntityIndex> found =
        entities_that(graph, [text](std::string_view name) { return name == text; });
    if (!found.empty()) return found;
    for (const identity::NameMatch& match : identity::find_name(text))
        if (const EntityIndex index = graph.find(match.entity->id); index != no_index)
            found.insert(index);
    if (!found.empty()) return found;
    const std::string key = identity::fold_name(text);
    return entities_that(
        graph, [&key](std::string_view name) { return identity::fold_name(name) == key; });
}

std::string entity_id(const GraphTables& graph, const std::string& text) {
    const std::set<EntityIndex> found = meant_by(graph, text);
    if (found.size() == 1) return std::string(graph.entities[*found.begin()].id);
    if (found.empty()) {
        std::vector<std::string> known;
        for (const Entity& entity : graph.entities) {
            known.emplace_back(entity.name);
            known.emplace_back(entity.id);
        }
        throw UsageError(
            fmt::format("--focus: nothing here is called '{}'{}", text, did_you_mean(text, known)));
    }
    std::string candidates;
    for (const EntityIndex index : found)
        candidates +=
            fmt::format("\n  {} ({})", graph.entities[index].id, graph.entities[index].name);
    throw UsageError(
        fmt::format("--focus: '{}' may mean any of these; use the id:{}", text, candidates));
}

std::string kind_name(const Vocabulary& vocabulary, const std::string& text) {
    if (const KindId id = vocabulary.find_kind(text); id != Vocabulary::none)
        return std::string(vocabulary.kind(id).name);
    std::vector<std::string> known;
    for (const Kind& kind : vocabulary.kinds())
        known.emplace_back(kind.name);
    throw UsageError(
        fmt::format("--kind: there is no kind '{}'{}", text, did_you_mean(text, known)));
}

std::string relation_name(const Vocabulary& vocabulary, const std::string& text) {
    if (const auto found = vocabulary.find_relation(text); found.id != Vocabulary::none)
        return std::string(vocabulary.relation(found.id).name);
    std::vector<std::string> known;
    for (const RelationType& relation : vocabulary.relations())
        known.emplace_back(relation.name);
    throw UsageError(
        fmt::format("--relation: there is no relation '{}'{}", text, did_you_mean(text, known)));
}

std::string source_id(const GraphTables& graph, const std::string& text) {
    std::vector<std::string> known;
    for (const Source& source : graph.sources) {
        if (source.id == text) return text;
        known.emplace_back(source.id);
    }
    throw UsageError(
        fmt::format("--source: there is no source '{}'{}", text, did_you_mean(text, known)));
}

} // namespace

View select(const GraphPtr& graph, ViewOptions asked) {
    const GraphTables& all = tables(*graph);
    if (asked.since.dated() && asked.until.dated() &&
        asked.since.first_day() > asked.until.last_day())
        throw UsageError("--since is later than --until; nothing can hold then");
    for (std::string& kind : asked.kinds)
        kind = kind_name(*all.vocabulary, kind);
    for (std::string& relation : asked.relations)
        relation = relation_name(*all.vocabulary, relation);
    for (std::string& source : asked.sources)
        source = source_id(all, source);
    for (std::string& entity : asked.focus)
        entity = entity_id(all, entity);
    return view_of(graph, asked);
}

} // namespace entente::cli
