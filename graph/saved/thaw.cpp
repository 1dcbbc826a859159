// SPDX-License-Identifier: BSL-1.0
#include "graph/model/graph.hpp"
#include "graph/saved/graph_reader.hpp"
#include "graph/saved/reader.hpp"

namespace entente::saved {

void GraphReader::share(const GraphTables& from, GraphTables& to) {
    to.title = from.title;
    to.description = from.description;
    to.date = from.date;
    to.resolutions = from.resolutions;
    to.judgements = from.judgements;
    to.vocabulary = from.vocabulary;
    to.steps = from.steps;
    to.names = from.names;
    to.sources.saved_ = from.sources.saved_;
    to.sources.saved_details_ = from.sources.saved_details_;
    to.sources.saved_texts_ = from.sources.saved_texts_;
    to.claims.saved_ = from.claims.saved_;
    to.claims.saved_details_ = from.claims.saved_details_;
    to.claims.saved_texts_ = from.claims.saved_texts_;
    to.claims.resolutions_ = from.claims.resolutions_;
}

GraphPtr thaw(const TablesPtr& saved) {
    const std::span<const Relation> relations = saved->relations.all();
    std::vector<std::pair<EntityIndex, EntityIndex>> ends;
    ends.reserve(relations.size());
    for (const Relation& relation : relations)
        ends.emplace_back(relation.subject, relation.object);
    auto graph =
        std::make_shared<Graph>(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
                                static_cast<EntityIndex>(saved->entities.size()));
    GraphReader::share(*saved, *graph);
    graph->storage = saved;
    for (EntityIndex at = 0; at < saved->entities.size(); ++at)
        (*graph)[at] = saved->entities[at];
    if (!saved->entities.empty())
        graph->entities =
            std::span<const Entity>(&(*graph)[EntityIndex{0}], saved->entities.size());
    if (relations.empty()) return graph;
    // Relations are sorted by subject, and the counting sort of the CSR form is stable: a
    // relation's index is its edge's.
    const std::span<Relation> rows{&(*graph)[*boost::edges(*graph).first], relations.size()};
    std::copy(relations.begin(), relations.end(), rows.begin());
    graph->relations = rows;
    return graph;
}

} // namespace entente::saved
