// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/lean.hpp"

#include <algorithm>

namespace entente {

std::span<const std::string_view> LeanSources::of(const Relation& relation) {
    ids_.clear();
    view_.for_each_claim(relation, [&](const Claim& claim) {
        if (claim.source == no_index) return;
        named_[claim.source] = true;
        ids_.push_back(view_.source(claim.source).id);
    });
    if (ids_.size() > 1) {
        std::sort(ids_.begin(), ids_.end());
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    }
    return ids_;
}

void LeanSources::report(ExportReport& report, Losses& losses) const {
    std::swap(report.written.claims, report.left_out.claims);
    losses.lean(report.left_out.claims);
    Tally bare;
    for (const SourceIndex index : view_.sources()) {
        const Source source = view_.source(index);
        if (!named_[index]) {
            ++report.left_out.sources;
            --report.written.sources;
        } else if (source.declared) {
            bare.add(source.id);
        }
    }
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
