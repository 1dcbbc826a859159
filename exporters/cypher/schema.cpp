// SPDX-License-Identifier: BSL-1.0
#include "exporters/cypher/schema.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace entente::cypher {

namespace {

/// `kg_id STRING, kg_span_begin INT64`: the columns of these fields.
std::string columns_of(On on, std::initializer_list<Word> words) {
    std::string columns;
    for (const Word word : words) {
        const auto row = std::find_if(
            field_words.begin(), field_words.end(),
            [&](const FieldWord& field) { return field.on == on && field.word == word; });
        columns.append(columns.empty() ? "" : ", ").append(row->flat).append(" ");
        columns += row->type == "integer"   ? "INT64"
                   : row->type == "decimal" ? "DOUBLE"
                   : row->type == "boolean" ? "BOOLEAN"
                   : row->type == "list"    ? "STRING[]"
                                            : "STRING";
    }
    return columns;
}

constexpr std::string_view id = flat_name(Word::id);

void node_table(std::string& out, std::string_view label, std::string_view columns,
                const Properties& properties, std::uint16_t table = 0) {
    out += "CREATE NODE TABLE IF NOT EXISTS ";
    out += label;
    out += '(';
    out += columns;
    for (const auto& [key, property] : properties.all()) {
        if (!property.shown || !property.tables.contains(table)) continue;
        out += ", ";
        out += property.name;
        out += ' ';
        out += table_type(property.type);
    }
    (out += ", PRIMARY KEY(") += id;
    out += "));\n";
}

std::string without_quotes(std::string_view name) {
    if (name.starts_with('`')) name = name.substr(1, name.size() - 2);
    return std::string(name);
}

/// No two nodes of a label have the same id, and by it they are found.
std::string key_of(std::string_view label, Dialect dialect) {
    const std::string node = "(n:" + std::string(label) + ")";
    const std::string property = "n." + std::string(id);
    if (dialect == Dialect::neo4j)
        return "CREATE CONSTRAINT `" + std::string(id) + "_" + without_quotes(label) +
               "` IF NOT EXISTS FOR " + node + " REQUIRE " + property + " IS UNIQUE;\n";
    if (dialect == Dialect::memgraph)
        return "CREATE CONSTRAINT ON " + node + " ASSERT " + property + " IS UNIQUE;\n" +
               "CREATE INDEX ON :" + std::string(label) + "(" + std::string(id) + ");\n";
    return "CREATE INDEX FOR " + node + " ON (" + property + ");\n";
}

} // namespace

void Schema::append_to(std::string& out, Dialect dialect) const {
    switch (dialect) {
        case Dialect::neo4j:
        case Dialect::memgraph:
        case Dialect::falkordb:
            keys(out, dialect);
            break;
        case Dialect::kuzu:
            tables(out);
            break;
        case Dialect::line:
        case Dialect::neptune:
            break;
    }
}

void Schema::keys(std::string& out, Dialect dialect) const {
    std::vector<std::string_view> labels;
    for (const auto& [kind, label] : names.labels())
        labels.push_back(label);
    // A kind of the input has a number that depends on the order in which it came.
    std::sort(labels.begin(), labels.end());
    if (!view.sources().empty()) labels.push_back("Source");
    if (with_claims) labels.push_back("Claim");
    for (const std::string_view label : labels)
        out += key_of(label, dialect);
}

void Schema::tables(std::string& out) const {
    std::map<std::string_view, KindId> kinds;
    for (const auto& [kind, label] : names.labels())
        kinds.emplace(label, kind);
    std::string columns = columns_of(On::entity, {Word::entity, Word::kind});
    columns.append(", ").append(name(Word::name)).append(" STRING, ");
    columns += columns_of(On::entity, {Word::aliases, Word::alias_languages, Word::same_as,
                                       Word::from, Word::to, Word::first_day, Word::last_day,
                                       Word::provisional, Word::source, Word::attributes});
    for (const auto& [label, kind] : kinds)
        node_table(out, label, columns, entities, kind);
    node_table(
        out, "Source",
        columns_of(On::source, {Word::id, Word::publisher, Word::title, Word::url, Word::published,
                                Word::language, Word::declared, Word::attributes}),
        sources);
    relation_tables(out);
    if (with_claims) claim_tables(out);
    columns = columns_of(On::graph,
                         {Word::id, Word::title, Word::description, Word::date, Word::vocabulary,
                          Word::judgements, Word::entities, Word::relations, Word::claims});
    columns.append(", ").append(flat_name(Word::sources)).append(" INT64"); // here, how many
    node_table(out, "KnowledgeGraph", columns, {});
}

void Schema::relation_tables(std::string& out) const {
    using Ends = std::pair<std::string_view, std::string_view>;
    std::map<std::string_view, std::set<Ends>> tables;
    for (const Relation& relation : view.relations())
        tables[names.type(relation.type)].emplace(names.label(view.entity(relation.subject).kind),
                                                  names.label(view.entity(relation.object).kind));
    for (const auto& [type, ends] : tables) {
        out += "CREATE REL TABLE IF NOT EXISTS ";
        out += type;
        out += '(';
        for (const auto& [subject, object] : ends)
            out.append("FROM ").append(subject).append(" TO ").append(object).append(", ");
        out += columns_of(On::relation,
                          {Word::id, Word::relation, Word::status, Word::confidence, Word::from,
                           Word::to, Word::first_day, Word::last_day, Word::derived,
                           Word::claim_count, Word::source_count, Word::sources});
        out += ");\n";
    }
}

void Schema::claim_tables(std::string& out) const {
    node_table(out, "Claim",
               columns_of(On::claim,
                          {Word::id, Word::relation, Word::edge, Word::stance, Word::confidence,
                           Word::date, Word::from, Word::to, Word::first_day, Word::last_day,
                           Word::subject_as, Word::object_as, Word::stated_by, Word::stated_by_as,
                           Word::quote, Word::span_begin, Word::span_end, Word::qualifiers}),
               claims);
    std::set<std::string_view> labels;
    for (const auto& [kind, label] : names.labels())
        labels.insert(label);
    for (const std::string_view type : {"SUBJECT", "OBJECT", "STATED_BY"}) {
        out.append("CREATE REL TABLE IF NOT EXISTS ").append(type).append("(");
        for (const std::string_view label : labels)
            out.append(label == *labels.begin() ? "" : ", ").append("FROM Claim TO ").append(label);
        out += ");\n";
    }
    out += "CREATE REL TABLE IF NOT EXISTS FROM_SOURCE(FROM Claim TO Source);\n";
}

} // namespace entente::cypher
