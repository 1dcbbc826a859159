// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/memory/flat_index.hpp"
#include "graph/memory/strings.hpp"
#include "graph/model/model.hpp"

namespace entente {

/// One way in which the input refers to somebody or something. Claims refer to mentions; who is
/// meant is decided once per mention, when everything has been read.
struct Mention {
    std::string_view text, kind;
    KindSet expected = 0; ///< which kinds the relation joins there; 0: any, or the kind is given
    Position first;
    std::string_view as;
    std::string_view source; ///< set if the mention is to be understood inside this source only
};

/// An entity record as it was read; all text belongs to the intake's pool.
struct Declaration {
    EntityRecord record;
    std::span<const std::string_view> folded; ///< fold_name of its name, then of each alias
    /// Neither id nor identity are settled: it stands for whomever its name means.
    [[nodiscard]] bool by_name() const { return record.id.empty() || record.provisional; }
};

/// A relation that the vocabulary does not know, by the name that the input gives it.
struct OpenRelation {
    std::string_view name;
    Position first;
};

/// Everything that a Builder was given, before anything is decided. Row::subject, object and
/// Detail::stated_by are numbers of mentions, Row::source is the number of a source's mention.
struct Intake {
    std::shared_ptr<StringPool> strings = std::make_shared<StringPool>();
    Column<Mention> mentions;
    Column<Declaration> declarations;
    Column<SourceTable::Row> sources; ///< records and places that name one; not merged yet
    std::vector<SourceTable::Detail> source_details;
    std::vector<Judgement> judgements;
    std::vector<GraphRecord> graphs;
    std::vector<KindRecord> kinds; ///< of vocabularies in the input; not merged yet
    std::vector<RelationTypeRecord> relation_types;
    std::vector<OpenRelation> open_relations;
    Column<ClaimLedger::Row> rows;
    std::vector<ClaimLedger::Detail> details;

    /// Where a mention is found, if it is one already.
    using Place = std::uint32_t;
    /// Three steps, each of which sends for what the next one reads: worth it where many mentions
    /// are looked up together.
    [[nodiscard]] Place find_place(const Reference& reference, KindSet expected) const;
    void fetch_mention(Place place) const;
    void fetch_text(Place place) const;

    std::uint32_t mention(const Reference& reference, KindSet expected, Position at, Place place);
    /// Forgets all mentions, and mentions those of the claims once more: which kinds are expected
    /// there may be known only now. `kinds_at(row)` has those of its subject and its object, or
    /// nothing, where they are as before.
    struct EndKinds {
        KindSet subject = 0, object = 0;
    };
    void mention_anew(
        const std::function<std::optional<EndKinds>(const ClaimLedger::Row&)>& kinds_at);
    /// The same mention, to be understood inside one source only.
    std::uint32_t mention_in(std::uint32_t mention, std::string_view source);

    /// Adds what another thread has read of the same file, `lines` lines further down. `open` has
    /// our number of each of its open relations. The order of the rows becomes another one.
    void join(Intake&& other, std::span<const RelationId> open, std::uint32_t lines,
              unsigned threads);

    /// A source's record. The same one again, not long after, is the same mention.
    void describe_source(const Source& source);
    /// A claim's source, by its id.
    std::uint32_t cite(std::string_view id);

  private:
    /// The sources that were named last, by hash. What it forgets is only mentioned once more.
    struct Recent {
        std::uint64_t hash = 0;
        std::uint32_t mention = no_index;
    };
    static constexpr std::size_t recent_sources = 4096;

    std::uint32_t add(const Mention& mention, Place place);
    [[nodiscard]] bool is(const Recent& recent, std::uint64_t hash, std::string_view id) const;

    FlatIndex mention_index_;
    std::vector<Recent> recent_ = std::vector<Recent>(recent_sources);
};

} // namespace entente
