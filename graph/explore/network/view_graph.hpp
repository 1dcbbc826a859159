// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/model/view.hpp"

namespace entente::explore {

/// A view as a graph in which both directions of a relation are ways to go, for Boost's algorithms.
/// Vertices are numbered by the entities of the view; relations between the same two entities are
/// one edge, which has the numbers of all of them.
struct Link {
    double strength = 0;                ///< of the strongest
    std::uint32_t first = 0, count = 0; ///< which of `ViewGraph::joined`
};

using LinkGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Link,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

struct ViewGraph {
    LinkGraph links;
    std::vector<EntityIndex> entity_of;   ///< by vertex
    std::vector<std::uint32_t> vertex_of; ///< by entity; no_index if it is not in the view
    std::vector<std::uint32_t> joined;    ///< indices of relations, the strongest first
};

/// Whether a step from an entity leads somewhere: nobody merely denies its relation, it joins two,
/// and it is of `sign`, if one is given; only for that the relation is read.
bool is_way(const View& view, EntityIndex from, const Step& step, std::optional<Sign> sign);

/// Of some of a view's entities, ascending, and some relations between them that are ways.
ViewGraph graph_of(const View& view, std::span<const EntityIndex> entities,
                   std::span<const std::uint32_t> relations);

/// Without relations that are only denied, and without those of an entity to itself; only those of
/// `sign`, if one is given. O(m log m).
ViewGraph view_graph(const View& view, std::optional<Sign> sign = {});

} // namespace entente::explore
