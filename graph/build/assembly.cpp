// SPDX-License-Identifier: BSL-1.0
#include "graph/build/assembly.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "graph/build/claim_assembly.hpp"
#include "graph/build/tables.hpp"
#include "graph/identity/resolver.hpp"
#include "graph/memory/parallel.hpp"
#include "graph/model/graph.hpp"

namespace entente {

namespace {

/// Adds what only the input knows, in order of name, so that numbers do not depend on its order.
void add_open_rows(Vocabulary& vocabulary, const Intake& intake, const identity::Resolved& resolved,
                   Diagnostics& diagnostics) {
    std::set<std::string_view> kinds;
    for (const identity::Node& node : resolved.nodes)
        if (vocabulary.find_kind(node.kind) == Vocabulary::none) kinds.insert(node.kind);
    for (const std::string_view kind : kinds) {
        vocabulary.add_kind(kind);
        diagnostics.report(Code::unknown_kind, {},
                           "the vocabulary has no kind '" + std::string(kind) +
                               "'; it is kept under its own name");
    }
    std::set<std::string> relations;
    for (const OpenRelation& relation : intake.open_relations)
        relations.insert(fold_term(relation.name));
    for (const std::string& name : relations)
        vocabulary.add_relation(name);
}

/// The edges are sorted by their subject already, and the counting sort of the CSR form is stable:
/// a relation's index is its edge's.
std::shared_ptr<Graph> make_graph(const std::vector<Entity>& entities,
                                  const ClaimAssembly::Ends& ends) {
    auto graph = std::make_shared<Graph>(boost::edges_are_unsorted_multi_pass, ends.begin(),
                                         ends.end(), static_cast<EntityIndex>(entities.size()));
    for (EntityIndex at = 0; at < entities.size(); ++at)
        (*graph)[at] = entities[at];
    if (!entities.empty())
        graph->entities = std::span<const Entity>(&(*graph)[EntityIndex{0}], entities.size());
    return graph;
}

std::span<Relation> relations_of(Graph& graph) {
    if (boost::num_edges(graph) == 0) return {};
    return {&graph[*boost::edges(graph).first], boost::num_edges(graph)};
}

void describe_graph(const Intake& intake, GraphTables& graph) {
    for (const GraphRecord& record : intake.graphs) {
        const auto smaller = [](std::string_view& kept, std::string_view text) {
            if (!text.empty() && (kept.empty() || text < kept)) kept = text;
        };
        smaller(graph.title, record.title);
        smaller(graph.description, record.description);
        graph.date = std::max(graph.date, record.date);
    }
}

} // namespace

Assembled assemble(Intake intake, std::shared_ptr<Vocabulary> vocabulary, Diagnostics& diagnostics,
                   unsigned threads) {
    // Who is meant hardly depends on the sources: the table is made beside, if there is a thread.
    threads = threads_worth(intake.rows.size(), threads);
    auto making = beside(threads, [&] { return make_sources(intake); });
    std::optional<MadeSources> made;
    const auto sources = [&]() -> const SourceTable& {
        if (!made) made = making.get();
        return made->table;
    };
    const identity::Resolved resolved =
        identity::resolve(intake, sources, *vocabulary, diagnostics);
    sources();
    for (const Diagnostic& one : made->told.all())
        diagnostics.report(one.code, one.severity, one.at, one.message);
    intake.strings->arena().keep_alive(made->strings);
    add_open_rows(*vocabulary, intake, resolved, diagnostics);
    EntityTable entities = make_entities(intake, resolved, *vocabulary, diagnostics, threads);
    ClaimAssembly claims(intake, entities, *vocabulary, diagnostics, threads);
    claims.settle();
    claims.sort();
    auto graph = make_graph(entities.rows, claims.ends());
    claims.fold(relations_of(*graph));
    graph->relations = relations_of(*graph);
    const std::size_t duplicates = claims.duplicates();
    describe_graph(intake, *graph);
    graph->vocabulary = std::move(vocabulary);
    graph->sources = std::move(made->table);
    graph->resolution_rows = std::move(entities.resolutions);
    graph->resolutions = graph->resolution_rows;
    graph->claims = claims.take();
    graph->judgements = std::move(intake.judgements);
    std::sort(graph->judgements.begin(), graph->judgements.end());
    graph->judgements.erase(std::unique(graph->judgements.begin(), graph->judgements.end()),
                            graph->judgements.end());
    graph->storage = intake.strings;
    ClaimAssembly::bind(graph->claims, *graph);
    if (duplicates)
        diagnostics.report(Code::duplicate_claim, {},
                           std::to_string(duplicates) +
                               (duplicates == 1 ? " claim says" : " claims say") +
                               " just what another one says; each is kept once");
    return {std::move(graph), duplicates};
}

} // namespace entente
