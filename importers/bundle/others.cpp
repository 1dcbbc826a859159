// SPDX-License-Identifier: BSL-1.0
// Tables that others wrote for Neo4j, Neptune, Gephi or GraphFrames.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "importers/bundle/header.hpp"
#include "importers/bundle/tables.hpp"
#include "importers/flat/flat_graph.hpp"
#include "importers/records/keys/keys.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente::bundle {

namespace {

using Use = OthersColumn::Use;

/// A file, with the header that says what its columns are.
struct OthersTable {
    std::string_view text;
    OthersHeader header;
    bool header_inside = true;
};

OthersHeader header_of(std::string_view text) {
    CsvTable table(text, guess_delimiter(text.substr(0, 65536)));
    if (!table.next() || table.damaged()) return {};
    std::vector<std::string_view> cells;
    for (const CsvCell& cell : table.cells())
        cells.push_back(trimmed(cell.text));
    return understand_header(cells);
}

bool has_one_row(std::string_view text) {
    CsvTable table(text, guess_delimiter(text.substr(0, 65536)));
    return table.next() && !table.next();
}

/// `nodes/person` of `nodes/person-header.csv`; empty if it is no header's name.
std::string_view stem_of_header(std::string_view name) {
    for (const std::string_view ending :
         {"-header.csv", "_header.csv", ".header.csv", "-headers.csv", "_headers.csv"})
        if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    return {};
}

/// Of `nodes/person.csv`, `nodes/person-2.csv`, `nodes/person_2.csv`.
bool belongs_to(std::string_view name, std::string_view stem) {
    if (!name.starts_with(stem)) return false;
    name.remove_prefix(stem.size());
    return !name.empty() && std::string_view(".-_0123456789").find(name.front()) != name.npos;
}

/// `["a","b"]` of `a;b`.
std::string list_of(std::string_view cell, JsonType type) {
    std::string list = "[";
    while (!cell.empty()) {
        const auto end = std::min(cell.find(';'), cell.size());
        const std::string_view part = cell.substr(0, end);
        cell.remove_prefix(std::min(end + 1, cell.size()));
        if (list.size() > 1) list += ',';
        const bool bare = (type == JsonType::integer || type == JsonType::decimal)
                              ? is_json_number(part)
                              : type == JsonType::boolean && (part == "true" || part == "false");
        if (bare) {
            list += part;
            continue;
        }
        list += '"';
        for (const char c : part) {
            if (c == '"' || c == '\\') list += '\\';
            if (c == '\n')
                list += "\\n";
            else if (c == '\t')
                list += "\\t";
            else if (static_cast<unsigned char>(c) >= 0x20)
                list += c;
        }
        list += '"';
    }
    return list + ']';
}

/// Neo4j users give all nodes a label in common; the other one says more.
std::string_view first_label(std::string_view labels) {
    for (std::string_view rest = labels; !rest.empty();) {
        const auto end = std::min(rest.find(';'), rest.size());
        const std::string_view label = rest.substr(0, end);
        if (label != "Entity" && !label.empty()) return label;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return labels;
}

class OthersTables {
  public:
    explicit OthersTables(Reading& reading) : reading_(reading), graph_(reading) {}

    void read(const std::vector<OthersTable>& tables) {
        const bool any_nodes = std::any_of(tables.begin(), tables.end(),
                                           [](const OthersTable& t) { return t.header.nodes; });
        for (const OthersTable& table : tables)
            if (table.header.nodes) read_table(table, false);
        for (const OthersTable& table : tables)
            if (!table.header.nodes) read_table(table, !any_nodes);
        graph_.finish();
    }

  private:
    void read_table(const OthersTable& table, bool implied_nodes);
    FlatItem item(const OthersHeader& header, const Rows& rows);
    void property(FlatItem& item, const OthersColumn& column, const Rows& rows, std::size_t at);
    void implied_node(const std::string& id, std::size_t offset);

    Reading& reading_;
    FlatGraphReader graph_;
    std::unordered_set<std::string> implied_;
};

std::string in_space(std::string_view id, const std::string& space) {
    return space.empty() ? std::string(id) : space + ':' + std::string(id);
}

void OthersTables::property(FlatItem& item, const OthersColumn& column, const Rows& rows,
                            std::size_t at) {
    const std::string_view cell = rows.cell(at);
    const std::string name = column.name.empty() ? "column_" + std::to_string(at + 1) : column.name;
    if (item.find(name) != nullptr) return;
    if (column.list)
        item.add(name, list_of(cell, column.type), JsonType::array);
    else if (column.type == JsonType::boolean && cell != "true" && cell != "false")
        item.add(name, cell);
    else if (column.type == JsonType::null && !rows.quoted(at) && is_json_number(cell))
        item.add(name, cell, JsonType::decimal);
    else
        item.add(name, cell, column.type == JsonType::null ? JsonType::string : column.type);
}

FlatItem OthersTables::item(const OthersHeader& header, const Rows& rows) {
    FlatItem item;
    item.offset = rows.offset();
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        const OthersColumn& column = header.columns[i];
        const std::string_view cell = rows.cell(i);
        if (cell.empty()) continue;
        switch (column.use) {
            case Use::id:
                item.id = in_space(cell, column.space);
                if (header.nodes && !column.space.empty()) item.add("node_id", cell);
                break;
            case Use::source:
                item.source = in_space(cell, column.space);
                break;
            case Use::target:
                item.target = in_space(cell, column.space);
                break;
            case Use::label:
                if (header.edges)
                    item.add(flat_name(Word::relation), cell);
                else
                    item.add("labels", first_label(cell));
                break;
            case Use::type:
                item.add(flat_name(Word::relation), cell);
                break;
            case Use::ignored:
                break;
            case Use::property:
                // Gephi's word for whether an edge has a direction; here each has.
                if (header.edges && (cell == "Directed" || cell == "Undirected")) break;
                if (header.edges && column.name == "relationship" && !item.find("relation"))
                    item.add("relation", cell);
                else
                    property(item, column, rows, i);
        }
    }
    return item;
}

void OthersTables::implied_node(const std::string& id, std::size_t offset) {
    if (id.empty() || !implied_.insert(id).second) return;
    FlatItem node;
    node.id = id;
    node.offset = offset;
    graph_.node(node);
}

void OthersTables::read_table(const OthersTable& table, bool implied_nodes) {
    Rows rows(reading_, table.text, guess_delimiter(table.text.substr(0, 65536)));
    if (table.header_inside && !rows.next(0)) return;
    if (!table.header.nodes && !table.header.edges) {
        reading_.report(Code::missing_field, rows.offset(),
                        "this first line is no header of nodes (with :ID, ~id or id) nor of edges "
                        "(with :START_ID and :END_ID, ~from and ~to, or source and target)");
        reading_.reject(rows.offset(), rows.text());
        return;
    }
    while (rows.next(table.header.columns.size())) {
        FlatItem row = item(table.header, rows);
        if (table.header.nodes ? row.id.empty() : row.source.empty() || row.target.empty()) {
            reading_.report(Code::missing_field, rows.offset(),
                            table.header.nodes ? "a node without an id"
                                               : "an edge without a beginning or an end");
            reading_.reject(rows.offset(), rows.text());
            continue;
        }
        if (table.header.nodes) {
            graph_.node(row);
            continue;
        }
        if (implied_nodes) {
            implied_node(row.source, row.offset);
            implied_node(row.target, row.offset);
        }
        graph_.edge(row);
    }
}

} // namespace

