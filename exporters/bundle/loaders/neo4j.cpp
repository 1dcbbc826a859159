// SPDX-License-Identifier: BSL-1.0
// Neo4j: headers and command of neo4j-admin, and LOAD CSV for a database that runs.
#include "exporters/bundle/loaders.hpp"

namespace entente::bundle {

namespace {

std::string_view neo4j_type(Type type) {
    switch (type) {
        case Type::boolean:
            return "boolean";
        case Type::integer:
            return "long";
        case Type::decimal:
            return "double";
        case Type::text:
            break;
    }
    return "string";
}

/// Entities are one space of ids, claims and sources have their own.
std::string_view id_space(const Table& table) {
    switch (table.role) {
        case Role::claims:
            return "Claim";
        case Role::sources:
            return "Source";
        default:
            return "Entity";
    }
}

void write_header(const Table& table, FileSet& files) {
    Output& out = files.file("neo4j/" + table.stem + ".csv");
    if (table.role == Role::edges)
        out << ":START_ID(Entity),:END_ID(Entity),id:string,:TYPE";
    else
        out << "id:ID(" << id_space(table) << "),:LABEL";
    for (std::size_t i = first_value(table); i < table.columns.size(); ++i)
        out << ',' << table.columns[i].name << ':' << neo4j_type(table.columns[i].type);
    out << '\n';
}

void write_import(const Plan& plan, FileSet& files) {
    Output& out = files.file("neo4j/import.sh");
    out << "#!/bin/sh\n"
           "# A new database from the whole bundle; the database must be stopped.\n"
           "# Usage: neo4j/import.sh [DATABASE]\n"
           "set -e\n"
           "cd \"$(dirname \"$0\")/..\"\n"
           "exec neo4j-admin database import full \"${1:-neo4j}\" --overwrite-destination \\\n"
           "    --multiline-fields=true";
    for (const Table& table : plan.tables) {
        out << " \\\n    ";
        if (table.role == Role::edges)
            out << "--relationships=";
        else
            out << (table.role == Role::nodes ? "--nodes=Entity=" : "--nodes=");
        out << "neo4j/" << table.stem << ".csv";
        for (const std::string& file : table.files)
            out << ',' << file;
    }
    out << '\n';
}

/// A cell of LOAD CSV as a value of its type; an unquoted empty one is null.
std::string neo4j_value(const Column& column, std::size_t at) {
    std::string cell = "row[" + std::to_string(at) + ']';
    switch (column.type) {
        case Type::boolean:
            return "toBoolean(" + cell + ')';
        case Type::integer:
            return "toInteger(" + cell + ')';
        case Type::decimal:
            return "toFloat(" + cell + ')';
        case Type::text:
            break;
    }
    return cell;
}

void write_neo4j_values(const Table& table, Output& out) {
    for (std::size_t i = first_value(table); i < table.columns.size(); ++i)
        out << (i == first_value(table) ? "" : ", ") << ticked(table.columns[i].name) << ": "
            << neo4j_value(table.columns[i], i);
}

void write_load(const Plan& plan, FileSet& files) {
    Output& out = files.file("neo4j/load.cypher");
    for (const std::string_view label : {"Entity", "Claim", "Source"})
        out << "CREATE CONSTRAINT entente_" << label << " IF NOT EXISTS FOR (n:" << label
            << ") REQUIRE n.id IS UNIQUE;\n";
    for (const Table& table : plan.tables)
        for (const std::string& file : table.files) {
            out << "LOAD CSV FROM 'file:///" << file << "' AS row\nCALL (row) {\n";
            if (table.role == Role::edges)
                out << "  MATCH (a:Entity {id: row[0]})\n  MATCH (b:Entity {id: row[1]})\n"
                    << "  MERGE (a)-[x:" << ticked(table.label) << " {id: row[2]}]->(b)\n";
            else if (table.role == Role::nodes)
                out << "  MERGE (x:Entity {id: row[0]})\n  SET x:" << ticked(table.label) << '\n';
            else
                out << "  MERGE (x:" << ticked(table.label) << " {id: row[0]})\n";
            out << "  SET x += {";
            write_neo4j_values(table, out);
            out << "}\n} IN TRANSACTIONS OF 10000 ROWS;\n";
        }
}

} // namespace

void write_neo4j(const Plan& plan, FileSet& files) {
    for (const Table& table : plan.tables)
        write_header(table, files);
    write_import(plan, files);
    write_load(plan, files);
}

} // namespace entente::bundle
