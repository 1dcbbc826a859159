// SPDX-License-Identifier: BSL-1.0
#include "exporters/bundle/loaders.hpp"
#include "exporters/items/records.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::bundle {

namespace {

std::string_view role_name(Role role) {
    switch (role) {
        case Role::nodes:
            return "nodes";
        case Role::edges:
            return "edges";
        case Role::claims:
            return "claims";
        case Role::sources:
            return "sources";
    }
    return {};
}

std::string_view type_name(Type type) {
    switch (type) {
        case Type::boolean:
            return "boolean";
        case Type::integer:
            return "integer";
        case Type::decimal:
            return "decimal";
        case Type::text:
            break;
    }
    return "string";
}

void append_column(std::string& out, const Column& column) {
    out += '{';
    append_member(out, "name", column.name);
    append_member(out, "type", type_name(column.type));
    if (column.holds_attribute) {
        append_key(out, "attribute");
        append_json_string(out, column.attribute);
    }
    out += '}';
}

void append_table(std::string& out, const Table& table) {
    out += '{';
    append_member(out, "role", role_name(table.role));
    append_member(out, table.role == Role::edges ? "relation" : "kind", table.name);
    append_member(out, "label", table.label);
    append_member(out, "from", table.from);
    append_member(out, "to", table.to);
    append_key(out, "rows");
    append_number(out, std::uint64_t{table.rows});
    append_key(out, "files");
    const std::vector<std::string_view> files(table.files.begin(), table.files.end());
    append_texts(out, files);
    append_key(out, "columns");
    out += '[';
    for (const Column& column : table.columns) {
        if (&column != &table.columns.front()) out += ',';
        append_column(out, column);
    }
    out += "]}";
}

} // namespace

void write_description(const View& view, const Plan& plan, FileSet& files) {
    Output& out = files.file("bundle.json");
    RecordWriter records(view);
    out << "{\"entente\":\"bundle\",\"version\":1,\n";
    std::string text;
    if (records.graph(text)) // {"graph":{...}}
        out << std::string_view(text).substr(1, text.size() - 2) << ",\n";
    records.carry([&](auto field, std::string_view json) {
        out << '"' << field.row.name << "\":" << json << ",\n";
    });
    out << "\"tables\":[";
    for (const Table& table : plan.tables) {
        text.clear();
        append_table(text, table);
        out << (&table == &plan.tables.front() ? "\n" : ",\n") << text;
    }
    out << "]}\n";
}

} // namespace entente::bundle
