// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language/record.hpp"
#include "graph/language/vocabulary.hpp"
#include "graph/memory/rows.hpp"
#include "graph/model/ledger.hpp"
#include "graph/model/sources.hpp"
#include "graph/model/steps.hpp"

namespace entente {

/// Rows of the finished graph's tables. Entities are sorted by id, sources by a hash of their id,
/// relations by (subject, relation, object), claims by their relation and then by content: the same
/// knowledge has the same numbers, whatever the order of the input.
using RelationIndex = std::uint32_t;

/// Something with a stable id, a kind and a name: a vertex of the graph. All strings belong to the
/// graph.
struct Entity {
    std::string_view id;   ///< `nation/JPN`
    std::string_view name; ///< never empty
    KindId kind = kind::entity;
    bool provisional = false; ///< only ever mentioned; nothing declares who or what it is
    bool declared = false;    ///< some record of the input is about it
    Period period;
    std::span<const Alias> aliases;            ///< sorted, without the name itself
    std::span<const std::string_view> same_as; ///< sorted
    std::span<const Field> attributes;         ///< sorted by key, then value
    std::string_view source;                   ///< set if the name holds only inside one source
    std::string_view iso2;                     ///< ISO 3166-1 alpha-2 of a nation, for its flag
};

/// What the claims of a relation come to, taken together.
enum class Status : std::uint8_t {
    supported, ///< asserted, and nobody denies it
    disputed,  ///< asserted by some, denied by others
    denied,    ///< only denied
    planned,   ///< nobody says more than that it is planned
    possible,  ///< nobody says more than that it is possible
};

std::string_view name(Status);

/// One edge per (subject, relation, object): a fold over its claims.
struct Relation {
    EntityIndex subject = 0, object = 0;
    RelationId type = 0;
    Status status = Status::supported;
    bool derived = false; ///< computed (from common membership), claimed by nobody
    /// In [0, 1]; NaN if no claim says. Independent sources strengthen one another, the same source
    /// counts once, with its highest figure: 1 - prod(1 - c) over sources, to six decimals.
    double confidence = unknown_confidence;
    Period period; ///< earliest beginning to latest end of the claims that are not denials
    ClaimIndex first_claim = 0;
    std::uint32_t claim_count = 0;
    std::uint32_t source_count = 0;
};

/// The step from subject to object, and the one back; `at` is the number of the relation.
inline Step step_along(const Relation& relation, std::uint32_t at) {
    return {at, relation.object, true, relation.status == Status::denied};
}
inline Step step_against(const Relation& relation, std::uint32_t at) {
    return {at, relation.subject, false, relation.status == Status::denied};
}

/// `relation/nation/JPN/ally_of/nation/USA`: stable and readable, unique over the graph.
std::string relation_id(std::string_view subject, std::string_view type, std::string_view object);

/// How one mention was understood: who asks can see every merge and the rule that made it.
struct Resolution {
    std::string_view text;   ///< as written: a name or an id
    std::string_view kind;   ///< as given; empty if the input did not say
    std::string_view as;     ///< how the source called it, where the text is an id
    std::string_view source; ///< if it holds only inside one source
    std::string_view rule;   ///< `demonym`, `declared alias`, ...: see docs/identity.md
    /// How the source called the entity, where that is neither its name nor its id; else empty.
    std::string_view called;
    EntityIndex entity = no_index;
    Position first; ///< where it was read first
};

/// An identity judgement as the input gave it.
struct Judgement {
    bool same = true;
    std::string_view a, b; ///< sorted
    friend auto operator<=>(const Judgement&, const Judgement&) = default;
};

/// The graph's tables, without Boost: what exporters and commands read.
struct GraphTables {
    std::string_view title, description;
    Date date;
    Rows<Entity> entities;
    Rows<Relation> relations;
    SourceTable sources;
    ClaimLedger claims;
    Rows<Resolution> resolutions;      ///< sorted by text, kind, as, source
    std::vector<Judgement> judgements; ///< sorted
    std::shared_ptr<const Vocabulary> vocabulary;
    // What a saved graph has worked out before; else empty.
    StepTable steps;
    const NameIndex* names = nullptr;

    /// The entity with this id; no_index if there is none.
    [[nodiscard]] EntityIndex find(std::string_view id) const;
};

} // namespace entente
