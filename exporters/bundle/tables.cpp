// SPDX-License-Identifier: BSL-1.0
#include "exporters/bundle/tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "exporters/items/flat.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/language/words.hpp"
#include "graph/memory/hash.hpp"
#include "graph/text/ascii.hpp"

namespace entente::bundle {

namespace {

/// Gives out names that differ in more than letter case, which LadybugDB and file systems ignore.
class Names {
  public:
    std::string unique(std::string name) {
        constexpr std::size_t longest = 60; // three of them make a file name
        if (name.size() > longest) {
            const std::uint64_t hash = stable_hash(name);
            name.resize(longest - 17);
            name += '_';
            for (int shift = 60; shift >= 0; shift -= 4)
                name += "0123456789abcdef"[hash >> shift & 0xF];
        }
        while (!taken_.insert(ascii::lower(name)).second)
            name += '_';
        return name;
    }

  private:
    std::set<std::string> taken_;
};

/// The labels of the kinds and relations that a view has.
class Labels {
  public:
    explicit Labels(const View& view) {
        names_.unique("Claim");
        names_.unique("Source");
        // By name: the numbers of kinds that an input brings along follow the input's order.
        std::map<std::string_view, KindId> kinds;
        for (const EntityIndex index : view.entities()) {
            const KindId kind = view.entity(index).kind;
            kinds.emplace(view.vocabulary().kind(kind).name, kind);
        }
        for (const auto& [name, kind] : kinds)
            kinds_.emplace(kind, names_.unique(class_name(view.vocabulary().kind(kind))));
        std::map<std::string_view, RelationId> relations;
        for (const Relation& relation : view.relations())
            relations.emplace(view.vocabulary().relation(relation.type).name, relation.type);
        for (const auto& [name, type] : relations) {
            std::string label;
            append_column_name(label, name);
            relations_.emplace(type, names_.unique(ascii::upper(std::move(label))));
        }
    }
    [[nodiscard]] const std::string& of(const Entity& entity) const {
        return kinds_.at(entity.kind);
    }
    [[nodiscard]] const std::string& of(const Relation& relation) const {
        return relations_.at(relation.type);
    }

