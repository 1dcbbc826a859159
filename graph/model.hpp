// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/record.hpp"
#include "graph/vocabulary.hpp"

namespace entente {

/// Rows of the finished graph's tables. Entities are sorted by id, sources by id, relations by
/// (subject, relation, object), claims by their relation and then by content: the same knowledge
/// has the same numbers, whatever the order of the input.
using EntityIndex = std::uint32_t;
using SourceIndex = std::uint32_t;
using RelationIndex = std::uint32_t;
using ClaimIndex = std::uint32_t;
constexpr std::uint32_t no_index = 0xFFFFFFFF;

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

/// A document that claims come from.
struct Source {
    std::string_view id;
    std::string_view publisher, title, url, language;
    Date published;
    std::span<const Field> attributes;
    bool declared = false; ///< false: only its id is known
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

/// One extracted fact, as a row assembled from the ledger's columns.
struct Claim {
    std::uint64_t hash = 0; ///< of the content; the same in every run
    EntityIndex subject = 0, object = 0;
    RelationId type = 0;
    Stance stance = Stance::asserted;
    Date date;
    Period period;
    double confidence = unknown_confidence;
    EntityIndex stated_by = no_index;
    SourceIndex source = no_index;
    std::string_view quote;
    TextSpan span;
    std::span<const Field> qualifiers; ///< sorted by key, then value
    /// How the source called them, where that is neither the entity's name nor its id.
    std::string_view subject_as, object_as, stated_by_as;
    Position position; ///< for `why` and diagnostics; never exported, equal inputs would differ
};

/// `claim/0123456789abcdef`: made from the claim's content.
std::string claim_id(std::uint64_t hash);
/// `relation/nation/JPN/ally_of/nation/USA`: stable and readable, unique over the graph.
std::string relation_id(std::string_view subject, std::string_view type, std::string_view object);

/// How one mention was understood: who asks can see every merge and the rule that made it.
struct Resolution {
    std::string_view text;   ///< as written: a name or an id
    std::string_view kind;   ///< as given; empty if the input did not say
    std::string_view as;     ///< how the source called it, where the text is an id
    std::string_view source; ///< if it holds only inside one source
    std::string_view rule;   ///< `demonym`, `declared alias`, ...: see docs/identity.md
    EntityIndex entity = no_index;
    Position first; ///< where it was read first
};

/// How the source called an entity, where that is neither the entity's name nor its id; else empty.
std::string_view called(const Resolution& resolution, const Entity& entity);

/// The claims, as compact rows sorted by relation, then by content.
class ClaimLedger {
  public:
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] Claim operator[](ClaimIndex index) const;

    /// The part of a claim that nearly every claim has. Who is meant is kept as the mention, so
    /// that nothing is lost of what the source wrote; the resolution knows the entity.
    struct Row {
        std::uint64_t hash = 0;
        Date date, from, to;
        double confidence = unknown_confidence;
        std::uint32_t subject = no_index, object = no_index; ///< index of the resolution
        std::uint32_t stated_by = no_index;                  ///< index of the resolution
        std::uint32_t type = 0;
        std::uint32_t source = no_index;
        std::uint32_t extra = no_index; ///< no_index: the claim has none
        Position position;
        Stance stance = Stance::asserted;
    };
    /// What many claims lack.
    struct Extra {
        std::string_view quote;
        TextSpan span;
        std::span<const Field> qualifiers;
    };
    [[nodiscard]] const Row& row(ClaimIndex index) const { return rows_[index]; }
    [[nodiscard]] const Extra& extra(const Row& row) const;

  private:
    friend class ClaimAssembly;
    std::vector<Row> rows_;
    std::vector<Extra> extras_;
    std::span<const Resolution> resolutions_;
    std::span<const Entity> entities_;
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
    std::span<const Entity> entities;
    std::span<const Relation> relations;
    std::vector<Source> sources;
    ClaimLedger claims;
    std::vector<Resolution> resolutions; ///< sorted by text, kind, as, source
    std::vector<Judgement> judgements;   ///< sorted
    std::shared_ptr<const Vocabulary> vocabulary;

    /// The entity with this id; no_index if there is none.
    [[nodiscard]] EntityIndex find(std::string_view id) const;
};

} // namespace entente
