// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/items/attributes.hpp"
#include "exporters/items/flat.hpp"
#include "exporters/writing/losses.hpp"
#include "graph/language/words.hpp"

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
        std::size_t column = 0; ///< index into node_columns() or edge_columns()
        std::string_view text;  ///< a number's digits, `true`, `false`
        bool plain = false;     ///< letters, digits, `-`, `:`, `.`, `_`: nothing to escape
    };

    /// `lean`: without the claims, with no more than the ids of sources, and without what is there
    /// only for single readers or says nothing new.
    FlatItems(const View& view, bool lean);
    /// Of the same view and with the same columns, for another thread.
    [[nodiscard]] FlatItems another() const { return FlatItems(*this); }

    /// Only those that some node or edge has: one that nobody uses comes back as a value in some
    /// readers. In the order of node() and edge().
    [[nodiscard]] std::span<const Column> node_columns() const { return node_columns_; }
    [[nodiscard]] std::span<const Column> edge_columns() const { return edge_columns_; }

    /// All that is said of one node or edge; absent is absent. Valid until the next call.
    std::span<const Datum> node(const Entity& entity);
    std::span<const Datum> edge(const Relation& relation);

    [[nodiscard]] RecordWriter& records() { return records_; }
    [[nodiscard]] EdgeLists& lists() { return lists_; }
    [[nodiscard]] const EdgeLists& lists() const { return lists_; }
    /// What became of attributes, confidences and records.
    void report(Losses& losses) const;
    /// What another thread noticed since: after each part of its items ...
    void take_noticed(FlatItems& other);
    /// ... and when all of them are written.
    void take_left_out(const FlatItems& other) { lists_.take_left_out(other.lists_); }

  private:
    FlatItems(const FlatItems& other);

    static constexpr std::size_t unused = static_cast<std::size_t>(-1);

    /// By Word, and behind them the names that only readers know.
    enum Shown : std::size_t {
        label_v = static_cast<std::size_t>(Word::count_),
        labels,
        label,
        label_e,
        interaction,
        slots
    };
    static constexpr std::size_t slot(Word word) { return static_cast<std::size_t>(word); }
    using Used = std::array<bool, slots>;

    [[nodiscard]] Used used_nodes() const;
    Used used_edges();
    void declare(On on, std::size_t slot, const Used& used, std::array<std::size_t, slots>& places,
                 std::vector<Column>& columns);
    void attributes(const Entity& entity);
    void confidence_of(const Relation& relation, double confidence);
    void sources_and_claims(const Relation& relation);

    /// Nothing if the text is empty, or the column unused.
    void add(std::size_t column, std::string_view text, bool plain = false);
    /// A value of a field, as describe() says it.
    template <class Value>
    void put(std::size_t column, const Value& value);
    /// An empty text that lives as long as the item, one a column.
    std::string& make(std::size_t column);

    const View& view_;
    bool lean_;
    RecordWriter records_;
    EdgeLists lists_;
    AttributeColumns columns_;
    std::vector<Column> node_columns_, edge_columns_;
    std::array<std::size_t, slots> node_, edge_; ///< the column of each slot, or `unused`
    std::size_t first_attribute_ = 0;            ///< the column of the first of columns_
    std::vector<Datum> data_;
    std::vector<std::string> texts_; ///< by column, used again from item to item
    Tally tiny_;                     ///< confidences that readers refuse
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
