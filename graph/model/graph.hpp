// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/model/graph_fwd.hpp"
#include "graph/model/model.hpp"

namespace entente {

/// A bidirectional compressed sparse row graph: ten times faster to build and to scan than an
/// adjacency_list, and a fifth of its size (docs/decisions/0001-csr-graph.md). It never changes,
/// so descriptors stay valid for its lifetime.
using GraphBase =
    boost::compressed_sparse_row_graph<boost::bidirectionalS, Entity, Relation, boost::no_property,
                                       std::uint32_t, std::uint32_t>;

/// The knowledge graph: any Boost.Graph algorithm runs on it directly. `g[v]` is an Entity, `g[e]`
/// a Relation; parallel edges and self-loops are kept; a vertex descriptor is the EntityIndex, an
/// edge's index the RelationIndex. Relations that are computed, not claimed, are no part of the
/// graph: a View adds them on request.
///
/// It is a struct and not an alias so that it can be named without including this header.
struct Graph : GraphBase, GraphTables {
    using GraphBase::GraphBase;
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    /// Own the text that the tables point into, and the rows.
    std::shared_ptr<const void> storage;
    std::vector<Resolution> resolution_rows;
};

} // namespace entente

namespace boost {

// Boost 1.74 gives the index maps of a CSR graph the value type of its own descriptors only for the
// type itself, not for a derived one.
template <>
struct property_map<entente::Graph, vertex_index_t>
    : property_map<entente::GraphBase, vertex_index_t> {};
template <>
struct property_map<entente::Graph, edge_index_t> : property_map<entente::GraphBase, edge_index_t> {
};

} // namespace boost
