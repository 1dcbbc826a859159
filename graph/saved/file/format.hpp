// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "graph/model/model.hpp"

/// How a saved graph lies in its file (docs/formats/entente.md):
///
///     Header, the parts, Trailer, which says where each of them lies
///
/// Each part begins at a multiple of `alignment`; what lies between is zero. Numbers are as the
/// machine has them. Rows refer to one another by their index, to texts by TextRef: what several
/// may have stands once in Part::texts; quotes, and the ids and addresses of sources, stand in
/// Part::long_texts in the order of their rows.
namespace entente::saved {

constexpr std::string_view magic{
    "\x89"
    "ENT\r\n\x1a\n",
    8};
constexpr std::uint32_t version = 3;
constexpr std::uint32_t byte_order = 0x01020304;
constexpr std::size_t alignment = 64;
/// Each part has a checksum for every so many bytes, so that a reader needs to look over only what
/// it uses.
constexpr std::size_t block_size = 4096;

struct Header {
    std::array<char, 8> magic;
    std::uint32_t byte_order;
    std::uint32_t version;
    std::array<char, 48> unused;
};
static_assert(sizeof(Header) == alignment);

enum class Part : std::uint8_t {
    texts,
    long_texts,
    about, ///< one row
    kinds, ///< those that are not built in, as are the next
    relation_types,
    entities,
    aliases,
    same_as,
    fields, ///< of entities
    resolutions,
    names, ///< by hash
    judgements,
    relations,
    begins, ///< of the steps of each entity, and one more
    steps,
    claims,
    details,
    detail_fields,
    sources,
    source_details,
    source_fields,
    checks, ///< of the blocks of all parts before
    count_,
};
constexpr auto part_count = static_cast<std::size_t>(Part::count_);

struct Extent {
    std::uint64_t begin, size;
};

struct Trailer {
    std::array<Extent, part_count> parts;
    std::uint64_t file_size;
    std::uint64_t vocabulary; ///< vocabulary_hash(): rows refer to the built-in ones by number
    std::uint64_t checks;     ///< checksum of Part::checks
    std::uint64_t checksum;   ///< of the header, then of the trailer up to here
};

/// Of the built-in kinds and relations, as far as a graph depends on them.
std::uint64_t vocabulary_hash();

struct About {
    TextRef title, description;
    std::uint64_t date;
};

struct KindRow {
    std::array<TextRef, kind_texts.size()> texts;
    std::uint32_t open, unused;
};

struct RelationTypeRow {
    std::array<TextRef, relation_texts.size()> texts;
    std::uint32_t subjects, objects;
    std::uint8_t symmetric;
    std::int8_t sign;
    std::uint8_t open;
    std::array<char, 5> unused;
};

/// Rows of another part.
struct Range {
    std::uint32_t first, count;
};

struct PeriodRow {
    std::uint64_t from, to;
};

struct EntityRow {
    TextRef id, name, source;
    PeriodRow period;
    Range aliases, same_as, fields;
    std::uint16_t kind;
    std::array<char, 2> iso2; ///< zero if it has none
    std::uint8_t provisional, declared;
    std::array<char, 2> unused;
};

struct AliasRow {
    TextRef name, language;
};

struct FieldRow {
    TextRef key, text;
    std::uint64_t type;
};

struct ResolutionRow {
    TextRef text, kind, as, source, rule, called;
    std::uint64_t entity;
};

/// Who has which id, name or alias, or was called so, to the letter.
struct NameRow {
    std::uint64_t hash;
    TextRef name;
    std::uint64_t entity;
};

struct JudgementRow {
    TextRef a, b;
    std::uint64_t same;
};

struct DetailRow {
    PeriodRow period;
    std::uint32_t stated_by;
    std::uint32_t span_begin, span_end;
    Range fields;
    std::uint32_t unused;
};

struct SourceDetailRow {
    TextRef publisher, title, language;
    std::uint64_t published;
    Range fields;
};

// Relations, steps, claims and sources are used where they lie in the file.
static_assert(sizeof(Relation) == 56 && sizeof(Step) == 12);
static_assert(sizeof(ClaimLedger::Row) == 64 && sizeof(SourceTable::Row) == 32);

} // namespace entente::saved
