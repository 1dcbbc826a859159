// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "graph/view.hpp"

namespace entente {

/// Fetches what the next relations' claims point to while the current one is written: sources,
/// quotes and qualifiers lie in memory as they were read, not in the order of the relations, and a
/// writer of a large graph would spend half of its time waiting for them.
class Lookahead {
  public:
    explicit Lookahead(const View& view)
        : view_(view),
          claims_(view.graph().claims),
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
            if (row.source != no_index) fetch(&view_.graph().sources.row(row.source));
            if (row.detail != no_index) fetch(&claims_.detail(row));
        });
    }
    void fetch_texts(const Relation& relation) const {
        for_first_rows(relation, [&](const ClaimLedger::Row& row) {
            if (row.source != no_index) {
                const Source source = view_.source(row.source);
                fetch(source.id.data());
                fetch(source.url.data());
                fetch(source.title.data());
            }
            fetch(claims_.quote(row).data());
        });
    }
    static void fetch(const void* address) { __builtin_prefetch(address); }

    const View& view_;
    const ClaimLedger& claims_;
    bool whole_; ///< the view's claims are the ledger's, and many
};

/// Calls `f(const Relation&)` for each relation of a view, in its order, and looks ahead.
template <class F>
void for_each_relation(const View& view, F f) {
    const Lookahead ahead(view);
    for (std::size_t n = 0; n < view.relations().size(); ++n) {
        ahead.at(n);
        f(view.relations()[n]);
    }
}

/// Calls `f(const Source&)` for each source of a view, in its order, and looks ahead: in the order
/// of their ids, their texts lie anywhere.
template <class F>
void for_each_source(const View& view, F f) {
    constexpr std::size_t ahead = 8;
    const auto sources = view.sources();
    for (std::size_t n = 0; n < sources.size(); ++n) {
        if (n + ahead < sources.size()) {
            const Source next = view.source(sources[n + ahead]);
            for (const std::string_view text : {next.id, next.url, next.title})
                __builtin_prefetch(text.data());
        }
        const Source source = view.source(sources[n]);
        f(source);
    }
}

} // namespace entente
