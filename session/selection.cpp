// SPDX-License-Identifier: BSL-1.0
#include "session/selection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "graph/explore/find.hpp"
#include "graph/text/did_you_mean.hpp"
#include "session/telling/errors.hpp"
#include "session/telling/text.hpp"

namespace entente::session {

namespace {

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
    if (graph.sources.find(text) != no_index) return text;
    std::vector<std::string> known;
    for (SourceIndex at = 0; at < graph.sources.size(); ++at)
        known.emplace_back(graph.sources.id(at));
    throw UsageError(
        fmt::format("--source: there is no source '{}'{}", text, did_you_mean(text, known)));
}

} // namespace

EntityIndex entity_called(const GraphTables& graph, const std::string& text,
                          std::string_view what) {
    const std::vector<EntityIndex> found = explore::entities_called(graph, text);
    if (found.size() == 1) return found.front();
    const std::string before = what.empty() ? std::string() : fmt::format("{}: ", what);
    if (found.empty()) {
        std::vector<std::string> known;
        for (const Entity& entity : graph.entities) {
            known.emplace_back(entity.name);
            known.emplace_back(entity.id);
        }
        throw UsageError(fmt::format("{}nothing here is called '{}'{}", before, text,
                                     did_you_mean(text, known)));
    }
    std::string candidates;
    for (const EntityIndex index : found)
        candidates +=
            fmt::format("\n  {} ({})", graph.entities[index].id, graph.entities[index].name);
    throw UsageError(
        fmt::format("{}'{}' may mean any of these; use the id:{}", before, text, candidates));
}

View select(const TablesPtr& graph, ViewOptions asked) {
    const GraphTables& all = *graph;
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
        entity = std::string(all.entities[entity_called(all, entity, "--focus")].id);
    return view_of(graph, asked);
}

} // namespace entente::session
