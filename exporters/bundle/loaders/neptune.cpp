// SPDX-License-Identifier: BSL-1.0
// Amazon Neptune: the header of each table in both of its forms, and a script that puts headers and
// data together, since its loader wants them in one file.
#include "exporters/bundle/loaders.hpp"

namespace entente::bundle {

namespace {

std::string_view neptune_type(Type type) {
    switch (type) {
        case Type::boolean:
            return "Bool";
        case Type::integer:
            return "Long";
        case Type::decimal:
            return "Double";
        case Type::text:
            break;
    }
    return "String";
}

void write_header(const Table& table, bool gremlin, FileSet& files) {
    Output& out =
        files.file((gremlin ? "neptune/gremlin/" : "neptune/opencypher/") + table.stem + ".csv");
    const bool edges = table.role == Role::edges;
    if (gremlin)
        out << (edges ? "~from,~to,~id,~label" : "~id,~label");
    else
        out << (edges ? ":START_ID,:END_ID,:ID,:TYPE" : ":ID,:LABEL");
    for (std::size_t i = first_value(table); i < table.columns.size(); ++i) {
        out << ',' << table.columns[i].name << ':' << neptune_type(table.columns[i].type);
        // Loading again must replace a vertex's value, not add a second one. Edges have but one.
        if (gremlin && !edges) out << "(single)";
    }
    out << '\n';
}

} // namespace

void write_neptune(const Plan& plan, FileSet& files) {
    for (const bool gremlin : {true, false})
        for (const Table& table : plan.tables)
            write_header(table, gremlin, files);
    Output& out = files.file("neptune/prepare.sh");
    out << "#!/bin/sh\n"
           "# Puts header and data of each table together, as Neptune's loader wants them.\n"
           "# Usage: neptune/prepare.sh gremlin|opencypher FOLDER\n"
           "set -e\n"
           "case \"$1\" in gremlin|opencypher) ;; *) "
           "echo 'usage: prepare.sh gremlin|opencypher FOLDER' >&2; exit 2 ;; esac\n"
           "mkdir -p \"$2\"\n"
           "folder=$(cd \"$2\" && pwd)\n"
           "cd \"$(dirname \"$0\")/..\"\n";
    for (const Table& table : plan.tables)
        for (const std::string& file : table.files)
            out << "cat \"neptune/$1/" << table.stem << ".csv\" " << file << " > \"$folder/"
                << flat_name(file) << "\"\n";
}

} // namespace entente::bundle
