// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "importers/reading.hpp"
#include "importers/records/composer.hpp"

namespace entente {

/// One attribute of a node, an edge or the graph, as a flat format has it.
struct FlatAttribute {
    std::string name;
    std::string text; ///< decoded; of a list or object, its JSON
    JsonType type = JsonType::string;
};

/// A node or an edge of a file.
struct FlatItem {
    std::string id;             ///< as the file has it; of an edge, empty if it has none
    std::string source, target; ///< of an edge: ids of nodes
    std::vector<FlatAttribute> attributes;
    std::size_t offset = 0; ///< where it stands in the input

    /// The text of an attribute; nullptr if there is none.
    [[nodiscard]] const FlatAttribute* find(std::string_view name) const;
    void add(std::string_view name, std::string_view text, JsonType type = JsonType::string) {
        attributes.push_back({std::string(name), std::string(text), type});
    }
};

/// Turns nodes and edges with flat attributes into records: what the importers of GraphML, GEXF,
/// DOT and Cytoscape JSON share.
///
/// What entente wrote (told by `kg_id`) gives back the records that it was written from. A file of
/// others is read as far as it goes: a node's label is the entity's name and settles who is meant,
/// an edge is a claim, and attributes that nobody knows are kept. Each node and each edge counts as
/// one record.
class FlatGraphReader {
  public:
    explicit FlatGraphReader(Reading& reading) : reading_(reading), records_(reading) {}

    /// What is said of the graph as a whole.
    void graph(const FlatItem& item);
    /// An edge may come before its nodes.
    void node(FlatItem item);
    void edge(FlatItem item);
    /// Reads what had to wait until all nodes were known.
    void finish();

  private:
    /// What edges call a node that was read.
    struct Node {
        std::string id; ///< of the entity; empty: it goes by its name
        std::string name, kind;
    };

    // own.cpp: what entente wrote
    void begin_own_entity(const FlatItem& item);
    void own_node(const FlatItem& item);
    void own_attributes(const FlatItem& item);
    void own_edge(const FlatItem& item);
    void own_claims(const FlatItem& item, const FlatAttribute& claims);
    void lean_claims(const FlatItem& item);
    void own_sources(const FlatAttribute& list, std::size_t offset);
    void own_judgements(const FlatAttribute& list, std::size_t offset);
    void own_graph_text(const FlatAttribute& text, std::size_t offset);
    void begin_own_claim(const FlatItem& item);
    bool read_parsed(const JsonTree& tree, std::size_t index, std::size_t offset);

    // others.cpp: what others wrote
    void others_nodes();
    void others_edge(const FlatItem& item);
    void others_claim_member(const FlatAttribute& attribute);
    void attribute(std::string_view key, const FlatAttribute& attribute);
    void reference(std::string_view key, const Node& node);

    void read_edge(const FlatItem& item);
    /// Counts the item that the composed record was made from.
    void count(bool accepted, std::size_t offset);
    void reject(const FlatItem& item, Code code, std::string message);
    std::string_view keep(std::string text);

    Reading& reading_;
    RecordComposer records_;
    JsonParser parser_;
    std::unordered_map<std::string, Node> nodes_; ///< by the file's id
    std::vector<FlatItem> others_nodes_, waiting_edges_;
    std::unordered_set<std::string> told_sources_; ///< records of sources, which edges repeat
    std::deque<std::string> texts_;                ///< of the record at hand
};

} // namespace entente
