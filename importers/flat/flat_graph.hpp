// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/language/words.hpp"
#include "importers/flat/flat_item.hpp"
#include "importers/flat/nodes.hpp"
#include "importers/flat/plain.hpp"
#include "importers/reading.hpp"
#include "importers/records/composer.hpp"

namespace entente {

/// Turns nodes and edges with flat attributes into records: what the importers of GraphML, GEXF,
/// DOT and Cytoscape JSON share.
///
/// What entente wrote (told by `kg_id`) gives back the records that it was written from. A file of
/// others is read as far as it goes: a node's label is the entity's name and settles who is meant,
/// an edge is a claim, and attributes that nobody knows are kept. Each node and each edge counts as
/// one record.
class FlatGraphReader {
  public:
    explicit FlatGraphReader(Reading& reading)
        : reading_(reading), records_(reading), plain_(reading) {}

    /// What is said of the graph as a whole.
    void graph(const FlatItem& item);
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
    struct Ends {
        const FlatNode *subject = nullptr, *object = nullptr;
    };

    // own.cpp: what entente wrote
    void begin_own_entity(const FlatItem& item);
    void own_field(const FlatItem& item, const FieldWord& row);
    void own_node(const FlatItem& item);
    void own_attributes(const FlatItem& item);
    void own_edge(const FlatItem& item, const Ends& ends);
    bool own_claims(const OwnEdge& edge, const PlainEnds& ends);
    void own_claims(const FlatItem& item, const Ends& ends, const FlatAttribute& claims);
    void lean_claims(const FlatItem& item, const Ends& ends);
    void own_sources(std::string_view list, std::size_t offset);
    bool tell_source(std::string_view text);
    void told_lean(std::size_t offset);
    void own_judgements(const FlatAttribute& list, std::size_t offset);
    void own_graph_text(const FlatAttribute& text, std::size_t offset);
    void begin_own_claim(const FlatItem& item, const Ends& ends);
    bool read_parsed(const JsonTree& tree, std::size_t index, std::size_t offset);

    // others.cpp: what others wrote
    void others_nodes();
    void others_edge(const FlatItem& item, const Ends& ends);
    void others_claim_member(const FlatAttribute& attribute);
    void attribute(std::string_view key, const FlatAttribute& attribute);
    void reference(std::string_view key, const FlatNode& node);

    Ends ends_of(std::string_view source, std::string_view target);
    void read_edge(const FlatItem& item, const Ends& ends);
    /// Counts the item that the composed record was made from.
    void count(bool accepted, std::size_t offset);
    void reject(const FlatItem& item, Code code, std::string message);
    std::string_view keep(std::string text);

    Reading& reading_;
    RecordComposer records_;
    OwnRecords plain_;
    JsonParser parser_, claims_parser_;
    FlatNodes nodes_;
    const FlatNode* subject_ = nullptr; ///< of the edge before
    std::vector<FlatItem> others_nodes_, waiting_edges_;
    std::unordered_set<std::string_view> told_sources_; ///< as JSON: edges repeat them
    std::deque<std::string> source_texts_;              ///< those that are not in the input
    std::deque<std::string> texts_;                     ///< of the record at hand
};

} // namespace entente