  private:
    Names names_;
    std::map<KindId, std::string> kinds_;
    std::map<RelationId, std::string> relations_;
};

Type type_of(const FieldWord& row) {
    if (row.type == "boolean") return Type::boolean;
    if (row.type == "integer") return Type::integer;
    if (row.type == "decimal") return Type::decimal;
    return Type::text;
}

const FieldWord& row_of(On on, Word word) {
    return *std::find_if(field_words.begin(), field_words.end(),
                         [&](const FieldWord& row) { return row.on == on && row.word == word; });
}

/// A column that engines want.
Column text(std::string_view name, Word word) {
    return {std::string(name), Type::text, word};
}

/// Beside attributes, whose columns may have any name.
Column column_of(On on, Word word) {
    const FieldWord& row = row_of(on, word);
    return {std::string(row.flat), type_of(row), word};
}

/// In a table of our own.
Column plain_column_of(On on, Word word) {
    const FieldWord& row = row_of(on, word);
    return {std::string(row.name), type_of(row), word};
}

/// A beginning of ids that no entity's id has.
std::string free_prefix(const View& view, std::string_view wanted) {
    std::string prefix(wanted);
    const auto taken = [&] {
        const auto& entities = view.graph().entities;
        const auto at = std::lower_bound(
            entities.begin(), entities.end(), prefix,
            [](const Entity& entity, const std::string& id) { return entity.id < id; });
        return at != entities.end() && at->id.starts_with(prefix);
    };
    while (taken())
        prefix += '/';
    return prefix;
}

/// The names of attributes' columns, which must differ in more than letter case.
std::map<std::string_view, Column> attribute_columns(const AttributeColumns& attributes) {
    std::map<std::string_view, Column> columns;
    std::set<std::string> taken;
    for (const auto& [key, column] : attributes.columns()) {
        std::string name = column.name;
        while (!taken.insert(ascii::lower(name)).second)
            name.insert(0, flat_attribute_prefix);
        columns.emplace(key, Column{std::move(name), column.type, Word::none, key, true});
    }
    return columns;
}

} // namespace

std::string edge_id(const View& view, const Relation& relation) {
    return relation_id(view.entity(relation.subject).id,
                       view.vocabulary().relation(relation.type).name,
                       view.entity(relation.object).id);
}

std::size_t shard_of(std::string_view id, std::size_t shards) {
    return shards <= 1 ? 0 : stable_hash(id) % shards;
}

Plan::Plan(const View& view, const AttributeColumns& attributes, const ExportOptions& options)
    : shards(std::max<std::size_t>(options.shards, 1)),
      claim_prefix_(free_prefix(view, "claim/")),
      source_prefix_(free_prefix(view, "source/")) {
    add_nodes(view, attributes);
    add_edges(view);
    if (!options.lean) add_claims(view);
    add_sources(view);
    name_files(view);
}

std::string Plan::claim_id(const Claim& claim) const {
    return claim_prefix_ + entente::claim_id(claim.hash).substr(std::string_view("claim/").size());
}

std::string Plan::source_id(const Source& source) const {
    return source_prefix_ + std::string(source.id);
}

std::vector<const Table*> Plan::of(Role role) const {
    std::vector<const Table*> found;
    for (const Table& table : tables)
        if (table.role == role) found.push_back(&table);
    return found;
}

std::size_t Plan::rows(Role role) const {
    std::size_t rows = 0;
    for (const Table* table : of(role))
        rows += table->rows;
    return rows;
}

void Plan::add_nodes(const View& view, const AttributeColumns& attributes) {
    const Labels labels(view);
    const auto columns = attribute_columns(attributes);
    struct Found {
        Table table;
        std::set<std::string_view> keys;
        std::vector<std::pair<std::string_view, std::string_view>> empty; ///< id and key
    };
    std::map<std::string, Found> found;
    for (const EntityIndex index : view.entities()) {
        const Entity& entity = view.entity(index);
        Found& of_kind = found[labels.of(entity)];
        of_kind.table.name = view.vocabulary().kind(entity.kind).name;
        of_kind.table.items.push_back(index);
        longest_id = std::max(longest_id, entity.id.size());
        std::string_view previous;
        for (const Field& field : entity.attributes) {
            const bool first = of_kind.keys.insert(field.key).second || field.key != previous;
            previous = field.key;
            if (first && field.value.text.empty()) of_kind.empty.emplace_back(entity.id, field.key);
        }
    }
    for (auto& [label, of_kind] : found) {
        Table& table = tables.emplace_back(std::move(of_kind.table));
        table.role = Role::nodes;
        table.label = label;
        table.stem = "nodes/" + ascii::lower(label);
        table.rows = table.items.size();
        table.columns = {text("id", Word::id), text("label", Word::label),
                         text("name", Word::name)};
        for (const Word word :
             {Word::aliases, Word::same_as, Word::from, Word::to, Word::provisional, Word::source})
            table.columns.push_back(column_of(On::entity, word));
        for (const std::string_view key : of_kind.keys)
            table.columns.push_back(columns.at(key));
        table.columns.push_back(column_of(On::entity, Word::attributes));
    }
    // Only now, when no table moves any more: these refer to their names.
    for (const Table& table : tables)
        for (const auto& [id, key] : found.at(table.label).empty)
            for (const Column& column : table.columns)
                if (column.holds_attribute && column.attribute == key)
                    empty_texts.push_back({table.label, std::string(id), column.name});
}

void Plan::add_edges(const View& view) {
    const Labels labels(view);
    std::map<std::tuple<std::string, std::string, std::string>, Table> found;
    for (std::uint32_t at = 0; at < view.relations().size(); ++at) {
        const Relation& relation = view.relations()[at];
        Table& table = found[{labels.of(view.entity(relation.subject)), labels.of(relation),
                              labels.of(view.entity(relation.object))}];
        table.name = view.vocabulary().relation(relation.type).name;
        table.items.push_back(at);
    }
    for (auto& [ends, edges] : found) {
        Table& table = tables.emplace_back(std::move(edges));
        table.role = Role::edges;
        std::tie(table.from, table.label, table.to) = ends;
        table.stem = "edges/" + ascii::lower(table.from + '.' + table.label + '.' + table.to);
        table.rows = table.items.size();
        table.columns = {text("src", Word::subject), text("dst", Word::object),
                         text("id", Word::id), text("label", Word::label)};
        for (const Word word : {Word::status, Word::confidence, Word::from, Word::to, Word::derived,
                                Word::claim_count, Word::source_count, Word::sources})
            table.columns.push_back(column_of(On::relation, word));
    }
}

void Plan::add_claims(const View& view) {
    if (view.claim_count() == 0) return;
    Table& table = tables.emplace_back();
    table.role = Role::claims;
    table.label = "Claim";
    table.stem = "claims";
    table.rows = view.claim_count();
    table.columns = {text("id", Word::id), text("label", Word::label)};
    for (const Word word :
         {Word::subject, Word::relation, Word::object, Word::edge, Word::subject_as,
          Word::object_as, Word::date, Word::from, Word::to, Word::stance, Word::confidence,
          Word::stated_by, Word::stated_by_as, Word::source, Word::quote, Word::span_begin,
          Word::span_end, Word::qualifiers})
        table.columns.push_back(plain_column_of(On::claim, word));
    table.columns.push_back({"rank", Type::integer});
    longest_id = std::max(longest_id, claim_prefix_.size() + 16);
}

void Plan::add_sources(const View& view) {
    if (view.sources().empty()) return;
    Table& table = tables.emplace_back();
    table.role = Role::sources;
    table.label = "Source";
    table.stem = "sources";
    table.rows = view.sources().size();
    table.items.assign(view.sources().begin(), view.sources().end());
    table.columns = {text("id", Word::id), text("label", Word::label)};
    for (const Word word : {Word::source, Word::publisher, Word::title, Word::url, Word::published,
                            Word::language, Word::declared, Word::attributes})
        table.columns.push_back(plain_column_of(On::source, word));
    for (const SourceIndex index : view.sources())
        longest_id = std::max(longest_id, source_id(view.source(index)).size());
}

/// A shard without rows gets no file: some engines refuse an empty one.
void Plan::name_files(const View& view) {
    for (Table& table : tables) {
        if (shards == 1) {
            table.files = {table.stem + ".csv"};
            table.shards = {0};
            continue;
        }
        std::vector<bool> used(shards);
        switch (table.role) {
            case Role::nodes:
                for (const std::uint32_t item : table.items)
                    used[shard_of(view.entity(item).id, shards)] = true;
                break;
            case Role::edges:
                for (const std::uint32_t item : table.items)
                    used[shard_of(edge_id(view, view.relations()[item]), shards)] = true;
                break;
            case Role::claims:
                for (const Relation& relation : view.relations())
                    view.for_each_claim(
                        relation, [&](const Claim& claim) { used[claim.hash % shards] = true; });
                break;
            case Role::sources:
                for (const std::uint32_t item : table.items)
                    used[shard_of(source_id(view.source(item)), shards)] = true;
                break;
        }
        const std::size_t digits = std::to_string(shards - 1).size();
        for (std::size_t shard = 0; shard < shards; ++shard) {
            if (!used[shard]) continue;
            std::string number = std::to_string(shard);
            number.insert(0, digits - number.size(), '0');
            table.files.push_back(table.stem + '-' + number + ".csv");
            table.shards.push_back(shard);
        }
    }
}

} // namespace entente::bundle
