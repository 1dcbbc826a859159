// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace entente {

// clang-format off
/// The keys that records have a meaning for: ours first, then those that others write for them.
enum class Key : std::uint8_t {
    none,
    graph, source, entity, subject, relation, object,
    date, from, to, stance, confidence, stated_by, quote, span,
    subject_as, object_as, stated_by_as,
    kind, name, aliases, same_as, provisional,
    publisher, title, url, published, language, description,
    same, different,
    // what others write
    id, type, label, predicate, relationship, rel, edge,
    head, sub, subj, from_entity, source_entity, node_1,
    tail, obj, target, to_entity, target_entity, node_2,
    lang,
    count_,
};

constexpr std::size_t key_count = static_cast<std::size_t>(Key::count_);
static_assert(key_count <= 64, "a record's keys are a set of 64 bits");

/// In the order of the enumeration.
constexpr std::array<std::string_view, key_count> key_names{
    "",
    "graph", "source", "entity", "subject", "relation", "object",
    "date", "from", "to", "stance", "confidence", "stated_by", "quote", "span",
    "subject_as", "object_as", "stated_by_as",
    "kind", "name", "aliases", "same_as", "provisional",
    "publisher", "title", "url", "published", "language", "description",
    "same", "different",
    "id", "type", "label", "predicate", "relationship", "rel", "edge",
    "head", "sub", "subj", "from_entity", "source_entity", "node_1",
    "tail", "obj", "target", "to_entity", "target_entity", "node_2",
    "lang",
};
// clang-format on

constexpr std::string_view name(Key key) {
    return key_names[static_cast<std::size_t>(key)];
}

/// Whether `name` is the name of `key`.
bool is_key(std::string_view name, Key key);
/// Key::none if it is none of them.
Key find_key(std::string_view name);

} // namespace entente
