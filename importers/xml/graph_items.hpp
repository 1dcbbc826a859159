// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string_view>

#include "importers/flat/flat_graph.hpp"
#include "importers/syntax/xml.hpp"

namespace entente {

/// What the importers of GraphML and GEXF share: handing on nodes and edges, and telling what could
/// not be read.
class XmlGraph {
  public:
    XmlGraph(const InputText& input, const ImportContext& context)
        : reading_(input, context), graph_(reading_) {}

    [[nodiscard]] Reading& reading() { return reading_; }
    void graph(const FlatItem& item) { graph_.graph(item); }
    /// `end`: where its end tag stands, or behind it if its start tag is the end, too.
    void node(const FlatItem& item, std::size_t end);
    void edge(const FlatItem& item, std::size_t end);
    /// As FlatGraphReader has it.
    bool own_edge(const OwnEdge& edge, std::string_view source, std::string_view target) {
        return graph_.own_edge(edge, source, target);
    }
    [[nodiscard]] const FlatNodes& nodes() const { return graph_.nodes(); }
    /// Rejects the element that begins at `offset`.
    void reject(std::size_t offset, std::size_t end, Code code, std::string message);
    void undirected(std::size_t offset);
    /// The end of the document. After an error, what stands from `open` on (an element that was
    /// begun) is rejected as one item.
    ReadCounts finish(const std::optional<XmlError>& error, std::optional<std::size_t> open);

  private:
    Reading reading_;
    FlatGraphReader graph_;
};

} // namespace entente
