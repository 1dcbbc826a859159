// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <unordered_set>

#include "graph/text/ascii.hpp"
#include "importers/bundle/tables.hpp"
#include "importers/flat/flat_graph.hpp"

namespace entente::bundle {

namespace {

/// A table as bundle.json describes it.
struct Table {
    struct Column {
        std::string name;
        JsonType type = JsonType::string;
        bool is_attribute = false;
    };
    std::string role, name; ///< the name is that of the kind or relation
    std::vector<Column> columns;
    std::vector<std::string> files;
    std::size_t rows = 0;
};

/// An attribute's name among those of a flat item: any key, told apart from what is ours.
std::string attribute_name(std::string_view key) {
    std::string name = std::string(flat_attribute_prefix);
    if (key.empty()) return name + "_x";
    for (std::size_t i = 0; i < key.size(); ++i) {
        name += key[i];
        if (key.substr(i, 2) == "_x") name += "x5F"; // `_x5F` is an underscore
    }
    return name;
}

JsonType type_of(std::string_view name) {
    if (name == "boolean") return JsonType::boolean;
    if (name == "integer") return JsonType::integer;
    if (name == "decimal") return JsonType::decimal;
    return JsonType::string;
}

const JsonToken* member(const JsonTree& tree, std::size_t object, std::string_view key) {
    const JsonToken& token = tree.tokens[object];
    if (token.type != JsonType::object) return nullptr;
    for (std::size_t i = object + 1; i < token.end; i = tree.tokens[i].end)
        if (tree.tokens[i].key() == key) return &tree.tokens[i];
    return nullptr;
}

/// Calls `f(index)` for each element of a list.
template <class F>
void for_each(const JsonTree& tree, const JsonToken* list, F f) {
    if (list == nullptr || list->type != JsonType::array) return;
    const auto begin = static_cast<std::size_t>(list - tree.tokens.data());
    for (std::size_t i = begin + 1; i < list->end; i = tree.tokens[i].end)
        f(i);
}

Table table_of(const JsonTree& tree, std::size_t object) {
    const auto text = [&](std::size_t at, std::string_view key) {
        const JsonToken* found = member(tree, at, key);
        return found ? std::string(found->text()) : std::string();
    };
    Table table;
    table.role = text(object, "role");
    table.name = text(object, table.role == "edges" ? "relation" : "kind");
    for_each(tree, member(tree, object, "files"),
             [&](std::size_t at) { table.files.emplace_back(tree.tokens[at].text()); });
    for_each(tree, member(tree, object, "columns"), [&](std::size_t at) {
        const JsonToken* attribute = member(tree, at, "attribute");
        table.columns.push_back({attribute ? attribute_name(attribute->text()) : text(at, "name"),
                                 type_of(text(at, "type")), attribute != nullptr});
    });
    const std::string rows = text(object, "rows");
    for (const char digit : rows.substr(0, 18))
        if (ascii::is_digit(digit))
            table.rows = table.rows * 10 + static_cast<std::size_t>(digit - '0');
    return table;
}

class OwnBundle {
  public:
    OwnBundle(Reading& reading, const InputText& input, const InputMember& description)
        : reading_(reading),
          input_(input),
          description_(description),
          records_(reading),
          graph_(reading) {}

    void read();

  private:
    void read_graph(const JsonTree& tree);
    void read_tables(const std::vector<Table>& tables, std::string_view role);
    void read_row(const Table& table, const Rows& rows);
    void node(const Table& table, const Rows& rows);
    void edge(const Table& table, const Rows& rows);
    void claim(const Table& table, const Rows& rows);
    void source(const Table& table, const Rows& rows);
    [[nodiscard]] FlatItem item(const Table& table, const Rows& rows) const;
    /// Adds the cell as a field of the record.
    void field(std::string_view key, const Table::Column& column, std::string_view cell);
    void count(bool accepted, std::size_t offset);

