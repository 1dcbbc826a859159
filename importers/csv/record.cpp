// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "importers/csv/columns.hpp"

namespace entente {

namespace {

bool digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// An integer as JSON writes it: no sign but '-', no leading zero.
bool json_integer(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return digits(text) && (text.size() == 1 || text[0] != '0');
}

} // namespace

JsonToken& CsvColumns::add(std::string_view key, std::string_view text, std::size_t offset,
                           JsonType type) {
    JsonToken token;
    token.key_data = key.empty() ? nullptr : key.data();
    token.key_size = static_cast<std::uint32_t>(key.size());
    token.text_data = text.data();
    token.text_size = static_cast<std::uint32_t>(text.size());
    token.offset = token.key_offset = static_cast<std::uint32_t>(offset - begin_);
    token.type = type;
    tree_->tokens.push_back(token);
    tree_->tokens.back().end = static_cast<std::uint32_t>(tree_->tokens.size());
    return tree_->tokens.back();
}

bool CsvColumns::make_record(const std::vector<CsvCell>& cells, std::size_t begin, JsonTree& tree,
                             JsonError& error) {
    cells_ = &cells;
    begin_ = begin;
    tree_ = &tree;
    error_ = &error;
    error.message.clear();
    tree.tokens.clear();
    tree.odd_parts = ~std::uint64_t{0}; // cells may hold anything
    tree.part_shift = 63;
    add({}, {}, begin, JsonType::object);
    for (const Field& field : fields_)
        add_field(field);
    tree.tokens.front().end = static_cast<std::uint32_t>(tree.tokens.size());
    return error.message.empty();
}

void CsvColumns::add_field(const Field& field) {
    switch (field.form) {
        case Form::list:
            add_list(field);
            break;
        case Form::span:
            add_span(field);
            break;
        case Form::object:
            add_object(field);
            break;
        default:
            add_value((*cells_)[field.parts[0].column], field.key, field.parts[0].form);
    }
}

/// An empty cell is no value.
bool CsvColumns::add_value(const CsvCell& cell, std::string_view key, Form form) {
    const std::string_view text = trimmed(cell.text);
    if (text.empty()) return false;
    const auto wrong = [&](std::string_view what) {
        *error_ = {Code::wrong_type, cell.offset - begin_,
                   "'" + printable(text) + "' in the column '" + printable(key) + "' is not " +
                       std::string(what)};
        return false;
    };
    switch (form) {
        case Form::number:
            add(key, text, cell.offset,
                is_json_number(text) ? JsonType::decimal : JsonType::string);
            return true;
        case Form::integer:
            if (!json_integer(text)) return wrong("a whole number");
            add(key, text, cell.offset, JsonType::integer);
            return true;
        case Form::decimal:
            if (!is_json_number(text)) return wrong("a number");
            add(key, text, cell.offset, JsonType::decimal);
            return true;
        case Form::boolean:
            if (text != "true" && text != "false") return wrong("true or false");
            add(key, text, cell.offset, JsonType::boolean);
            return true;
        default:
            add(key, cell.text, cell.offset, JsonType::string);
            return true;
    }
}

/// `Nippon|Nihon`
void CsvColumns::add_list(const Field& field) {
    const std::size_t list = tree_->tokens.size();
    bool any = false;
    for (const Part& part : field.parts) {
        const CsvCell& cell = (*cells_)[part.column];
        std::string_view rest = trimmed(cell.text);
        while (!rest.empty()) {
            const auto bar = std::min(rest.find('|'), rest.size());
            const std::string_view item = trimmed(rest.substr(0, bar));
            rest.remove_prefix(std::min(bar + 1, rest.size()));
            if (item.empty()) continue;
            if (!any) add(field.key, {}, cell.offset, JsonType::array);
            any = true;
            if (part.key.empty()) {
                add({}, item, cell.offset, JsonType::string);
                continue;
            }
            const std::size_t object = tree_->tokens.size();
            add({}, {}, cell.offset, JsonType::object);
            add("name", item, cell.offset, JsonType::string);
            add("language", part.key, cell.offset, JsonType::string);
            tree_->tokens[object].end = static_cast<std::uint32_t>(tree_->tokens.size());
        }
    }
    if (any) tree_->tokens[list].end = static_cast<std::uint32_t>(tree_->tokens.size());
}

/// `1811-1846`, or two cells
void CsvColumns::add_span(const Field& field) {
    const CsvCell& first = (*cells_)[field.parts[0].column];
    std::string_view begin = trimmed(first.text), end;
    if (field.parts.size() > 1) {
        end = trimmed((*cells_)[field.parts[1].column].text);
    } else if (const auto dash = begin.find_first_of("-,:"); dash != std::string_view::npos) {
        end = trimmed(begin.substr(dash + 1));
        begin = trimmed(begin.substr(0, dash));
    }
    if (begin.empty() && end.empty()) return;
    const std::size_t list = tree_->tokens.size();
    add("span", {}, first.offset, JsonType::array);
    for (const std::string_view text : {begin, end})
        add({}, text, first.offset, digits(text) ? JsonType::integer : JsonType::string);
    tree_->tokens[list].end = static_cast<std::uint32_t>(tree_->tokens.size());
}

/// A reference is a text if nothing else is said of it. A kind without a name says nothing.
void CsvColumns::add_object(const Field& field) {
    std::size_t filled = 0;
    const Part* last = nullptr;
    for (const Part& part : field.parts) {
        if (trimmed((*cells_)[part.column].text).empty()) continue;
        ++filled;
        last = &part;
    }
    if (filled == 0) return;
    if (filled == 1) {
        if (last->key == "kind") return;
        if (last->key == "id" || last->key == "name") {
            add_value((*cells_)[last->column], field.key, Form::text);
            return;
        }
    }
    const std::size_t object = tree_->tokens.size();
    add(field.key, {}, (*cells_)[field.parts[0].column].offset, JsonType::object);
    for (const Part& part : field.parts)
        add_value((*cells_)[part.column], part.key, Form::text);
    tree_->tokens[object].end = static_cast<std::uint32_t>(tree_->tokens.size());
}

} // namespace entente
