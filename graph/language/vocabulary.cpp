// SPDX-License-Identifier: BSL-1.0
#include "graph/language/vocabulary.hpp"

#include <algorithm>
#include <stdexcept>

#include "graph/language/vocabulary_table.hpp"
#include "graph/text/ascii.hpp"
#include "graph/text/word_list.hpp"

namespace entente {

std::string fold_term(std::string_view name) {
    std::string out;
    char previous = 0;
    for (const char c : name) {
        const bool hump = ascii::is_upper(c) && ascii::is_lower(previous);
        const bool gap = c == ' ' || c == '-' || c == '_';
        if ((hump || gap) && !out.empty() && out.back() != '_') out += '_';
        if (!gap) out += ascii::lower(c);
        previous = c;
    }
    while (!out.empty() && out.back() == '_')
        out.pop_back();
    return out.empty() ? std::string(name) : out;
}

namespace {

/// The look of a relation that nobody has given one.
constexpr std::string_view plain_color = "#6b7280";

std::string_view in_words(std::string_view name, std::string& words) {
    words = name;
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

} // namespace

Kind with_defaults(Kind row, std::string& words) {
    const Kind& plain = builtin_kinds()[kind::entity];
    if (row.label.empty()) row.label = in_words(row.name, words);
    if (row.plural.empty()) row.plural = row.label;
    for (std::string_view Kind::*const look :
         {&Kind::fill, &Kind::stroke, &Kind::text, &Kind::shape})
        if ((row.*look).empty()) row.*look = plain.*look;
    return row;
}

RelationType with_defaults(RelationType row, std::string& words) {
    if (row.label.empty()) row.label = in_words(row.name, words);
    if (row.color.empty()) row.color = plain_color;
    return row;
}

namespace {

/// Leaves a text out if `implied` has the same.
template <class Row>
void leave_out(Row& row, const Row& implied, std::span<const RowText<Row>> texts) {
    for (const RowText<Row>& field : texts)
        if (field.text != &Row::name && row.*field.text == implied.*field.text)
            row.*field.text = {};
}

} // namespace

Kind without_defaults(Kind row) {
    std::string words;
    Kind named;
    named.name = row.name;
    const Kind implied = with_defaults(named, words);
    Kind labelled = implied;
    labelled.plural = row.label;
    leave_out<Kind>(row, labelled, kind_texts);
    return row;
}

RelationType without_defaults(RelationType row) {
    std::string words;
    RelationType named;
    named.name = row.name;
    leave_out<RelationType>(row, with_defaults(named, words), relation_texts);
    return row;
}

Vocabulary::Vocabulary()
    : kinds_(builtin_kinds().begin(), builtin_kinds().end()),
      relations_(builtin_relations().begin(), builtin_relations().end()) {
    for (std::size_t at = 0; at < kinds_.size(); ++at)
        kind_index_.emplace(kinds_[at].name, static_cast<KindId>(at));
    for (std::size_t at = 0; at < relations_.size(); ++at)
        index_relation(static_cast<RelationId>(at));
}

std::span<const FieldWord> Vocabulary::attributes() {
    const auto end = std::find_if(field_words.begin(), field_words.end(), [](const FieldWord& row) {
        return row.role == FieldRole::marked || row.role == FieldRole::made;
    });
    return {field_words.begin(), end};
}

void Vocabulary::index_relation(RelationId id) {
    const RelationType& row = relations_[id];
    const auto [at, is_new] = relation_index_.emplace(fold_term(row.name), Found{id, false, false});
    if (!is_new && !relations_[at->second.id].builtin) at->second = {id, false, false};
    if (!row.inverse.empty())
        relation_index_.emplace(fold_term(row.inverse), Found{id, true, true});
    for_each_word(row.synonyms, [&](std::string_view word) {
        relation_index_.emplace(fold_term(word), Found{id, false, true});
    });
}

KindId Vocabulary::find_kind(std::string_view name) const {
    if (const auto at = kind_index_.find(std::string(name)); at != kind_index_.end())
        return at->second;
    const auto at = kind_index_.find(fold_term(name));
    return at == kind_index_.end() ? none : at->second;
}

Vocabulary::Found Vocabulary::find_relation(std::string_view name) const {
    const auto at = relation_index_.find(fold_term(name));
    if (at == relation_index_.end()) return {};
    Found found = at->second;
    if (!found.inverse && name == relations_[found.id].name) return found;
    found.synonym = true;
    return found;
}

std::string_view Vocabulary::keep(std::string_view text) {
    return texts_.emplace_back(text);
}

template <class Row>
void Vocabulary::keep_texts(Row& row, std::span<const RowText<Row>> texts) {
    for (const RowText<Row>& field : texts)
        row.*field.text = keep(row.*field.text);
}

KindId Vocabulary::add_kind(std::string_view name) {
    if (const KindId known = find_kind(name); known != none) return known;
    Kind row;
    row.name = row.label = name;
    row.open = true;
    return add_kind(row);
}

KindId Vocabulary::add_kind(const Kind& given) {
    if (kinds_.size() >= none) throw std::length_error("more than 65,534 kinds of entities");
    std::string words;
    Kind row = with_defaults(given, words);
    keep_texts<Kind>(row, kind_texts);
    row.builtin = false;
    const auto id = static_cast<KindId>(kinds_.size());
    kinds_.push_back(row);
    kind_index_.emplace(row.name, id);
    kind_index_.emplace(fold_term(row.name), id);
    return id;
}

RelationId Vocabulary::add_relation(std::string_view name) {
    if (const Found known = find_relation(name); known.id != none) return known.id;
    RelationType row;
    row.name = row.label = name;
    row.open = true;
    return add_relation(row);
}

RelationId Vocabulary::add_relation(const RelationType& given) {
    if (relations_.size() >= none) throw std::length_error("more than 65,534 relations");
    std::string words;
    RelationType row = with_defaults(given, words);
    keep_texts<RelationType>(row, relation_texts);
    row.builtin = false;
    const auto id = static_cast<RelationId>(relations_.size());
    relations_.push_back(row);
    index_relation(id);
    return id;
}

} // namespace entente
