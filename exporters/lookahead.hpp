// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include "graph/view.hpp"

namespace entente {

/// Fetches what the next relations' claims point to while the current one is written: sources,
/// quotes and qualifiers lie in memory as they were read, not in the order of the relations, and a
/// writer of a large graph would spend half of its time waiting for them.
class Lookahead {
  public:
    /// `ids_only`: of the claims only the ids of their sources are written.
    explicit Lookahead(const View& view, bool ids_only = false)
        : view_(view),
          claims_(view.graph().claims),
          ids_only_(ids_only),
          whole_(view.claim_count() == claims_.size() && claims_.size() > 4096) {}

    /// To be called before the view's nth relation is written.
    void at(std::size_t n) const {
        if (!whole_) return;
        const auto relations = view_.relations();
        if (n + 16 < relations.size()) fetch_records(relations[n + 16]);
        if (n + 8 < relations.size()) fetch_texts(relations[n + 8]);
    }

  private:
    template <class F>
    void for_first_rows(const Relation& relation, F f) const {
        for (std::uint32_t n = 0; n < relation.claim_count && n < 4; ++n)
            f(claims_.row(relation.first_claim + n));
    }
    void fetch_records(const Relation& relation) const {
        for_first_rows(relation, [&](const ClaimLedger::Row& row) {
            if (row.source != no_index) fetch(&view_.graph().sources[row.source]);
            if (!ids_only_ && row.extra != no_index) fetch(&claims_.extra(row));
        });
    }
    void fetch_texts(const Relation& relation) const {
        for_first_rows(relation, [&](const ClaimLedger::Row& row) {
            if (row.source != no_index) {
                const Source& source = view_.graph().sources[row.source];
                fetch(source.id.data());
                if (ids_only_) return;
                fetch(source.url.data());
                fetch(source.title.data());
            }
            if (!ids_only_ && row.extra != no_index) fetch(claims_.extra(row).quote.data());
        });
    }
    static void fetch(const void* address) { __builtin_prefetch(address); }

    const View& view_;
    const ClaimLedger& claims_;
    bool ids_only_;
    bool whole_; ///< the view's claims are the ledger's, and many
};

/// Calls `f(const Relation&)` for each relation of a view, in its order, and looks ahead.
template <class F>
void for_each_relation(const View& view, F f, bool ids_only = false) {
    const Lookahead ahead(view, ids_only);
    for (std::size_t n = 0; n < view.relations().size(); ++n) {
        ahead.at(n);
        f(view.relations()[n]);
    }
}

} // namespace entente
