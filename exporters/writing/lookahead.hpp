// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "graph/model/view.hpp"

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
    void at(std::size_t n) {
        if (!whole_) return;
        const Relation& relation = view_.relations()[n];
        const std::size_t begin = relation.first_claim;
        // Of a very long relation the beginning: what is fetched too early is gone when it is due.
        const std::size_t end = begin + std::min(relation.claim_count, std::uint32_t{32});
        advance(rows_, begin, end + 64, [this](ClaimIndex at) { fetch(&claims_.row(at)); });
        advance(places_, begin, end + 48, [this](ClaimIndex at) {
            const SourceIndex source = claims_.row(at).source;
            if (source != no_index) view_.graph().sources.fetch_place(source);
        });
        advance(records_, begin, end + 32, [this](ClaimIndex at) { fetch_records(at); });
        advance(texts_, begin, end + 16, [this](ClaimIndex at) { fetch_texts(at); });
    }

  private:
    /// Calls `f` for each claim that is not behind `end` and for which it was not called yet.
    template <class F>
    void advance(std::size_t& next, std::size_t begin, std::size_t end, F f) {
        next = std::max(next, begin);
        for (; next < std::min(end, claims_.size()); ++next)
            f(static_cast<ClaimIndex>(next));
    }
    void fetch_records(ClaimIndex at) const {
        const ClaimLedger::Row& row = claims_.row(at);
        if (row.source != no_index) view_.graph().sources.fetch_row(row.source);
        if (!ids_only_ && row.detail != no_index) fetch(&claims_.detail(row));
    }
    void fetch_texts(ClaimIndex at) const {
        const ClaimLedger::Row& row = claims_.row(at);
        if (row.source != no_index) {
            if (ids_only_)
                fetch_text(view_.source_id(row.source));
            else
                view_.graph().sources.fetch_texts(row.source);
        }
        if (!ids_only_) fetch_text(claims_.quote(row));
    }
    static void fetch(const void* address) { __builtin_prefetch(address); }
    /// The lines of the cache in which it begins; the processor goes on by itself.
    static void fetch_text(std::string_view text) {
        constexpr std::size_t line = 64;
        for (std::size_t at = 0; at < std::min(text.size(), 4 * line); at += line)
            fetch(text.data() + at);
    }

    const View& view_;
    const ClaimLedger& claims_;
    bool ids_only_;
    bool whole_; ///< the view's claims are the ledger's, and many
    std::size_t rows_ = 0, places_ = 0, records_ = 0, texts_ = 0; ///< how far each has been fetched
};

/// Calls `f(const Relation&)` for a view's relations from `begin` to before `end`, in its order,
/// and looks ahead.
template <class F>
void for_each_relation(const View& view, std::size_t begin, std::size_t end, F f,
                       bool ids_only = false) {
    Lookahead ahead(view, ids_only);
    for (std::size_t n = begin; n < end; ++n) {
        ahead.at(n);
        f(view.relations()[n]);
    }
}

/// The same for all of them.
template <class F>
void for_each_relation(const View& view, F f, bool ids_only = false) {
    for_each_relation(view, 0, view.relations().size(), f, ids_only);
}

/// Calls `f(const Source&)` for each source of a view, in its order, and looks ahead: in the order
/// of their ids, they and their texts lie anywhere.
template <class F>
void for_each_source(const View& view, F f) {
    const auto sources = view.sources();
    const SourceTable& table = view.graph().sources;
    const auto ahead = [&](std::size_t at, auto send_for) {
        if (at < sources.size()) send_for(sources[at]);
    };
    for (std::size_t n = 0; n < sources.size(); ++n) {
        ahead(n + 48, [&](SourceIndex at) { table.fetch_place(at); });
        ahead(n + 32, [&](SourceIndex at) { table.fetch_row(at); });
        ahead(n + 16, [&](SourceIndex at) { table.fetch_texts(at); });
        f(view.source(sources[n]));
    }
}

} // namespace entente
