// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/flat/items/record.hpp"

namespace entente {

/// Reads files that others wrote, as far as it goes: networkx, igraph, Gephi, yEd, Neo4j,
/// TinkerPop, people. A node's label is the entity's name and settles who is meant, so that `Japan`
/// is the nation that other inputs call so; an edge is a claim, and attributes that nobody knows
/// are kept.
class OtherFlatGraph {
  public:
    OtherFlatGraph(Reading& reading, FlatRecord& record) : reading_(reading), record_(record) {}

    /// Keeps a node until all are known.
    void add_node(const FlatItem& node) { nodes_.push_back(node); }
    /// Reads those that were kept, and notes in `nodes`, where they are already, what edges call
    /// them.
    void read_nodes(FlatNodes& nodes);
    void read_edge(const FlatItem& edge, const FlatEnds& ends);

  private:
    void read_node(const FlatItem& node, FlatNodes& nodes);
    void entity_member(const FlatAttribute& attribute);
    void claim_member(const FlatAttribute& attribute);

    Reading& reading_;
    FlatRecord& record_;
    std::vector<FlatItem> nodes_;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> taken_;
};

} // namespace entente
