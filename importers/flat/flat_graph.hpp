// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <vector>

#include "importers/flat/items/flat_item.hpp"
#include "importers/flat/items/nodes.hpp"
#include "importers/flat/items/record.hpp"
#include "importers/flat/others.hpp"
#include "importers/flat/own/edges.hpp"
#include "importers/flat/own/entities.hpp"
#include "importers/flat/own/graph.hpp"
#include "importers/flat/own/plain.hpp"
#include "importers/reading.hpp"

namespace entente {

/// Turns nodes and edges with flat attributes into records: what the importers of GraphML, GEXF,
/// DOT and Cytoscape JSON share.
///
/// What entente wrote (told by `kg_id`; docs/formats/graphml.md says where each thing stands) gives
/// back the records that it was written from. A file of others is read as far as it goes. Each node
/// and each edge counts as one record.
class FlatGraphReader {
  public:
    explicit FlatGraphReader(Reading& reading)
        : reading_(reading),
          record_(reading),
          plain_(reading),
          own_graph_(reading, record_, plain_),
          own_entities_(reading, record_, plain_, own_graph_),
          own_edges_(reading, record_, plain_, own_graph_),
          others_(reading, record_) {}
    FlatGraphReader(const FlatGraphReader&) = delete; // its parts know one another
    FlatGraphReader& operator=(const FlatGraphReader&) = delete;

    /// What is said of the graph as a whole.
    void graph(const FlatItem& item) { own_graph_.read(item); }
    /// An edge may come before its nodes.
    void node(const FlatItem& item);
    void edge(const FlatItem& item);
    /// A short way for edges that entente wrote. False if this one cannot go it: then it is to be
    /// read as any other.
    bool own_edge(const OwnEdge& edge, std::string_view source, std::string_view target);
    /// The nodes of the file; whoever knows which will be asked for next may have them fetched.
    [[nodiscard]] const FlatNodes& nodes() const { return nodes_; }
    /// Reads what had to wait until all nodes were known.
    void finish();

  private:
    FlatEnds ends_of(std::string_view source, std::string_view target);
    void read_edge(const FlatItem& item, const FlatEnds& ends);

    Reading& reading_;
    FlatRecord record_;
    OwnRecords plain_;
    OwnFlatGraph own_graph_;
    OwnFlatEntities own_entities_;
    OwnFlatEdges own_edges_;
    OtherFlatGraph others_;
    FlatNodes nodes_;
    const FlatNode* subject_ = nullptr; ///< of the edge before
    std::vector<FlatItem> waiting_edges_;
};

} // namespace entente
