// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/own/graph.hpp"

#include <functional>

#include "graph/language/words.hpp"

namespace entente {

namespace {

/// What the graph as a whole is called by us, or by those who know no names of ours.
const FlatAttribute* graph_field(const FlatItem& item, const FieldWord& row) {
    if (row.word == Word::title) return item.first_of({row.flat, "title", "name"});
    if (row.word == Word::description)
        return item.first_of({row.flat, "description", "Description"});
    return item.first_of({row.flat});
}

} // namespace

void OwnFlatGraph::read(const FlatItem& item) {
    fields(item);
    if (const FlatAttribute* sources = item.first_of({flat_name(Word::sources)}))
        read_sources(sources->text, item.offset);
    if (const FlatAttribute* rows = item.first_of({flat_name(Word::vocabulary)}))
        vocabulary(*rows, item.offset);
    if (const FlatAttribute* list = item.first_of({flat_name(Word::judgements)}))
        judgements(*list, item.offset);
    tell_unknown(item);
}

void OwnFlatGraph::fields(const FlatItem& item) {
    record_.begin();
    record_.open_object(name(Word::graph));
    bool any = false;
    for (const FieldWord& row : field_words) {
        if (row.on != On::graph || row.role != FieldRole::own) continue;
        const FlatAttribute* const found = graph_field(item, row);
        if (found == nullptr) continue;
        record_.text(row.name, found->text);
        any = true;
    }
    if (any) record_.count(record_.read(item.offset), item.offset);
}

void OwnFlatGraph::tell_unknown(const FlatItem& item) {
    for (const FlatAttribute& a : item.attributes)
        if (!a.text.empty() && !a.name.starts_with(flat_prefix) && a.name != "title" &&
            a.name != "name" && a.name != "description" && a.name != "Description")
            reading_.once(Code::unknown_column, Severity::note, item.offset,
                          "'" + printable(a.name) + "' of the graph as a whole is not kept");
}

bool OwnFlatGraph::read_object(const JsonTree& tree, std::size_t index, std::size_t offset) {
    record_.begin();
    record_.members(tree, index);
    return record_.read(offset);
}

/// True the first time that this text comes. Most texts stay where they are in the input.
bool OwnFlatGraph::is_new(std::string_view source) {
    const std::string_view input = reading_.text();
    const std::less_equal<const char*> not_behind;
    if (not_behind(input.data(), source.data()) &&
        not_behind(source.data() + source.size(), input.data() + input.size()))
        return told_.insert(source).second;
    return !told_.contains(source) && told_.insert(texts_.emplace_back(source)).second;
}

void OwnFlatGraph::read_sources(std::string_view list, std::size_t offset) {
    if (!parser_.parse(list)) {
        reading_.report(
            Code::syntax, Severity::warning, offset,
            std::string(flat_name(Word::sources)) + " is no JSON: " + parser_.error().message);
        return;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        const JsonToken& source = tree.tokens[i];
        if (source.type != JsonType::object) continue;
        const bool last = source.end == tree.root().end;
        const std::size_t next = last ? list.size() : tree.tokens[source.end].offset;
        const std::string_view text = list.substr(source.offset, next - source.offset);
        if (!is_new(text.substr(0, text.rfind('}') + 1))) continue;
        if (!plain_.source(tree, i)) read_object(tree, i, offset);
    }
}

void OwnFlatGraph::vocabulary(const FlatAttribute& rows, std::size_t offset) {
    record_.begin();
    if (record_.json(name(Word::vocabulary), rows.text))
        record_.count(record_.read(offset), offset);
    else
        reading_.report(Code::syntax, Severity::warning, offset,
                        std::string(flat_name(Word::vocabulary)) + " is no JSON");
}

void OwnFlatGraph::judgements(const FlatAttribute& list, std::size_t offset) {
    if (!parser_.parse(list.text)) {
        reading_.report(
            Code::syntax, Severity::warning, offset,
            std::string(flat_name(Word::judgements)) + " is no JSON: " + parser_.error().message);
        return;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
        read_object(tree, i, offset);
}

void OwnFlatGraph::read_text(const FlatAttribute& text, std::size_t offset) {
    if (!parser_.parse(text.text) || parser_.tree().root().type != JsonType::object) {
        reading_.report(Code::syntax, Severity::warning, offset,
                        std::string(flat_name(Word::whole)) + " is no JSON object");
        return;
    }
    FlatItem item;
    item.offset = offset;
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        const JsonToken& member = tree.tokens[i];
        if (member.key() == name(Word::graph)) {
            for (std::size_t k = i + 1; k < member.end; k = tree.tokens[k].end)
                item.add(std::string(flat_prefix) + std::string(tree.tokens[k].key()),
                         tree.tokens[k].text());
        } else {
            std::string list;
            write_json(tree, i, list);
            item.add(std::string(flat_prefix) + std::string(member.key()), list);
        }
    }
    read(item);
}

} // namespace entente
