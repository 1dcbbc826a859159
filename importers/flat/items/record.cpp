// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/items/record.hpp"

#include <utility>

#include "graph/language/value.hpp"

namespace entente {

namespace {

bool is_integer(std::string_view text) {
    return text.find_first_of(".eE") == std::string_view::npos;
}

} // namespace

void FlatRecord::begin() {
    texts_.clear();
    RecordComposer::begin();
}

void FlatRecord::attribute(std::string_view key, const FlatAttribute& a) {
    switch (a.type) {
        case JsonType::array:
        case JsonType::object:
            if (!json(key, a.text)) text(key, a.text);
            return;
        case JsonType::boolean:
            value(key, a.is_true() ? "true" : "false", a.type);
            return;
        case JsonType::integer:
        case JsonType::decimal:
            if (is_json_number(a.text)) {
                value(key, a.text, is_integer(a.text) ? JsonType::integer : JsonType::decimal);
                return;
            }
            [[fallthrough]];
        default:
            text(key, a.text);
    }
}

void FlatRecord::reference(std::string_view key, const FlatNode& node) {
    if (!node.id.empty()) {
        text(key, node.id);
        return;
    }
    if (node.kind.empty()) {
        text(key, node.name);
        return;
    }
    open_object(key);
    text("name", node.name);
    text("kind", node.kind);
    close();
}

void FlatRecord::members(const JsonTree& tree, std::size_t object) {
    for (std::size_t i = object + 1; i < tree.tokens[object].end; i = tree.tokens[i].end)
        splice(tree.tokens[i].key(), tree, i);
}

void FlatRecord::count(bool accepted, std::size_t offset) {
    if (accepted)
        reading_.accept();
    else
        reading_.reject(offset, json());
}

void FlatRecord::reject(const FlatItem& item, Code code, std::string message) {
    reading_.report(code, Severity::error, item.offset, std::move(message));
    begin();
    text("subject", item.source.empty() ? item.id : item.source);
    if (!item.target.empty()) text("object", item.target);
    for (const FlatAttribute& a : item.attributes)
        if (!has(a.name)) attribute(a.name, a);
    count(false, item.offset);
}

} // namespace entente
