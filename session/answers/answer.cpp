// SPDX-License-Identifier: BSL-1.0
#include "session/answers/answer.hpp"

#include <fmt/format.h>

#include <map>

#include "exporters/items/records.hpp"
#include "exporters/writing/text/csv.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::session {

namespace {

void append_value(std::string& out, const Cell& cell) {
    switch (cell.type) {
        case Cell::Type::number:
            out += cell.text.empty() ? "null" : cell.text;
            return;
        case Cell::Type::text:
            if (cell.text.empty())
                out += "null";
            else
                append_json_string(out, cell.text);
            return;
        case Cell::Type::list:
            break;
    }
    append_texts(out, std::vector<std::string_view>(cell.list.begin(), cell.list.end()));
}

void append_member(std::string& out, std::string_view key, const Cell& cell) {
    append_key(out, key);
    append_value(out, cell);
}

void append_rows(std::string& out, const Table& table) {
    if (table.key.empty()) return;
    append_key(out, table.key);
    out += '[';
    for (const std::vector<Cell>& row : table.rows) {
        out += out.back() == '[' ? "\n" : ",\n";
        std::string object = "{";
        for (std::size_t i = 0; i < row.size(); ++i)
            append_member(object, table.columns[i].key, row[i]);
        out += object + '}';
    }
    out += ']';
}

std::string object_of(const Section& section) {
    std::string out = "{";
    for (const Fact& fact : section.facts)
        append_member(out, fact.key, fact.value);
    append_rows(out, section.table);
    return out + '}';
}

void append_csv(std::string& out, const Cell& cell) {
    std::string text = cell.text;
    for (const std::string& one : cell.list)
        text += (text.empty() ? "" : "|") + one;
    if (text.find_first_of(",\"\n\r") == std::string::npos) {
        out += text;
        return;
    }
    append_csv_quoted(out, text);
}

} // namespace

Cell Cell::decimal(double value, int digits) {
    Cell cell;
    cell.type = Type::number;
    cell.text = fmt::format("{:.{}f}", value, digits);
    return cell;
}

Cell Cell::of(std::vector<std::string> values) {
    Cell cell;
    cell.type = Type::list;
    cell.list = std::move(values);
    return cell;
}

std::string as_json(const Answer& answer) {
    std::string out = "{";
    for (const Fact& fact : answer.facts)
        append_member(out, fact.key, fact.value);
    // Sections without a key add their tables to the object itself.
    std::map<std::string_view, std::vector<const Section*>> lists;
    std::vector<std::string_view> order = answer.lists;
    for (const std::string_view key : order)
        lists[key];
    for (const Section& section : answer.sections) {
        if (section.key.empty()) {
            append_rows(out, section.table);
            continue;
        }
        if (!lists.contains(section.key)) order.push_back(section.key);
        lists[section.key].push_back(&section);
    }
    for (const std::string_view key : order) {
        append_key(out, key);
        out += '[';
        for (const Section* section : lists[key]) {
            if (out.back() != '[') out += ",\n";
            out += object_of(*section);
        }
        out += ']';
    }
    return out + "}\n";
}

std::string as_csv(const Answer& answer) {
    std::string out;
    const auto line = [&out](const std::vector<Cell>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out += ',';
            append_csv(out, cells[i]);
        }
        out += '\n';
    };
    for (const Section& section : answer.sections) {
        if (out.empty()) {
            std::vector<Cell> header;
            for (const Fact& fact : section.facts)
                header.emplace_back(fact.key);
            for (const Column& column : section.table.columns)
                header.emplace_back(column.key);
            line(header);
        }
        for (const std::vector<Cell>& row : section.table.rows) {
            std::vector<Cell> cells;
            for (const Fact& fact : section.facts)
                cells.push_back(fact.value);
            cells.insert(cells.end(), row.begin(), row.end());
            line(cells);
        }
    }
    return out;
}

} // namespace entente::session
