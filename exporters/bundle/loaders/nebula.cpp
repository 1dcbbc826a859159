// SPDX-License-Identifier: BSL-1.0
// NebulaGraph: schema and configuration of NebulaGraph Importer 4. A relation is one edge between
// two vertices; claims are edges, too, which their rank tells apart.
#include <algorithm>
#include <map>

#include "exporters/bundle/loaders.hpp"

namespace entente::bundle {

namespace {

std::string_view nebula_type(Type type) {
    switch (type) {
        case Type::boolean:
            return "BOOL";
        case Type::integer:
            return "INT";
        case Type::decimal:
            return "DOUBLE";
        case Type::text:
            break;
    }
    return "STRING";
}

/// Entities and sources are vertices; relations and claims are edges.
bool is_edge(const Table& table) {
    return table.role == Role::edges || table.role == Role::claims;
}

std::size_t column_of(const Table& table, std::string_view name) {
    const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const Column& column) { return column.name == name; });
    return static_cast<std::size_t>(at - table.columns.begin());
}

/// What says which edge it is; everything else is a property of it.
bool is_end(const Table& table, std::string_view column) {
    switch (table.role) {
        case Role::edges:
            return column == "src" || column == "dst" || column == "label";
        case Role::claims:
            return column == "subject" || column == "object" || column == "label" ||
                   column == "rank";
        default:
            return column == "label";
    }
}

void write_schema(const Plan& plan, FileSet& files) {
    // Nebula counts bytes; some room is left for what is added later.
    const std::size_t id_size = (std::max<std::size_t>(plan.longest_id, 32) + 63) / 64 * 64;
    Output& out = files.file("nebula/schema.ngql");
    out << "CREATE SPACE IF NOT EXISTS entente(vid_type=FIXED_STRING(" << std::uint64_t{id_size}
        << "));\n"
           ":sleep 20\n"
           "USE entente;\n";
    std::map<std::string_view, const Table*> edge_types; // a relation joins several kinds
    for (const Table& table : plan.tables) {
        if (is_edge(table) && !edge_types.emplace(table.label, &table).second) continue;
        out << (is_edge(table) ? "CREATE EDGE" : "CREATE TAG") << " IF NOT EXISTS "
            << ticked(table.label) << '(';
        bool first = true;
        for (const Column& column : table.columns) {
            if (is_end(table, column.name)) continue;
            out << (first ? "" : ", ") << ticked(column.name) << ' ' << nebula_type(column.type)
                << " NULL";
            first = false;
        }
        out << ");\n";
    }
    out << ":sleep 20\n";
}

void write_properties(const Table& table, Output& out) {
    out << "        props:\n";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (is_end(table, column.name)) continue;
        out << "          - {name: \"" << column.name << "\", type: \"" << nebula_type(column.type)
            << "\", index: " << std::uint64_t{i} << ", nullable: true, nullValue: \"\"}\n";
    }
}

void write_source(const Table& table, std::string_view file, Output& out) {
    out << "  - path: ../" << file
        << "\n    csv: {delimiter: \",\", withHeader: false, lazyQuotes: false}\n";
    const auto end = [&](std::string_view name, std::string_view column) {
        out << "        " << name
            << ": {id: {type: \"STRING\", index: " << std::uint64_t{column_of(table, column)}
            << "}}\n";
    };
    if (is_edge(table)) {
        out << "    edges:\n      - name: " << table.label << '\n';
        const bool claims = table.role == Role::claims;
        end("src", claims ? "subject" : "src");
        end("dst", claims ? "object" : "dst");
        if (claims)
            out << "        rank: {index: " << std::uint64_t{column_of(table, "rank")} << "}\n";
    } else {
        out << "    tags:\n      - name: " << table.label
            << "\n        id: {type: \"STRING\", index: 0}\n";
    }
    write_properties(table, out);
}

} // namespace

void write_nebula(const Plan& plan, FileSet& files) {
    write_schema(plan, files);
    Output& out = files.file("nebula/importer.yaml");
    out << "# NebulaGraph Importer 4: nebula-importer --config nebula/importer.yaml\n"
           "client:\n"
           "  version: v3\n"
           "  address: \"127.0.0.1:9669\"\n"
           "  user: root\n"
           "  password: nebula\n"
           "manager:\n"
           "  spaceName: entente\n"
           "log:\n"
           "  level: INFO\n"
           "  console: true\n"
           "sources:\n";
    for (const Table& table : plan.tables)
        for (const std::string& file : table.files)
            write_source(table, file, out);
}

} // namespace entente::bundle
