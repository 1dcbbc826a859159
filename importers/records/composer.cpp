// SPDX-License-Identifier: BSL-1.0
#include "importers/records/composer.hpp"

namespace entente {

void RecordComposer::begin() {
    tree_.tokens.clear();
    tree_.odd_parts = ~std::uint64_t{0}; // its texts may hold anything
    tree_.part_shift = 63;
    open_.clear();
    used_parsers_ = 0;
    open({}, JsonType::object);
}

JsonToken& RecordComposer::add(std::string_view key, std::string_view text, JsonType type) {
    JsonToken token;
    token.key_data = key.empty() ? nullptr : key.data();
    token.key_size = static_cast<std::uint32_t>(key.size());
    token.text_data = text.data();
    token.text_size = static_cast<std::uint32_t>(text.size());
    token.type = type;
    tree_.tokens.push_back(token);
    tree_.tokens.back().end = static_cast<std::uint32_t>(tree_.tokens.size());
    return tree_.tokens.back();
}

void RecordComposer::text(std::string_view key, std::string_view text) {
    add(key, text, JsonType::string);
}

void RecordComposer::value(std::string_view key, std::string_view text, JsonType type) {
    add(key, text, type);
}

bool RecordComposer::json(std::string_view key, std::string_view text) {
    if (used_parsers_ == parsers_.size()) parsers_.emplace_back();
    JsonParser& parser = parsers_[used_parsers_];
    if (!parser.parse(text)) return false;
    ++used_parsers_;
    splice(key, parser.tree(), 0);
    return true;
}

void RecordComposer::splice(std::string_view key, const JsonTree& tree, std::size_t index) {
    const std::size_t end = tree.tokens[index].end;
    const std::size_t begin = tree_.tokens.size();
    for (std::size_t i = index; i < end; ++i) {
        JsonToken token = tree.tokens[i];
        token.offset = token.key_offset = 0;
        token.end = static_cast<std::uint32_t>(token.end - index + begin);
        tree_.tokens.push_back(token);
    }
    tree_.tokens[begin].key_data = key.empty() ? nullptr : key.data();
    tree_.tokens[begin].key_size = static_cast<std::uint32_t>(key.size());
}

void RecordComposer::open(std::string_view key, JsonType type) {
    open_.push_back(tree_.tokens.size());
    add(key, {}, type);
}

void RecordComposer::close() {
    tree_.tokens[open_.back()].end = static_cast<std::uint32_t>(tree_.tokens.size());
    open_.pop_back();
}

void RecordComposer::close_all() {
    while (!open_.empty())
        close();
}

bool RecordComposer::has(std::string_view key) const {
    for (std::size_t i = 1; i < tree_.tokens.size(); i = tree_.tokens[i].end)
        if (tree_.tokens[i].key() == key) return true;
    return false;
}

bool RecordComposer::read(std::size_t offset) {
    close_all();
    return reader_.read(tree_, offset);
}

std::string RecordComposer::json() {
    close_all();
    std::string out;
    write_json(tree_, 0, out);
    return out;
}

} // namespace entente
