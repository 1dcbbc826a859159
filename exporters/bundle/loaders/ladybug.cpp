// SPDX-License-Identifier: BSL-1.0
// LadybugDB, and Kuzu before it: typed tables, then COPY.
#include <map>

#include "exporters/bundle/loaders.hpp"

namespace entente::bundle {

namespace {

std::string_view ladybug_type(Type type) {
    switch (type) {
        case Type::boolean:
            return "BOOLEAN";
        case Type::integer:
            return "INT64";
        case Type::decimal:
            return "DOUBLE";
        case Type::text:
            break;
    }
    return "STRING";
}

void write_columns(const Table& table, std::size_t from, Output& out) {
    for (std::size_t i = from; i < table.columns.size(); ++i)
        out << ", " << ticked(table.columns[i].name) << ' ' << ladybug_type(table.columns[i].type);
}

void write_schema(const Plan& plan, Output& out) {
    for (const Table* table : vertex_tables(plan)) {
        out << "CREATE NODE TABLE " << ticked(table->label) << "(`id` STRING PRIMARY KEY";
        write_columns(*table, 1, out);
        out << ");\n";
    }
    // One table a relation, over all the kinds that it joins.
    std::map<std::string_view, std::vector<const Table*>> relations;
    for (const Table* table : plan.of(Role::edges))
        relations[table->label].push_back(table);
    for (const auto& [label, tables] : relations) {
        out << "CREATE REL TABLE " << ticked(label) << '(';
        for (const Table* table : tables)
            out << (table == tables.front() ? "" : ", ") << "FROM " << ticked(table->from) << " TO "
                << ticked(table->to);
        write_columns(*tables.front(), 2, out);
        out << ");\n";
    }
}

void write_copies(const Plan& plan, Output& out) {
    for (const Table& table : plan.tables) {
        out << "COPY " << ticked(table.label) << " FROM [";
        for (const std::string& file : table.files)
            out << (file == table.files.front() ? "\"" : ", \"") << file << '"';
        out << "] (";
        if (table.role == Role::edges)
            out << "FROM=\"" << table.from << "\", TO=\"" << table.to << "\", ";
        // Texts may hold line breaks, which a parallel reader would cut at.
        out << R"(HEADER=false, PARALLEL=false, DELIM=",", QUOTE="\"", ESCAPE="\"", )"
            << "AUTO_DETECT=false);\n";
    }
    write_empty_texts(plan, out);
}

} // namespace

void write_ladybug(const Plan& plan, FileSet& files) {
    write_schema(plan, files.file("ladybug/schema.cypher"));
    write_copies(plan, files.file("ladybug/copy.cypher"));
}

} // namespace entente::bundle
