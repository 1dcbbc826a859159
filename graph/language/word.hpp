// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

// clang-format off
/// The words that files and programs say of an entity, source, relation, claim or graph. The keys
/// of records come first: those of one record are a set of 64 bits.
enum class Word : std::uint8_t {
    none,
    graph, source, entity, subject, relation, object,
    date, from, to, stance, confidence, stated_by, quote, span,
    subject_as, object_as, stated_by_as,
    kind, name, aliases, same_as, provisional,
    publisher, title, url, published, language, description,
    same, different, vocabulary,
    // what others write for one of these
    id, type, label, predicate, relationship, rel, edge,
    head, sub, subj, from_entity, source_entity, node_1,
    tail, obj, target, to_entity, target_entity, node_2,
    lang,
    keys_end,
    // what only other formats have a name for
    attributes = keys_end, qualifiers, empty, alias_languages, declared,
    status, derived, claim_count, source_count, sources, claims, judgements,
    span_begin, span_end, first_day, last_day,
    entities, relations, whole, records,
    fill, stroke, text, color, line, arrow,
    count_,
};
// clang-format on

constexpr std::size_t key_count = static_cast<std::size_t>(Word::keys_end);
static_assert(key_count <= 64, "a record's keys are a set of 64 bits");

/// What a field is said of; `look` is how an item is drawn.
enum class On : std::uint8_t { graph, source, entity, relation, claim, look };

/// Where a field has its place.
enum class FieldRole : std::uint8_t {
    own,    ///< a key of records, and a member of its own in the program
    free,   ///< a key of records that means something, kept among the attributes or qualifiers
    marked, ///< a key of records that only the program writes
    made,   ///< no key: computed, gathered from several records, or a part of another field
};

/// All that any format calls one field.
struct FieldWord {
    On on;
    Word word; ///< none: no code speaks of it
    FieldRole role;
    std::string_view name; ///< the key in records: `stated_by`
    /// As an attribute of nodes and edges, a column or a property: `kg_stated_by`; where it is the
    /// plain name, that means nothing else to any reader. Empty: it has no place there.
    std::string_view flat;
    std::string_view iri;  ///< of its predicate, prefixed: `kg:quote`, `schema:url`; may be empty
    std::string_view type; ///< string, date, decimal, integer, boolean, span, list, reference, json
    std::string_view meaning = {};
    std::string_view label = {}; ///< for people; empty: the name will do
};

/// What others write for a word of ours.
struct ForeignWord {
    Word word;
    std::string_view name;
    Word stands_for = Word::none;
    bool by_itself = true; ///< whatever stands beside it
};

} // namespace entente
