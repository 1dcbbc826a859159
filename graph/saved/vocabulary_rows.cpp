// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/vocabulary_rows.hpp"

#include <array>
#include <string>

#include "graph/language/vocabulary_table.hpp"
#include "graph/memory/hash.hpp"

namespace entente::saved {

/// Names and numbers, and which relations have an order; words for people may change.
std::uint64_t vocabulary_hash() {
    std::string all;
    for (const Kind& row : builtin_kinds())
        all.append(row.name) += '\n';
    for (const RelationType& row : builtin_relations())
        all.append(row.name) += row.symmetric ? '=' : '\n';
    return stable_hash(all);
}

namespace {

template <class Row, std::size_t size>
void read_texts(Row& row, const std::array<TextRef, size>& saved,
                const std::array<RowText<Row>, size>& fields, const Texts& texts) {
    for (std::size_t i = 0; i < size; ++i)
        row.*fields[i].text = texts(saved[i]);
}

} // namespace

std::shared_ptr<const Vocabulary> read_vocabulary(const File& file, const Texts& texts) {
    auto vocabulary = std::make_shared<Vocabulary>();
    for (const KindRow& saved : file.checked_rows<KindRow>(Part::kinds)) {
        Kind row;
        read_texts(row, saved.texts, kind_texts, texts);
        row.open = saved.open != 0;
        file.require(saved.open <= 1 && vocabulary->kinds().size() < Vocabulary::none &&
                         vocabulary->find_kind(row.name) == Vocabulary::none,
                     "a kind of entities");
        vocabulary->add_kind(row);
    }
    for (const RelationTypeRow& saved : file.checked_rows<RelationTypeRow>(Part::relation_types)) {
        RelationType row;
        read_texts(row, saved.texts, relation_texts, texts);
        row.subjects = saved.subjects;
        row.objects = saved.objects;
        file.require(saved.symmetric <= 1 && saved.sign >= -1 && saved.sign <= 1 && saved.open <= 1,
                     "a relation");
        row.symmetric = saved.symmetric != 0;
        row.sign = static_cast<Sign>(saved.sign);
        row.open = saved.open != 0;
        const Vocabulary::Found known = vocabulary->find_relation(row.name);
        const bool taken =
            known.id != Vocabulary::none && vocabulary->relation(known.id).name == row.name;
        file.require(!taken && vocabulary->relations().size() < Vocabulary::none,
                     "a kind of relations");
        vocabulary->add_relation(row);
    }
    return vocabulary;
}

} // namespace entente::saved
