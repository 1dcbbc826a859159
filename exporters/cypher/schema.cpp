// SPDX-License-Identifier: BSL-1.0
#include "exporters/cypher/schema.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace entente::cypher {

namespace {

void node_table(std::string& out, std::string_view label, std::string_view columns,
                const Properties& properties, std::uint16_t table = 0) {
    out += "CREATE NODE TABLE IF NOT EXISTS ";
    out += label;
    out += "(kg_id STRING, ";
    out += columns;
    for (const auto& [key, property] : properties.all()) {
        if (!property.shown || !property.tables.contains(table)) continue;
        out += ", ";
        out += property.name;
        out += ' ';
        out += table_type(property.type);
    }
    out += ", PRIMARY KEY(kg_id));\n";
}

std::string without_quotes(std::string_view name) {
    if (name.starts_with('`')) name = name.substr(1, name.size() - 2);
    return std::string(name);
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
    for (const std::string_view label : labels) {
        const std::string node = "(n:" + std::string(label) + ")";
        if (dialect == Dialect::neo4j)
            out += "CREATE CONSTRAINT `kg_id_" + without_quotes(label) + "` IF NOT EXISTS FOR " +
                   node + " REQUIRE n.kg_id IS UNIQUE;\n";
        else if (dialect == Dialect::memgraph)
            out += "CREATE CONSTRAINT ON " + node + " ASSERT n.kg_id IS UNIQUE;\n" +
                   "CREATE INDEX ON :" + std::string(label) + "(kg_id);\n";
        else
            out += "CREATE INDEX FOR " + node + " ON (n.kg_id);\n";
    }
}

void Schema::tables(std::string& out) const {
    std::map<std::string_view, KindId> kinds;
    for (const auto& [kind, label] : names.labels())
        kinds.emplace(label, kind);
    for (const auto& [label, kind] : kinds)
        node_table(out, label,
                   "kg_kind STRING, name STRING, kg_aliases STRING[], kg_alias_languages STRING[], "
                   "kg_same_as STRING[], kg_from STRING, kg_to STRING, kg_first_day STRING, "
                   "kg_last_day STRING, kg_provisional BOOLEAN, kg_source STRING, "
                   "kg_attributes STRING",
                   entities, kind);
    node_table(out, "Source",
               "kg_publisher STRING, kg_title STRING, kg_url STRING, kg_published STRING, "
               "kg_language STRING, kg_declared BOOLEAN, kg_attributes STRING",
               sources);
    relation_tables(out);
    if (with_claims) claim_tables(out);
    node_table(out, "KnowledgeGraph",
               "kg_title STRING, kg_description STRING, kg_date STRING, kg_judgements STRING, "
               "kg_entities INT64, kg_relations INT64, kg_claims INT64, kg_sources INT64",
               {});
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
        out +=
            "kg_id STRING, kg_relation STRING, kg_status STRING, kg_confidence DOUBLE, "
            "kg_from STRING, kg_to STRING, kg_first_day STRING, kg_last_day STRING, "
            "kg_derived BOOLEAN, kg_claim_count INT64, kg_source_count INT64, "
            "kg_sources STRING[]);\n";
    }
}

void Schema::claim_tables(std::string& out) const {
    node_table(out, "Claim",
               "kg_relation STRING, kg_edge STRING, kg_stance STRING, kg_confidence DOUBLE, "
               "kg_date STRING, kg_from STRING, kg_to STRING, kg_first_day STRING, "
               "kg_last_day STRING, kg_subject_as STRING, kg_object_as STRING, "
               "kg_stated_by STRING, kg_stated_by_as STRING, kg_quote STRING, "
               "kg_span_begin INT64, kg_span_end INT64, kg_qualifiers STRING",
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
