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
    relation_index_.insert_or_assign(fold_term(row.name), Found{id, false, false});
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

KindId Vocabulary::add_kind(std::string_view name) {
    if (const KindId known = find_kind(name); known != none) return known;
    Kind row = kinds_[kind::entity];
    row.name = row.label = row.plural = name;
    row.meaning = row.schema_org = row.wikidata = row.iri = "";
    return add_kind(row);
}

KindId Vocabulary::add_kind(const Kind& given) {
    Kind row = given;
    for (std::string_view* text :
         {&row.name, &row.label, &row.plural, &row.meaning, &row.iri, &row.schema_org,
          &row.wikidata, &row.fill, &row.stroke, &row.text, &row.shape})
        *text = keep(*text);
    row.builtin = false;
    if (const KindId known = find_kind(row.name); known != none) {
        if (!kinds_[known].builtin) kinds_[known] = row;
        return known;
    }
    if (kinds_.size() >= none) throw std::length_error("more than 65,534 kinds of entities");
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
    row.color = "#6b7280";
    return add_relation(row);
}

RelationId Vocabulary::add_relation(const RelationType& given) {
    RelationType row = given;
    for (std::string_view* text :
         {&row.name, &row.label, &row.inverse, &row.inverse_label, &row.meaning, &row.iri,
          &row.schema_org, &row.wikidata, &row.plover, &row.cameo, &row.color, &row.synonyms})
        *text = keep(*text);
    row.builtin = false;
    if (const Found known = find_relation(row.name); known.id != none && !known.inverse) {
        if (!relations_[known.id].builtin) {
            relations_[known.id] = row;
            index_relation(known.id);
        }
        return known.id;
    }
    if (relations_.size() >= none) throw std::length_error("more than 65,534 relations");
    const auto id = static_cast<RelationId>(relations_.size());
    relations_.push_back(row);
    index_relation(id);
    return id;
}

} // namespace entente
