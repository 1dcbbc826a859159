// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>

namespace entente {

/// The finished knowledge graph; graph/model/graph.hpp has the definition and Boost.Graph with it.
struct Graph;
struct GraphTables;

/// Graphs are shared and never change.
using GraphPtr = std::shared_ptr<const Graph>;

/// The tables of a graph, for readers that do without Boost.Graph: of a saved graph, there is
/// nothing else.
using TablesPtr = std::shared_ptr<const GraphTables>;
const GraphTables& tables(const Graph& graph);
inline const GraphTables& tables(const GraphTables& graph) {
    return graph;
}
TablesPtr tables_of(GraphPtr graph);

} // namespace entente
