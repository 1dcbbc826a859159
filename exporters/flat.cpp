// SPDX-License-Identifier: BSL-1.0
#include "exporters/flat.hpp"

#include <algorithm>

#include "exporters/text.hpp"

namespace entente {

NodeNames::NodeNames(const View& view) {
    begin_.assign(view.graph().entities.size() + 1, 0);
    EntityIndex next = 0; // everything before it has its place
    for (const EntityIndex index : view.entities()) {
        for (; next <= index; ++next)
            begin_[next] = text_.size();
        text_ += "n.";
        append_slug(text_, view.entity(index).id);
    }
    for (; next < begin_.size(); ++next)
        begin_[next] = text_.size();
}

void NodeNames::append_edge(std::string& out, const View& view, const Relation& relation) const {
    out += "e.";
    out += (*this)[relation.subject].substr(2);
    out += '_';
    append_slug(out, view.vocabulary().relation(relation.type).name);
    out += '_';
    out += (*this)[relation.object].substr(2);
}

void EdgeLists::take(const Relation& relation) {
    claims_.clear();
    sources_.clear();
    view_.for_each_claim(relation, [&](const Claim& claim) {
        claims_.push_back(claim);
        if (claim.source != no_index) sources_.push_back(claim.source);
    });
    std::sort(sources_.begin(), sources_.end());
    sources_.erase(std::unique(sources_.begin(), sources_.end()), sources_.end());
    std::sort(sources_.begin(), sources_.end(), [this](SourceIndex a, SourceIndex b) {
        return view_.source_id(a) < view_.source_id(b);
    });
}

void EdgeLists::append_claims(std::string& out) {
    out += '[';
    for (const Claim& claim : claims_) {
        if (&claim != &claims_.front()) out += ',';
        records_.claim_alone(out, claim);
    }
    out += ']';
}

void EdgeLists::append_source(std::string& out, SourceIndex index) {
    const Source source = view_.source(index);
    if (source.declared)
        records_.source(out, source, ",");
    else
        append_json_string(out, source.id);
}

void EdgeLists::append_sources(std::string& out) {
    if (sources_.empty()) return;
    out += '[';
    for (const SourceIndex index : sources_) {
        if (index != sources_.front()) out += ',';
        append_source(out, index);
    }
    out += ']';
}

void EdgeLists::append_unclaimed_sources(std::string& out) {
    if (view_.source_count() == 0) return;
    const ClaimLedger& ledger = view_.graph().claims;
    std::vector<bool> claimed(view_.graph().sources.size());
    const auto mark = [&](SourceIndex index) {
        if (index != no_index) claimed[index] = true;
    };
    if (view_.claim_count() == ledger.size()) { // all of them: in one go through the ledger
        for (ClaimIndex at = 0; at < ledger.size(); ++at)
            mark(ledger.row(at).source);
    } else {
        for (const Relation& relation : view_.relations())
            view_.for_each_claim(relation, [&](const Claim& claim) { mark(claim.source); });
    }
    const auto count = std::count(claimed.begin(), claimed.end(), true);
    if (static_cast<std::size_t>(count) == view_.source_count()) return;
    bool any = false;
    for (const SourceIndex index : view_.sources()) {
        if (claimed[index]) continue;
        out += any ? ',' : '[';
        any = true;
        append_source(out, index);
    }
    if (any) out += ']';
}

std::string_view line_style(Status status) {
    switch (status) {
        case Status::planned:
        case Status::possible:
            return "dashed";
        case Status::denied:
        case Status::disputed:
            return "dotted";
        case Status::supported:
            break;
    }
    return "solid";
}

std::string class_name(const Kind& kind) {
    if (!kind.iri.empty()) return std::string(kind.iri);
    std::string name;
    append_column_name(name, kind.name);
    return name;
}

} // namespace entente