    Reading& reading_;
    const InputText& input_;
    const InputMember& description_;
    RecordComposer records_;
    FlatGraphReader graph_;
    JsonParser parser_;
    std::unordered_set<std::string_view> claimed_; ///< ids of edges with claims
    std::deque<std::string> kept_;                 ///< ids with quotes in them
};

void OwnBundle::count(bool accepted, std::size_t offset) {
    if (accepted)
        reading_.accept();
    else
        reading_.reject(offset, records_.json());
}

void OwnBundle::read() {
    const std::string_view text = input_.text.substr(description_.begin, description_.size);
    JsonParser parser;
    if (!parser.parse(text) || member(parser.tree(), 0, "tables") == nullptr) {
        const JsonError& error = parser.error();
        reading_.report(Code::syntax, description_.begin + std::min(error.offset, text.size()),
                        "bundle.json is damaged, and without it nobody knows what the tables hold" +
                            (error.message.empty() ? "" : ": " + error.message));
        reading_.reject(description_.begin, text);
        return;
    }
    read_graph(parser.tree());
    std::vector<Table> tables;
    for_each(parser.tree(), member(parser.tree(), 0, "tables"),
             [&](std::size_t at) { tables.push_back(table_of(parser.tree(), at)); });
    // Edges come last: those that have claims are their claims.
    for (const std::string_view role : {"sources", "nodes", "claims", "edges"})
        read_tables(tables, role);
    graph_.finish();
}

void OwnBundle::read_graph(const JsonTree& tree) {
    const auto index = [&](const JsonToken* token) {
        return static_cast<std::size_t>(token - tree.tokens.data());
    };
    reading_.move_to(description_.begin);
    for (const Key key : {Key::graph, Key::vocabulary}) {
        const JsonToken* value = member(tree, 0, name(key));
        if (value == nullptr) continue;
        records_.begin();
        records_.splice(name(key), tree, index(value));
        count(records_.read(description_.begin), description_.begin);
    }
    for_each(tree, member(tree, 0, "judgements"), [&](std::size_t at) {
        records_.begin();
        for (std::size_t i = at + 1; i < tree.tokens[at].end; i = tree.tokens[i].end)
            records_.splice(tree.tokens[i].key(), tree, i);
        count(records_.read(description_.begin), description_.begin);
    });
}

void OwnBundle::read_tables(const std::vector<Table>& tables, std::string_view role) {
    const std::string_view folder =
        description_.name.substr(0, description_.name.rfind('/') + 1); // empty, or with its slash
    for (const Table& table : tables) {
        if (table.role != role || table.columns.empty()) continue;
        std::size_t rows_read = 0;
        for (const std::string& file : table.files) {
            const std::string name = std::string(folder) + file;
            const auto at = std::find_if(input_.members.begin(), input_.members.end(),
                                         [&](const InputMember& m) { return m.name == name; });
            if (at == input_.members.end()) {
                reading_.report(Code::missing_field, description_.begin,
                                "the table '" + printable(file) + "' is missing");
                continue;
            }
            const std::size_t before = reading_.counts().read;
            Rows rows(reading_, input_.text.substr(at->begin, at->size), ',');
            while (rows.next(table.columns.size()))
                read_row(table, rows);
            rows_read += reading_.counts().read - before;
        }
        // Edges that wait for others are counted in the end.
        if (rows_read != table.rows && role != "edges")
            reading_.report(Code::missing_field, Severity::warning, description_.begin,
                            "the table of " +
                                printable(table.files.empty() ? role : table.files[0]) + " has " +
                                std::to_string(rows_read) + " rows; there were " +
                                std::to_string(table.rows) + " when it was written");
    }
}

void OwnBundle::read_row(const Table& table, const Rows& rows) {
    if (table.role == "nodes")
        node(table, rows);
    else if (table.role == "edges")
        edge(table, rows);
    else if (table.role == "claims")
        claim(table, rows);
    else
        source(table, rows);
}

FlatItem OwnBundle::item(const Table& table, const Rows& rows) const {
    FlatItem item;
    item.offset = rows.offset();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (rows.empty(i)) continue;
        const Table::Column& column = table.columns[i];
        const std::string_view cell = rows.cell(i);
        if (column.name == "id")
            item.id = cell;
        else if (column.name == "src")
            item.source = cell;
        else if (column.name == "dst")
            item.target = cell;
        else if (column.name != "label") // of the kind or relation: that has a name
            item.add(column.name == "name" ? "label" : column.name, cell, column.type);
    }
    return item;
}

void OwnBundle::node(const Table& table, const Rows& rows) {
    FlatItem node = item(table, rows);
    node.add(flat_name(Word::id), node.id);
    node.add(flat_name(Word::kind), table.name);
    graph_.node(node);
}

void OwnBundle::edge(const Table& table, const Rows& rows) {
    FlatItem edge = item(table, rows);
    if (claimed_.contains(edge.id)) {
        reading_.accept();
        return;
    }
    edge.add(flat_name(Word::relation), table.name);
    graph_.edge(edge);
}

void OwnBundle::field(std::string_view key, const Table::Column& column, std::string_view cell) {
    if (column.type == JsonType::decimal && is_json_number(cell))
        records_.value(key, cell, JsonType::decimal);
    else
        records_.text(key, cell);
}

void OwnBundle::claim(const Table& table, const Rows& rows) {
    records_.begin();
    std::string_view begin, end, qualifiers;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (rows.empty(i)) continue;
        const std::string& name = table.columns[i].name;
        const std::string_view cell = rows.cell(i);
        if (name == "span_begin")
            begin = cell;
        else if (name == "span_end")
            end = cell;
        else if (name == "qualifiers")
            qualifiers = cell;
        else if (name == "edge")
            claimed_.insert(kept_.emplace_back(cell));
        else if (name != "id" && name != "label" && name != "rank")
            field(name, table.columns[i], cell);
    }
    if (!begin.empty() || !end.empty()) {
        records_.open_list("span");
        for (const std::string_view number : {begin, end})
            records_.value({}, number,
                           is_json_number(number) ? JsonType::integer : JsonType::string);
        records_.close();
    }
    if (!qualifiers.empty()) {
        if (parser_.parse(qualifiers) && parser_.tree().root().type == JsonType::object) {
            const JsonTree& tree = parser_.tree();
            for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
                records_.splice(tree.tokens[i].key(), tree, i);
        } else {
            reading_.report(Code::syntax, Severity::warning, rows.offset(),
                            "the qualifiers are no JSON object; they are kept as text");
            records_.text("qualifiers", qualifiers);
        }
    }
    count(records_.read(rows.offset()), rows.offset());
}

