// SPDX-License-Identifier: BSL-1.0
// Memgraph: LOAD CSV, which gives every cell as text and an empty text for none.
#include "exporters/bundle/loaders.hpp"

namespace entente::bundle {

namespace {

std::string memgraph_value(const Column& column, std::size_t at) {
    const std::string cell = "row[" + std::to_string(at) + ']';
    const auto unless_empty = [&](const std::string& value) {
        return "CASE " + cell + " WHEN \"\" THEN null ELSE " + value + " END";
    };
    switch (column.type) {
        case Type::boolean:
            return unless_empty("toBoolean(" + cell + ')');
        case Type::integer:
            return unless_empty("toInteger(" + cell + ')');
        case Type::decimal:
            return unless_empty("toFloat(" + cell + ')');
        case Type::text:
            break;
    }
    return unless_empty(cell);
}

void write_memgraph_values(const Table& table, Output& out) {
    for (std::size_t i = first_value(table); i < table.columns.size(); ++i)
        out << ", " << ticked(table.columns[i].name) << ": " << memgraph_value(table.columns[i], i);
    out << '}';
}

} // namespace

void write_memgraph(const Plan& plan, FileSet& files) {
    Output& out = files.file("memgraph/load.cypher");
    for (const std::string_view label : {"Entity", "Claim", "Source"})
        out << "CREATE CONSTRAINT ON (n:" << label << ") ASSERT n.id IS UNIQUE;\n"
            << "CREATE INDEX ON :" << label << "(id);\n";
    for (const Table& table : plan.tables)
        for (const std::string& file : table.files) {
            out << "LOAD CSV FROM \"/bundle/" << file << "\" NO HEADER AS row\n";
            if (table.role == Role::edges)
                out << "MATCH (a:Entity {id: row[0]}) MATCH (b:Entity {id: row[1]})\n"
                    << "CREATE (a)-[:" << ticked(table.label) << " {id: row[2]";
            else
                out << "CREATE (:" << (table.role == Role::nodes ? "Entity:" : "")
                    << ticked(table.label) << " {id: row[0]";
            write_memgraph_values(table, out);
            out << (table.role == Role::edges ? "]->(b);\n" : ");\n");
        }
    write_empty_texts(plan, out);
}

} // namespace entente::bundle
