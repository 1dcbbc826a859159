// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/flat.hpp"

#include <algorithm>

#include "exporters/writing/text/text.hpp"

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

namespace {

/// Calls `f(SourceIndex)` for the source of each claim, without the rest of the claim where the
/// view has the graph's own relations.
template <class F>
void for_each_source(const View& view, const Relation& relation, F f) {
    const GraphTables& graph = view.graph();
    const bool own = view.options().everything();
    for (std::uint32_t n = 0; n < relation.claim_count; ++n) {
        const SourceIndex source = own ? graph.claims.row(relation.first_claim + n).source
                                       : view.claim(relation, n).source;
        if (source != no_index) f(source);
    }
}

} // namespace

EdgeLists::EdgeLists(const View& view, RecordWriter& records, bool lean)
    : view_(view), records_(records), lean_(lean) {
    if (lean) left_out_.resize(view.graph().sources.size());
}

void EdgeLists::take(const Relation& relation) {
    claims_.clear();
    sources_.clear();
    const auto add = [&](SourceIndex source) {
        sources_.push_back({view_.source_id(source), source});
    };
    if (lean_) {
        for_each_source(view_, relation, add);
    } else {
        view_.for_each_claim(relation, [&](const Claim& claim) {
            claims_.push_back(claim);
            if (claim.source != no_index) add(claim.source);
        });
    }
    if (sources_.size() < 2) return;
    std::sort(sources_.begin(), sources_.end(),
              [](const NamedSource& a, const NamedSource& b) { return a.id < b.id; });
    const auto same = [](const NamedSource& a, const NamedSource& b) { return a.index == b.index; };
    sources_.erase(std::unique(sources_.begin(), sources_.end(), same), sources_.end());
}

void EdgeLists::append_claims(std::string& out) {
    out += '[';
    for (const Claim& claim : claims_) {
        if (&claim != &claims_.front()) out += ',';
        records_.claim_alone(out, claim);
    }
    out += ']';
}

void EdgeLists::append_source(std::string& out, const Source& source) {
    if (source.declared)
        records_.source(out, source, ",");
    else
        append_json_string(out, source.id);
}

void EdgeLists::append_sources(std::string& out) {
    if (sources_.empty()) return;
    out += '[';
    for (const NamedSource& named : sources_) {
        if (&named != &sources_.front()) out += ',';
        if (lean_) {
            append_json_string(out, named.id);
            const SourceTable::Row& row = view_.graph().sources.row(named.index);
            if (!row.url.empty() || row.detail != no_index) left_out_[named.index] = true;
        } else {
            append_source(out, view_.source(named.index));
        }
    }
    out += ']';
}

std::size_t EdgeLists::details_left_out() const {
    return static_cast<std::size_t>(std::count(left_out_.begin(), left_out_.end(), true));
}

void EdgeLists::take_left_out(const EdgeLists& other) {
    for (SourceIndex index = 0; index < left_out_.size(); ++index)
        if (other.left_out_[index]) left_out_[index] = true;
}

void EdgeLists::append_unclaimed_sources(std::string& out) {
    if (view_.source_count() == 0) return;
    std::vector<bool> claimed(view_.graph().sources.size());
    if (view_.options().everything()) {
        view_.graph().claims.for_each_row([&](const ClaimLedger::Row& row) {
            if (row.source != no_index) claimed[row.source] = true;
        });
    } else {
        for (const Relation& relation : view_.relations())
            for_each_source(view_, relation, [&](SourceIndex index) { claimed[index] = true; });
    }
    const auto count = std::count(claimed.begin(), claimed.end(), true);
    if (static_cast<std::size_t>(count) == view_.source_count()) return;
    bool any = false;
    for (const SourceIndex index : view_.sources()) {
        if (claimed[index]) continue;
        out += any ? ',' : '[';
        any = true;
        append_source(out, view_.source(index));
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