/// A source that nobody declared has a row, too, for the engines; there is nothing to say of it.
void OwnBundle::source(const Table& table, const Rows& rows) {
    records_.begin();
    std::string_view id, attributes;
    bool declared = true;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (rows.empty(i)) continue;
        const std::string& name = table.columns[i].name;
        const std::string_view cell = rows.cell(i);
        if (name == "source") id = cell;
        if (name == "attributes")
            attributes = cell;
        else if (name == "declared")
            declared = cell != "false";
        else if (name != "id" && name != "label")
            field(name, table.columns[i], cell);
    }
    if (!declared) return reading_.accept();
    const bool good = !attributes.empty() && parser_.parse(attributes);
    if (!good && !attributes.empty())
        reading_.report(Code::syntax, Severity::warning, rows.offset(),
                        "the attributes are no JSON list");
    const JsonTree& tree = parser_.tree();
    std::vector<std::size_t> further; // second values need a record of their own
    if (good)
        for_each(tree, &tree.root(), [&](std::size_t at) {
            if (tree.tokens[at].type != JsonType::object || tree.tokens[at].end == at + 1) return;
            if (records_.has(tree.tokens[at + 1].key()))
                further.push_back(at + 1);
            else
                records_.splice(tree.tokens[at + 1].key(), tree, at + 1);
        });
    const bool accepted = records_.read(rows.offset());
    count(accepted, rows.offset());
    if (!accepted) return;
    for (const std::size_t at : further) {
        records_.begin();
        records_.text("source", id);
        records_.splice(tree.tokens[at].key(), tree, at);
        records_.read(rows.offset());
    }
}

} // namespace

void read_own(Reading& reading, const InputText& input, const InputMember& description) {
    OwnBundle(reading, input, description).read();
}

} // namespace entente::bundle
