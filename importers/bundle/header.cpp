// SPDX-License-Identifier: BSL-1.0
#include "importers/bundle/header.hpp"

#include <algorithm>
#include <array>

#include "graph/text/ascii.hpp"

namespace entente::bundle {

namespace {

using Use = OthersColumn::Use;

JsonType type_of_word(std::string_view name) {
    constexpr std::array<std::string_view, 4> integers{"int", "long", "short", "byte"};
    if (std::find(integers.begin(), integers.end(), name) != integers.end())
        return JsonType::integer;
    if (name == "float" || name == "double") return JsonType::decimal;
    if (name == "boolean" || name == "bool") return JsonType::boolean;
    return JsonType::string;
}

struct HeaderWord {
    std::string_view word;
    Use use;
};

/// `~label` of Neptune's Gremlin format.
constexpr std::array tilde_words{HeaderWord{"~id", Use::id}, HeaderWord{"~from", Use::source},
                                 HeaderWord{"~to", Use::target}, HeaderWord{"~label", Use::label}};
/// `:START_ID` of neo4j-admin and of Neptune's openCypher format.
constexpr std::array colon_words{
    HeaderWord{"id", Use::id},         HeaderWord{"start_id", Use::source},
    HeaderWord{"end_id", Use::target}, HeaderWord{"label", Use::label},
    HeaderWord{"type", Use::type},     HeaderWord{"ignore", Use::ignored}};

template <std::size_t n>
const HeaderWord* find(const std::array<HeaderWord, n>& words, std::string_view name) {
    const auto at = std::find_if(words.begin(), words.end(),
                                 [&](const HeaderWord& word) { return word.word == name; });
    return at == words.end() ? nullptr : &*at;
}

/// `name:string[]`, `movie:ID(Movies){...}`, `:LABEL`, `age:Int(single)`
bool read_marked(std::string_view cell, OthersColumn& column) {
    if (const HeaderWord* word = find(tilde_words, ascii::lower(cell))) {
        column.use = word->use;
        column.name.clear();
        return true;
    }
    const auto colon = cell.rfind(':', cell.find('('));
    if (colon == std::string_view::npos) return false;
    std::string_view type = cell.substr(colon + 1, cell.find('{', colon) - colon - 1);
    if (const auto open = type.find('('); open != std::string_view::npos) {
        column.space = type.substr(open + 1, type.find(')', open) - open - 1);
        type = type.substr(0, open);
    }
    column.name = cell.substr(0, colon);
    if (const HeaderWord* word = find(colon_words, ascii::lower(type));
        word && (column.name.empty() || word->use == Use::id || word->use == Use::ignored)) {
        column.use = word->use;
        return true;
    }
    column.list = type.ends_with("[]");
    if (column.list) type.remove_suffix(2);
    column.type = type_of_word(ascii::lower(type));
    return false;
}

/// `Id,Label` and `Source,Target` of Gephi, `id` and `src,dst` of GraphFrames.
void read_plain(OthersHeader& header) {
    const auto find = [&](std::initializer_list<std::string_view> names) -> OthersColumn* {
        for (OthersColumn& column : header.columns)
            if (std::find(names.begin(), names.end(), ascii::lower(column.name)) != names.end())
                return &column;
        return nullptr;
    };
    OthersColumn* source = find({"source", "src", "from"});
    OthersColumn* target = find({"target", "dst", "to"});
    OthersColumn* id = find({"id", "~id", "node_id", "nodeid"});
    if (source && target) {
        source->use = Use::source;
        target->use = Use::target;
        header.edges = true;
        if (id) id->use = Use::id;
    } else if (id && header.columns.size() > 1) {
        id->use = Use::id;
        header.nodes = true;
    }
}

} // namespace

bool OthersHeader::has(Use use) const {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const OthersColumn& column) { return column.use == use; });
}

OthersHeader understand_header(const std::vector<std::string_view>& cells) {
    OthersHeader header;
    for (std::string_view cell : cells) {
        cell = cell.substr(0, 1000); // no name is longer
        OthersColumn& column = header.columns.emplace_back();
        column.name = cell;
        header.marked = read_marked(cell, column) || header.marked;
    }
    if (!header.marked) {
        read_plain(header);
        return header;
    }
    header.edges = header.has(Use::source) && header.has(Use::target);
    header.nodes = !header.edges && header.has(Use::id);
    return header;
}

} // namespace entente::bundle
