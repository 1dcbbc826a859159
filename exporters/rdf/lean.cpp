// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/lean.hpp"

#include <algorithm>

namespace entente {

LeanSources::LeanSources(const View& view)
    : view_(view),
      ledger_(view.graph().claims),
      whole_(view.claim_count() == ledger_.size()),
      named_(view.graph().sources.size()) {}

void LeanSources::add(SourceIndex source) {
    if (source == no_index) return;
    named_[source] = true;
    ids_.push_back(view_.source(source).id);
}

std::span<const std::string_view> LeanSources::of(const Relation& relation) {
    ids_.clear();
    if (whole_) {
        for (std::uint32_t n = 0; n < relation.claim_count; ++n)
            add(ledger_.row(relation.first_claim + n).source);
    } else {
        view_.for_each_claim(relation, [this](const Claim& claim) { add(claim.source); });
    }
    if (ids_.size() > 1) {
        std::sort(ids_.begin(), ids_.end());
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    }
    return ids_;
}

void LeanSources::report(ExportReport& report, Losses& losses) const {
    std::swap(report.written.claims, report.left_out.claims);
    losses.lean(report.left_out.claims);
    std::size_t named = 0, bare = 0;
    for (SourceIndex index = 0; index < named_.size(); ++index) {
        if (!named_[index]) continue;
        ++named;
        if (view_.source(index).declared) ++bare;
    }
    report.left_out.sources = report.written.sources - named;
    report.written.sources = named;
    losses.add(Code::lean, report.left_out.sources,
               "sources that no claim names left out, as asked (--lean)");
    losses.add(Code::lean, bare, "sources only named, without their details, as asked (--lean)");
}

bool is_one_date(const Period& period) {
    return period.from.dated() && period.from == period.to;
}

bool needs_name(const RelationType& type) {
    return !type.builtin && !type.iri.empty() && type.iri != type.name;
}

} // namespace entente
