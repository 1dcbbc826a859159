// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/items/attributes.hpp"
#include "exporters/writing/exporter.hpp"
#include "graph/language/words.hpp"

namespace entente::bundle {

using Type = AttributeColumns::Type;

/// A column of a table. All engines get it under this name, `[A-Za-z_][A-Za-z0-9_]*`.
struct Column {
    std::string name;
    Type type = Type::text;
    Word word = Word::none;          ///< of our language; none: something else
    std::string_view attribute = {}; ///< the key of an entity's attribute that it holds
    bool holds_attribute = false;    ///< a key may be empty
};

enum class Role { nodes, edges, claims, sources };

/// One file, or one file a shard. Its rows begin with these columns:
///   nodes, claims, sources: id, label
///   edges: src, dst, id, label
struct Table {
    Role role = Role::nodes;
    std::string stem;      ///< `edges/nation.ally_of.nation`
    std::string label;     ///< `Nation`, `ALLY_OF`, `Claim`: unique in any letter case
    std::string_view name; ///< of the kind or relation
    std::string from, to;  ///< of edges: the labels of their ends
    std::vector<Column> columns;
    std::vector<std::uint32_t> items; ///< nodes: entities; edges: places in View::relations()
    std::vector<std::string> files;   ///< only those that have rows
    std::vector<std::size_t> shards;  ///< the shard of each file
    std::size_t rows = 0;
};

/// An attribute that is an empty text: LadybugDB and Memgraph take it for none when they read CSV.
struct EmptyText {
    std::string label, id, column;
};

/// What the bundle of a view consists of.
struct Plan {
    Plan(const View& view, const AttributeColumns& attributes, const ExportOptions& options);

    [[nodiscard]] std::size_t rows(Role role) const;
    /// The first two columns of edges are ids of nodes.
    [[nodiscard]] std::vector<const Table*> of(Role role) const;
    /// `claim/0123456789abcdef`
    [[nodiscard]] std::string claim_id(const Claim& claim) const;
    /// `source/donga-2023-06-01`: sources are nodes among others in most engines.
    [[nodiscard]] std::string source_id(const Source& source) const;

    std::vector<Table> tables; ///< nodes, edges, claims, sources; each by label
    std::vector<EmptyText> empty_texts;
    std::size_t longest_id = 0; ///< in bytes, over nodes, claims and sources
    std::size_t shards = 1;

  private:
    void add_nodes(const View& view, const AttributeColumns& attributes);
    void add_edges(const View& view);
    void add_claims(const View& view);
    void add_sources(const View& view);
    void name_files(const View& view);

    std::string claim_prefix_, source_prefix_;
};

/// `relation/nation/JPN/ally_of/nation/USA`
std::string edge_id(const View& view, const Relation& relation);

/// The shard, of so many, that a row with this id belongs to: the same in every run.
std::size_t shard_of(std::string_view id, std::size_t shards);

} // namespace entente::bundle
