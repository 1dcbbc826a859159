// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/attributes.hpp"
#include "exporters/flat.hpp"
#include "exporters/losses.hpp"

namespace entente {

/// The attributes of nodes and edges, each with one name and one type over the whole file: what
/// GraphML and GEXF have to say, before either says it in its own way (docs/formats/graphml.md).
class FlatItems {
  public:
    using Type = AttributeColumns::Type;

    struct Column {
        std::string_view name;
        Type type = Type::text;
    };
    struct Datum {
        std::string_view name;
        Type type = Type::text;
        std::string_view text; ///< a number's digits, `true`, `false`
    };

    /// `lean`: without the claims.
    FlatItems(const View& view, bool lean);

    /// Only those that some node or edge has: one that nobody uses comes back as a value in some
    /// readers. In the order of node() and edge().
    [[nodiscard]] std::vector<Column> node_columns() const;
    [[nodiscard]] std::vector<Column> edge_columns() const;

    /// All that is said of one node or edge; absent is absent. Valid until the next call.
    std::span<const Datum> node(const Entity& entity);
    std::span<const Datum> edge(const Relation& relation);

    [[nodiscard]] RecordWriter& records() { return records_; }
    [[nodiscard]] EdgeLists& lists() { return lists_; }
    /// What became of attributes, confidences and records.
    void report(Losses& losses) const;

  private:
    struct Used {
        bool aliases = false, same_as = false, node_period = false, provisional = false,
             source = false, rest = false;
        bool confidence = false, edge_period = false, derived = false, sources = false,
             claims = false;
    };
    void find_used();
    void begin();
    void attributes(const Entity& entity);
    void confidence(const Relation& relation);

    /// Nothing if the text is empty.
    void add(std::string_view name, std::string_view text, Type type = Type::text);
    void add(std::string_view name, Date date);
    void add(std::string_view name, std::uint64_t number);
    /// An empty text that lives as long as the item.
    std::string& make();

    const View& view_;
    bool lean_;
    RecordWriter records_;
    EdgeLists lists_;
    AttributeColumns columns_;
    Used used_;
    std::vector<Datum> data_;
    std::deque<std::string> texts_; ///< used again from item to item
    std::size_t used_texts_ = 0;
    Tally tiny_; ///< confidences that readers refuse
};

/// What GraphML and GEXF call a type: `boolean`, `long`, `double`, `string`. Of the further ones
/// that they have, each is refused by some reader.
std::string_view xml_type(FlatItems::Type type);

/// What is said of the graph as a whole, as one JSON text for formats that have no better place:
/// `{"graph":{...},"sources":[...],"judgements":[...]}`. Empty if nothing is.
std::string graph_text(RecordWriter& records, EdgeLists& lists);

/// Reports that there was no node to carry that text; then there are no claims either.
void no_node_carries_graph_text(ExportReport& report, Losses& losses);

} // namespace entente
