// SPDX-License-Identifier: BSL-1.0
#include "exporters/flat_items.hpp"

#include <cmath>

#include "exporters/text.hpp"

namespace entente {

FlatItems::FlatItems(const View& view, bool lean)
    : view_(view), lean_(lean), records_(view), lists_(view, records_), columns_(view, true) {
    find_used();
}

void FlatItems::find_used() {
    std::string rest;
    for (const EntityIndex index : view_.entities()) {
        const Entity& entity = view_.entity(index);
        used_.aliases |= !entity.aliases.empty();
        used_.same_as |= !entity.same_as.empty();
        used_.node_period |= entity.period.from.known() || entity.period.to.known();
        used_.provisional |= entity.provisional;
        used_.source |= !entity.source.empty();
        if (used_.rest || entity.attributes.empty()) continue;
        columns_.append_rest(rest, entity);
        used_.rest = !rest.empty();
    }
    for (const Relation& relation : view_.relations()) {
        used_.confidence |= !std::isnan(relation.confidence);
        used_.edge_period |= relation.period.from.known() || relation.period.to.known();
        used_.derived |= relation.derived;
        used_.sources |= relation.source_count > 0;
        used_.claims |= relation.claim_count > 0;
    }
    used_.claims = used_.claims && !lean_;
}

std::vector<FlatItems::Column> FlatItems::node_columns() const {
    std::vector<Column> columns{{"labelV"}, {"labels"}, {"label"}, {"kg_id"}, {"kg_kind"}};
    if (used_.aliases) columns.push_back({"kg_aliases"});
    if (used_.same_as) columns.push_back({"kg_same_as"});
    if (used_.node_period) columns.insert(columns.end(), {{"kg_from"}, {"kg_to"}});
    if (used_.provisional) columns.push_back({"kg_provisional", Type::boolean});
    if (used_.source) columns.push_back({"kg_source"});
    for (const auto& [key, column] : columns_.columns())
        columns.push_back({column.name, column.type});
    if (used_.rest) columns.push_back({"kg_attributes"});
    return columns;
}

std::vector<FlatItems::Column> FlatItems::edge_columns() const {
    std::vector<Column> columns{{"label"}, {"labelE"}, {"interaction"}, {"kg_id"}, {"kg_status"}};
    if (used_.confidence) columns.push_back({"kg_confidence", Type::decimal});
    if (used_.edge_period) columns.insert(columns.end(), {{"kg_from"}, {"kg_to"}});
    if (used_.derived) columns.push_back({"kg_derived", Type::boolean});
    columns.push_back({"kg_claim_count", Type::integer});
    columns.push_back({"kg_source_count", Type::integer});
    if (used_.sources) columns.push_back({"kg_sources"});
    if (used_.claims) columns.push_back({"kg_claims"});
    return columns;
}

void FlatItems::begin() {
    data_.clear();
    used_texts_ = 0;
}

std::string& FlatItems::make() {
    if (used_texts_ == texts_.size()) texts_.emplace_back();
    std::string& text = texts_[used_texts_++];
    text.clear();
    return text;
}

void FlatItems::add(std::string_view name, std::string_view text, Type type) {
    if (!text.empty()) data_.push_back({name, type, text});
}

void FlatItems::add(std::string_view name, Date date) {
    if (!date.known()) return;
    std::string& text = make();
    date.append_to(text);
    add(name, text);
}

void FlatItems::add(std::string_view name, std::uint64_t number) {
    std::string& text = make();
    append_number(text, number);
    add(name, text, Type::integer);
}

std::span<const FlatItems::Datum> FlatItems::node(const Entity& entity) {
    begin();
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    add("labelV", kind.name);
    add("labels", make().append(":").append(class_name(kind)));
    add("label", entity.name);
    add("kg_id", entity.id);
    add("kg_kind", kind.name);
    if (!entity.aliases.empty()) {
        std::string& aliases = make();
        append_aliases(aliases, entity.aliases);
        add("kg_aliases", aliases);
    }
    if (!entity.same_as.empty()) {
        std::string& same_as = make();
        append_texts(same_as, entity.same_as);
        add("kg_same_as", same_as);
    }
    add("kg_from", entity.period.from);
    add("kg_to", entity.period.to);
    if (entity.provisional) add("kg_provisional", "true", Type::boolean);
    add("kg_source", entity.source);
    attributes(entity);
    return data_;
}

void FlatItems::attributes(const Entity& entity) {
    for (std::size_t i = 0; i < entity.attributes.size(); ++i) {
        const Field& field = entity.attributes[i];
        if (i > 0 && entity.attributes[i - 1].key == field.key) continue; // in kg_attributes
        const auto& column = columns_.column(field.key);
        // Also where it is empty: that is not the same as absent.
        data_.push_back({column.name, column.type, field.value.text});
    }
    if (entity.attributes.empty()) return;
    std::string& rest = make();
    columns_.append_rest(rest, entity);
    add("kg_attributes", rest);
}

/// One number below the normal doubles makes igraph refuse the whole file.
void FlatItems::confidence(const Relation& relation) {
    if (std::isnan(relation.confidence)) return;
    const bool tiny = std::fpclassify(relation.confidence) == FP_SUBNORMAL;
    if (tiny)
        tiny_.add(relation_id(view_.entity(relation.subject).id,
                              view_.vocabulary().relation(relation.type).name,
                              view_.entity(relation.object).id));
    std::string& text = make();
    append_number(text, tiny ? 0.0 : relation.confidence);
    add("kg_confidence", text, Type::decimal);
}

std::span<const FlatItems::Datum> FlatItems::edge(const Relation& relation) {
    begin();
    const std::string_view type = view_.vocabulary().relation(relation.type).name;
    add("label", type); // first: one reader takes the first datum for the type
    add("labelE", type);
    add("interaction", type);
    add("kg_id", make() = relation_id(view_.entity(relation.subject).id, type,
                                      view_.entity(relation.object).id));
    add("kg_status", entente::name(relation.status));
    confidence(relation);
    add("kg_from", relation.period.from);
    add("kg_to", relation.period.to);
    if (relation.derived) add("kg_derived", "true", Type::boolean);
    add("kg_claim_count", std::uint64_t{relation.claim_count});
    add("kg_source_count", std::uint64_t{relation.source_count});
    lists_.take(relation);
    std::string& sources = make();
    lists_.append_sources(sources);
    add("kg_sources", sources);
    if (used_.claims && relation.claim_count > 0) {
        std::string& claims = make();
        lists_.append_claims(claims);
        add("kg_claims", claims);
    }
    return data_;
}

void FlatItems::report(Losses& losses) const {
    columns_.report(losses);
    records_.changes().report(losses);
    losses.add(Code::approximated, tiny_,
               "confidences below 2.3e-308 were written as 0; the claims have them");
}

std::string_view xml_type(FlatItems::Type type) {
    switch (type) {
        case FlatItems::Type::boolean:
            return "boolean";
        case FlatItems::Type::integer:
            return "long";
        case FlatItems::Type::decimal:
            return "double";
        case FlatItems::Type::text:
            break;
    }
    return "string";
}

std::string graph_text(RecordWriter& records, EdgeLists& lists) {
    std::string title, sources, judgements;
    records.graph(title);
    lists.append_unclaimed_sources(sources);
    records.judgements(judgements, ",");
    if (title.empty() && sources.empty() && judgements.empty()) return {};
    std::string text = title.empty() ? "{" : title.substr(0, title.size() - 1);
    if (!sources.empty()) {
        append_key(text, "sources");
        text += sources;
    }
    if (!judgements.empty()) {
        append_key(text, "judgements");
        text += '[' + judgements + ']';
    }
    return text += '}';
}

void no_node_carries_graph_text(ExportReport& report, Losses& losses) {
    std::swap(report.written.sources, report.left_out.sources);
    losses.add(Code::not_representable, 1 + report.left_out.sources,
               "texts left out: there is no node to carry the graph's title and its sources");
}

} // namespace entente
