// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "importers/xml/graph_items.hpp"
#include "importers/xml/graphml_keys.hpp"
#include "importers/xml/plain.hpp"

namespace entente {

/// From the data of nodes and edges of GraphML to items, whether expat read them or PlainItems.
class GraphmlItems {
  public:
    GraphmlItems(XmlGraph& graph, GraphmlKeys& keys)
        : graph_(graph), keys_(keys), plain_(graph.reading().text()) {}

    /// Tells that nobody declared the key of a `<data>`.
    void undeclared(std::size_t offset);
    void add_datum(FlatItem& item, const GraphmlKey& key, std::string_view text,
                   std::size_t offset);
    /// The item is complete.
    void hand_on(std::string_view domain, FlatItem& item, std::size_t end);

    /// Reads the plain items that follow one another from `offset` on, inside of a graph whose ids
    /// begin with `scope`. Returns where it stopped.
    std::size_t read_plain(std::size_t offset, std::string_view scope, bool directed);

  private:
    struct Ahead {
        PlainItem item;
        std::uint32_t target = 0; ///< its hash
    };
    void take(const PlainItem& plain, std::string_view scope, bool own, bool directed);
    bool own_edge(const PlainItem& plain);
    void plain_item(const PlainItem& plain, bool directed);

    XmlGraph& graph_;
    GraphmlKeys& keys_;
    PlainItems plain_;
    std::array<Ahead, 4> ahead_; ///< items that were read, but not handed on
    FlatItem item_;              ///< used again from item to item
};

} // namespace entente
