// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "exporters/bundle/loaders.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::bundle {

std::string ticked(std::string_view name) {
    return '`' + std::string(name) + '`';
}

std::size_t first_value(const Table& table) {
    return table.role == Role::edges ? 4 : 2;
}

std::vector<const Table*> vertex_tables(const Plan& plan) {
    std::vector<const Table*> found;
    for (const Table& table : plan.tables)
        if (table.role != Role::edges) found.push_back(&table);
    return found;
}

std::string flat_name(std::string_view file) {
    std::string name(file);
    std::replace(name.begin(), name.end(), '/', '-');
    return name;
}

void write_empty_texts(const Plan& plan, Output& out) {
    if (plan.empty_texts.empty()) return;
    out << "\n// Empty texts, which the reader of CSV takes for none.\n";
    for (const EmptyText& empty : plan.empty_texts) {
        std::string id;
        append_json_string(id, empty.id);
        out << "MATCH (n:" << ticked(empty.label) << " {id: " << id << "}) SET n."
            << ticked(empty.column) << " = \"\";\n";
    }
}

} // namespace entente::bundle
