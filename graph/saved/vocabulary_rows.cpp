// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/vocabulary_rows.hpp"

#include <string>

#include "graph/language/vocabulary_table.hpp"
#include "graph/memory/hash.hpp"

namespace entente::saved {

std::array<std::string_view*, 11> texts_of(Kind& row) {
    return {&row.name,     &row.label, &row.plural, &row.meaning, &row.iri,  &row.schema_org,
            &row.wikidata, &row.fill,  &row.stroke, &row.text,    &row.shape};
}

std::array<std::string_view*, 12> texts_of(RelationType& row) {
    return {&row.name,    &row.label, &row.inverse,    &row.inverse_label,
            &row.meaning, &row.iri,   &row.schema_org, &row.wikidata,
            &row.plover,  &row.cameo, &row.color,      &row.synonyms};
}

/// Names and numbers, and which relations have an order; words for people may change.
std::uint64_t vocabulary_hash() {
    std::string all;
    for (const Kind& row : builtin_kinds())
        all.append(row.name) += '\n';
    for (const RelationType& row : builtin_relations())
        all.append(row.name) += row.symmetric ? '=' : '\n';
    return stable_hash(all);
}

std::shared_ptr<const Vocabulary> read_vocabulary(const File& file, const Texts& texts) {
    auto vocabulary = std::make_shared<Vocabulary>();
    for (const KindRow& saved : file.checked_rows<KindRow>(Part::kinds)) {
        Kind row;
        const auto places = texts_of(row);
        for (std::size_t i = 0; i < places.size(); ++i)
            *places[i] = texts(saved.texts[i]);
        const std::size_t expected = vocabulary->kinds().size();
        file.require(expected < Vocabulary::none && vocabulary->add_kind(row) == expected,
                     "a kind of entities");
    }
    for (const RelationTypeRow& saved : file.checked_rows<RelationTypeRow>(Part::relation_types)) {
        RelationType row;
        const auto places = texts_of(row);
        for (std::size_t i = 0; i < places.size(); ++i)
            *places[i] = texts(saved.texts[i]);
        row.subjects = saved.subjects;
        row.objects = saved.objects;
        file.require(saved.symmetric <= 1 && saved.sign >= -1 && saved.sign <= 1, "a relation");
        row.symmetric = saved.symmetric != 0;
        row.sign = static_cast<Sign>(saved.sign);
        const std::size_t expected = vocabulary->relations().size();
        file.require(expected < Vocabulary::none && vocabulary->add_relation(row) == expected,
                     "a kind of relations");
    }
    return vocabulary;
}

} // namespace entente::saved
