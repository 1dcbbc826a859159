// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/own/entities.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "graph/language/words.hpp"
#include "importers/flat/items/column_names.hpp"

namespace entente {

namespace {

/// How the formats show an entity or a relation, in words that mean something to their readers, and
/// where a program that wrote the file again had drawn it. All that counts of it stands elsewhere,
/// too. An attribute of ours of such a name is written as `kg_a_NAME`.
constexpr std::array<std::string_view, 23> shown{
    "label", "labels", "labelV", "labelE", "name",      "interaction", "key",  "shape",
    "style", "color",  "dir",    "id",     "fillcolor", "fontcolor",   "SUID", "x",
    "y",     "z",      "r",      "g",      "b",         "size",        "pos"};

bool is_shown(std::string_view name) {
    return std::find(shown.begin(), shown.end(), name) != shown.end();
}

} // namespace

void OwnFlatEntities::read(const FlatItem& node) {
    if (plain_.entity(node)) {
        reading_.accept();
        return;
    }
    if (const FlatAttribute* text = node.first_of({flat_name(Word::whole)}))
        graph_.read_text(*text, node.offset);
    begin(node);
    for (const FieldWord& row : field_words)
        if (row.on == On::entity && row.role == FieldRole::own && !record_.has(row.name))
            field(node, row);
    find_exact(node);
    attributes(node);
    finish(node);
}

/// What every record of an entity has, also one for a further value of an attribute.
void OwnFlatEntities::begin(const FlatItem& node) {
    record_.begin();
    record_.text(name(Word::entity), node.find(flat_name(Word::id))->text);
    if (const FlatAttribute* kind = node.first_of({flat_name(Word::kind), "labelV"}))
        record_.text(name(Word::kind), kind->text);
    if (const FlatAttribute* called = node.first_of({flat_name(Word::name), "label", "name"}))
        record_.text(name(Word::name), called->text);
    if (const FlatAttribute* source = node.first_of({flat_name(Word::source)}))
        record_.text(name(Word::source), source->text);
    const FlatAttribute* provisional = node.find(flat_name(Word::provisional));
    if (provisional && provisional->is_true())
        record_.value(name(Word::provisional), "true", JsonType::boolean);
}

/// Of an entity's fields those that only its first record has.
void OwnFlatEntities::field(const FlatItem& node, const FieldWord& row) {
    const FlatAttribute* const found = node.first_of({row.flat});
    if (found == nullptr) return;
    if (row.type == "boolean") {
        if (found->is_true()) record_.value(row.name, "true", JsonType::boolean);
    } else if (row.type != "list") {
        record_.text(row.name, found->text);
    } else if (!record_.json(row.name, found->text)) {
        reading_.report(Code::syntax, Severity::warning, node.offset,
                        std::string(row.flat) + " is no JSON");
    }
}

void OwnFlatEntities::find_exact(const FlatItem& node) {
    values_.clear();
    exact_.clear();
    const FlatAttribute* const list = node.first_of({flat_name(Word::attributes)});
    if (list == nullptr) return;
    if (!parser_.parse(list->text)) {
        reading_.report(Code::syntax, Severity::warning, node.offset,
                        std::string(flat_name(Word::attributes)) + " is no JSON");
        return;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
        if (tree.tokens[i].type == JsonType::object && tree.tokens[i].end > i + 1) {
            values_.push_back(i + 1);
            exact_.insert(tree.tokens[i + 1].key());
        }
}

void OwnFlatEntities::attributes(const FlatItem& node) {
    for (const FlatAttribute& a : node.attributes) {
        const bool marked = a.name.starts_with(flat_attribute_prefix);
        if (!marked && (a.name.starts_with(flat_prefix) || is_shown(a.name))) continue;
        const std::string_view key = record_.keep(column_key(a.name));
        if (!exact_.contains(key) && !record_.has(key)) record_.attribute(key, a);
    }
}

/// Reads the record; the second value of an attribute needs one of its own.
void OwnFlatEntities::finish(const FlatItem& node) {
    const JsonTree& tree = parser_.tree();
    std::vector<std::size_t> further;
    for (const std::size_t i : values_) {
        if (record_.has(tree.tokens[i].key()))
            further.push_back(i);
        else
            record_.splice(tree.tokens[i].key(), tree, i);
    }
    const bool accepted = record_.read(node.offset);
    record_.count(accepted, node.offset);
    if (!accepted) return;
    for (const std::size_t i : further) {
        begin(node);
        record_.splice(tree.tokens[i].key(), tree, i);
        record_.read(node.offset);
    }
}

} // namespace entente