int looks_like_header(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.empty() || std::string_view("{[<@").find(line.front()) != line.npos) return 0;
    const OthersHeader header = header_of(line);
    if (header.marked && (header.nodes || header.edges)) return 90;
    const bool named =
        std::any_of(header.columns.begin(), header.columns.end(), [](const OthersColumn& column) {
            return column.name == "Label" || column.name == "label" || column.name == "name";
        });
    // Facts may call their subject and object source and target, but they name the relation.
    constexpr std::array facts{Key::subject, Key::object,       Key::relation, Key::predicate,
                               Key::rel,     Key::relationship, Key::edge};
    const bool named_relation =
        std::any_of(header.columns.begin(), header.columns.end(), [&](const OthersColumn& column) {
            return std::find(facts.begin(), facts.end(), find_key(column.name)) != facts.end();
        });
    if (header.edges) return named_relation ? 55 : 80;
    return header.nodes && named ? 55 : 0;
}

void read_others(Reading& reading, std::string_view text) {
    OthersTables(reading).read({{text, header_of(text), true}});
}

void read_others(Reading& reading, const InputText& input) {
    struct Header {
        std::string_view stem;
        OthersHeader header;
    };
    const auto text_of = [&](const InputMember& member) {
        return input.text.substr(member.begin, member.size);
    };
    std::vector<Header> headers; // files of their own, as neo4j-admin has them
    for (const InputMember& member : input.members)
        if (const std::string_view stem = stem_of_header(member.name);
            !stem.empty() && has_one_row(text_of(member)))
            headers.push_back({stem, header_of(text_of(member))});
    std::vector<OthersTable> tables;
    for (const InputMember& member : input.members) {
        const std::string_view text = text_of(member);
        if (!stem_of_header(member.name).empty() && has_one_row(text)) continue;
        OthersTable table{text, header_of(text), true};
        const auto at = std::find_if(headers.begin(), headers.end(), [&](const Header& header) {
            return belongs_to(member.name, header.stem);
        });
        const bool own_header = table.header.marked;
        if (at != headers.end() && !own_header) {
            table.header = at->header;
            table.header_inside = false;
        }
        tables.push_back(std::move(table));
    }
    OthersTables(reading).read(tables);
}

} // namespace entente::bundle
