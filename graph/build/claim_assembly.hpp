// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/build/tables.hpp"
#include "graph/intake/intake.hpp"
#include "graph/language/diagnostics.hpp"

namespace entente {

/// From the claims as they were read to the ledger and the relations, in the order in which the
/// steps are to be called:
///
///  1. settle: from numbers of the intake to rows of the graph; the hash of the content
///  2. sort: by relation and content; claims that say the same are dropped
///  3. ends: who is related to whom, for the graph's edges
///  4. fold: what the claims of each relation come to
///
/// Rows stay where they were read; only their order is made.
class ClaimAssembly {
  public:
    ClaimAssembly(Intake& intake, const EntityTable& entities, const Vocabulary& vocabulary,
                  Diagnostics& diagnostics, unsigned threads);

    void settle();
    void sort();
    [[nodiscard]] std::size_t duplicates() const { return duplicates_; }
    using Ends = LargeVector<std::pair<EntityIndex, EntityIndex>>;
    [[nodiscard]] Ends ends();
    /// `relations` has as many rows as ends().
    void fold(std::span<Relation> relations);
    /// The claims; this has none afterwards.
    ClaimLedger take();

    static void bind(ClaimLedger& ledger, const GraphTables& graph);

  private:
    using Row = ClaimLedger::Row;
    using Detail = ClaimLedger::Detail;

    /// What claims are sorted by, within one subject.
    struct Key {
        std::uint64_t relation; ///< the type, then the object
        std::uint32_t hash;     ///< the upper half; the row has all of it
        std::uint32_t row;
    };
    [[nodiscard]] bool before(const Key& a, const Key& b) const {
        if (a.relation != b.relation) return a.relation < b.relation;
        return a.hash != b.hash ? a.hash < b.hash
                                : intake_.rows[a.row].hash < intake_.rows[b.row].hash;
    }
    /// Claims of one relation: those from `first` on up to the next one's.
    struct Group {
        std::uint64_t relation;
        EntityIndex subject;
        ClaimIndex first;
    };

    void settle(Row& row);
    void find_keys();
    void sort(std::span<Key> keys) const;
    void group();
    void fold(std::size_t begin, std::size_t end, std::span<Relation> relations) const;
    [[nodiscard]] bool joins_its_kinds(const Relation& relation) const;
    void report(const Relation& relation, const Row& first);

    [[nodiscard]] EntityIndex entity(std::uint32_t resolution) const {
        return entity_of_[resolution];
    }
    [[nodiscard]] std::string_view called(std::uint32_t resolution) const {
        return entities_.resolutions[resolution].called;
    }
    [[nodiscard]] const Detail& detail(const Row& row) const {
        return row.detail == no_index ? no_detail() : intake_.details[row.detail];
    }
    [[nodiscard]] bool same_content(const Row& a, const Row& b) const;

    Intake& intake_;
    const EntityTable& entities_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    const std::size_t threads_;
    std::vector<RelationId> open_types_; ///< by the intake's number
    /// What is asked of resolutions for each claim, close together.
    std::vector<EntityIndex> entity_of_;
    std::vector<std::uint64_t> mention_hashes_;
    std::vector<std::uint64_t> type_hashes_;
    std::vector<std::size_t> begins_; ///< of the keys of each subject
    LargeVector<Key> keys_;
    LargeVector<std::uint32_t> order_; ///< of the rows
    Column<Group> groups_;
    std::size_t duplicates_ = 0;
    std::set<std::tuple<RelationId, KindId, KindId>> mismatches_;
};

} // namespace entente
