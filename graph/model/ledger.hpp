// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language/record.hpp"
#include "graph/language/vocabulary.hpp"
#include "graph/memory/large_memory.hpp"
#include "graph/memory/rows.hpp"
#include "graph/memory/text_ref.hpp"

namespace entente {

struct Entity;
struct Resolution;
namespace saved {
class GraphReader;
} // namespace saved

using EntityIndex = std::uint32_t;
using SourceIndex = std::uint32_t;
using ClaimIndex = std::uint32_t;
constexpr std::uint32_t no_index = 0xFFFFFFFF;

/// One extracted fact, as it is put together from the ledger's columns.
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

/// The claims, sorted by relation, then by content.
class ClaimLedger {
  public:
    /// The part of a claim that nearly every claim has, in one line of the processor's cache. Who
    /// is meant is kept as the mention, so that nothing is lost of what the source wrote; the
    /// resolution knows the entity.
    struct Row {
        std::uint64_t hash = 0;
        TextRef quote;
        Date date;
        double confidence = unknown_confidence;
        std::uint32_t subject = no_index, object = no_index; ///< index of the resolution
        std::uint32_t source = no_index;
        std::uint32_t detail = no_index; ///< no_index: the claim has none
        Position position;
        RelationId type = 0;
        Stance stance = Stance::asserted;
        bool open_type = false; ///< only in an Intake: `type` is a number of its open relations
    };
    static_assert(sizeof(Row) == 64);

    /// What most claims lack.
    struct Detail {
        Period period;
        std::uint32_t stated_by = no_index; ///< index of the resolution
        TextSpan span;
        std::span<const Field> qualifiers;
    };

    [[nodiscard]] std::size_t size() const {
        return saved_.saved() ? saved_.size() : order_.size();
    }
    [[nodiscard]] Claim operator[](ClaimIndex index) const;
    [[nodiscard]] const Row& row(ClaimIndex index) const {
        return saved_.saved() ? saved_[index] : rows_[order_[index]];
    }
    /// Calls `f(const Row&)` for all of them as they lie in memory, which is quicker than in their
    /// order, and also for those that were dropped because another says the same.
    template <class F>
    void for_each_row(F f) const {
        for (const Row& row : saved_)
            f(row);
        rows_.for_each(f);
    }
    [[nodiscard]] const Detail& detail(const Row& row) const;
    [[nodiscard]] std::string_view quote(const Row& row) const {
        return saved_texts_ ? (*saved_texts_)(row.quote) : row.quote.in(space_);
    }

  private:
    friend class ClaimAssembly;
    friend class saved::GraphReader;

    Column<Row> rows_; ///< as they were read
    LargeVector<std::uint32_t> order_;
    std::vector<Detail> details_;
    TextSpace space_;
    Rows<Resolution> resolutions_;
    // Of a saved graph, instead of those above:
    Rows<Row> saved_;
    Rows<Detail> saved_details_;
    const TextSource* saved_texts_ = nullptr;
};

/// The detail of a claim that has none.
const ClaimLedger::Detail& no_detail();

} // namespace entente
