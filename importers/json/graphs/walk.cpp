// SPDX-License-Identifier: BSL-1.0
#include "importers/json/graphs/walk.hpp"

namespace entente {

std::size_t JsonWalk::skip(std::size_t begin) {
    const JsonExtent extent = scanner_.value(begin);
    if (!extent.closed)
        reading_.report(Code::syntax, begin, "this value is never closed; its end is missing");
    return extent.closed ? std::max(extent.end, begin + 1) : text_.size();
}

/// Behind a value that is never closed nothing can be told apart any more.
bool JsonWalk::parse(std::size_t begin) {
    const JsonExtent extent = scanner_.value(begin);
    end_ = extent.closed ? std::max(extent.end, begin + 1) : text_.size();
    const std::string_view text = text_.substr(begin, end_ - begin);
    if (parser_.parse(text)) return true;
    const JsonError& error = parser_.error();
    reading_.report(error.code, begin + error.offset, error.message);
    reading_.reject_json(begin, text);
    return false;
}

void JsonWalk::reject(std::size_t begin, Code code, std::string message) {
    reading_.report(code, begin, std::move(message));
    reading_.reject_json(begin, text_.substr(begin, end_ - begin));
}

void add_members(FlatItem& item, const JsonTree& tree, std::size_t index) {
    for (std::size_t i = index + 1; i < tree.tokens[index].end; i = tree.tokens[i].end) {
        const JsonToken& token = tree.tokens[i];
        if (token.type == JsonType::null) continue;
        if (!token.compound()) {
            item.add(token.key(), token.text(), token.type);
            continue;
        }
        std::string json;
        write_json(tree, i, json);
        item.add(token.key(), json, token.type);
    }
}

std::size_t find_member(const JsonTree& tree, std::size_t index, std::string_view key) {
    if (tree.tokens[index].type != JsonType::object) return 0;
    for (std::size_t i = index + 1; i < tree.tokens[index].end; i = tree.tokens[i].end)
        if (tree.tokens[i].key() == key) return i;
    return 0;
}

} // namespace entente
