// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/flat_items.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

using Column = FlatItems::Column;
using Type = FlatItems::Type;

// In the order of the slots.
constexpr std::array<Column, 12> node_table{{{"labelV"},
                                             {"labels"},
                                             {"label"},
                                             {"kg_id"},
                                             {"kg_kind"},
                                             {"kg_aliases"},
                                             {"kg_same_as"},
                                             {"kg_from"},
                                             {"kg_to"},
                                             {"kg_provisional", Type::boolean},
                                             {"kg_source"},
                                             {"kg_attributes"}}};
constexpr std::array<Column, 13> edge_table{{{"label"}, // one reader takes the first for the type
                                             {"labelE"},
                                             {"interaction"},
                                             {"kg_id"},
                                             {"kg_status"},
                                             {"kg_confidence", Type::decimal},
                                             {"kg_from"},
                                             {"kg_to"},
                                             {"kg_derived", Type::boolean},
                                             {"kg_claim_count", Type::integer},
                                             {"kg_source_count", Type::integer},
                                             {"kg_sources"},
                                             {"kg_claims"}}};

} // namespace

FlatItems::FlatItems(const View& view, bool lean)
    : view_(view), lean_(lean), records_(view), lists_(view, records_, lean), columns_(view, true) {
    const auto declare = [](const Column& column, bool used, std::vector<Column>& columns) {
        if (!used) return unused;
        columns.push_back(column);
        return columns.size() - 1;
    };
    static_assert(node_table.size() == node_slots && edge_table.size() == edge_slots);
    const auto nodes = used_nodes();
    for (std::size_t slot = 0; slot < node_slots; ++slot) {
        if (slot == rest) {
            first_attribute_ = node_columns_.size();
            for (const auto& [key, column] : columns_.columns())
                node_columns_.push_back({column.name, column.type});
        }
        node_[slot] = declare(node_table[slot], nodes[slot], node_columns_);
    }
    const auto edges = used_edges();
    for (std::size_t slot = 0; slot < edge_slots; ++slot)
        edge_[slot] = declare(edge_table[slot], edges[slot], edge_columns_);
    texts_.resize(std::max(node_columns_.size(), edge_columns_.size()));
}

FlatItems::FlatItems(const FlatItems& other)
    : view_(other.view_),
      lean_(other.lean_),
      records_(view_),
      lists_(view_, records_, lean_),
      columns_(other.columns_),
      node_columns_(other.node_columns_),
      edge_columns_(other.edge_columns_),
      node_(other.node_),
      edge_(other.edge_),
      first_attribute_(other.first_attribute_),
      texts_(other.texts_.size()) {}

void FlatItems::take_noticed(FlatItems& other) {
    records_.changes().take(other.records_.changes());
    tiny_.take(other.tiny_);
}

std::array<bool, FlatItems::node_slots> FlatItems::used_nodes() const {
    std::array<bool, node_slots> used{};
    used[label] = used[id] = used[kind] = true;
    used[label_v] = used[labels] = !lean_;
    std::string text;
    for (const EntityIndex index : view_.entities()) {
        const Entity& entity = view_.entity(index);
        used[aliases] |= !entity.aliases.empty();
        used[same_as] |= !entity.same_as.empty();
        used[from] |= entity.period.from.known() || entity.period.to.known();
        used[provisional] |= entity.provisional;
        used[source] |= !entity.source.empty();
        if (used[rest] || entity.attributes.empty()) continue;
        columns_.append_rest(text, entity);
        used[rest] = !text.empty();
    }
    used[to] = used[from];
    return used;
}

std::array<bool, FlatItems::edge_slots> FlatItems::used_edges() {
    std::array<bool, edge_slots> used{};
    used[edge_label] = used[claim_count] = true;
    used[label_e] = used[interaction] = used[edge_id] = used[status] = used[source_count] = !lean_;
    for (const Relation& relation : view_.relations()) {
        used[status] |= relation.status != Status::supported;
        used[confidence] |= !std::isnan(relation.confidence);
        used[edge_from] |= relation.period.from.known() || relation.period.to.known();
        used[derived] |= relation.derived;
        used[sources] |= relation.source_count > 0;
        used[claims] |= relation.claim_count > 0;
        // A source that only denies what others support is named, but not counted.
        if (relation.status != Status::disputed || (used[source_count] && used[sources])) continue;
        lists_.take(relation);
        used[sources] |= lists_.source_count() > 0;
        used[source_count] |= relation.source_count != lists_.source_count();
    }
    used[edge_to] = used[edge_from];
    used[claims] = used[claims] && !lean_;
    return used;
}

std::string& FlatItems::make(std::size_t column) {
    texts_[column].clear();
    return texts_[column];
}

void FlatItems::add(std::size_t column, std::string_view text, bool plain) {
    if (column != unused && !text.empty()) data_.push_back({column, text, plain});
}

void FlatItems::add(std::size_t column, Date date) {
    if (!date.known()) return;
    std::string& text = make(column);
    date.append_to(text);
    add(column, text, true);
}

void FlatItems::add(std::size_t column, std::uint64_t number) {
    std::string& text = make(column);
    append_number(text, number);
    add(column, text, true);
}

std::span<const FlatItems::Datum> FlatItems::node(const Entity& entity) {
    data_.clear();
    const Kind& its_kind = view_.vocabulary().kind(entity.kind);
    if (!lean_) {
        add(node_[label_v], its_kind.name);
        add(node_[labels], make(node_[labels]).append(":").append(class_name(its_kind)));
    }
    add(node_[label], entity.name);
    add(node_[id], entity.id);
    add(node_[kind], its_kind.name);
    if (!entity.aliases.empty()) {
        std::string& text = make(node_[aliases]);
        append_aliases(text, entity.aliases);
        add(node_[aliases], text);
    }
    if (!entity.same_as.empty()) {
        std::string& text = make(node_[same_as]);
        append_texts(text, entity.same_as);
        add(node_[same_as], text);
    }
    add(node_[from], entity.period.from);
    add(node_[to], entity.period.to);
    if (entity.provisional) add(node_[provisional], "true", true);
    add(node_[source], entity.source);
    attributes(entity);
    return data_;
}

void FlatItems::attributes(const Entity& entity) {
    for (std::size_t i = 0; i < entity.attributes.size(); ++i) {
        const Field& field = entity.attributes[i];
        if (i > 0 && entity.attributes[i - 1].key == field.key) continue; // in kg_attributes
        // Also where it is empty: that is not the same as absent.
        data_.push_back({first_attribute_ + columns_.column(field.key).number, field.value.text});
    }
    if (entity.attributes.empty() || node_[rest] == unused) return;
    std::string& text = make(node_[rest]);
    columns_.append_rest(text, entity);
    add(node_[rest], text);
}

/// One number below the normal doubles makes igraph refuse the whole file.
void FlatItems::confidence_of(const Relation& relation) {
    if (std::isnan(relation.confidence)) return;
    const bool tiny = std::fpclassify(relation.confidence) == FP_SUBNORMAL;
    if (tiny)
        tiny_.add(relation_id(view_.entity(relation.subject).id,
                              view_.vocabulary().relation(relation.type).name,
                              view_.entity(relation.object).id));
    std::string& text = make(edge_[confidence]);
    append_number(text, tiny ? 0.0 : relation.confidence);
    add(edge_[confidence], text, true);
}

std::span<const FlatItems::Datum> FlatItems::edge(const Relation& relation) {
    data_.clear();
    const std::string_view type = view_.vocabulary().relation(relation.type).name;
    add(edge_[edge_label], type);
    if (!lean_) {
        add(edge_[label_e], type);
        add(edge_[interaction], type);
        add(edge_[edge_id],
            make(edge_[edge_id]) = relation_id(view_.entity(relation.subject).id, type,
                                               view_.entity(relation.object).id));
    }
    add(edge_[status], entente::name(relation.status), true);
    confidence_of(relation);
    add(edge_[edge_from], relation.period.from);
    add(edge_[edge_to], relation.period.to);
    if (relation.derived) add(edge_[derived], "true", true);
    add(edge_[claim_count], std::uint64_t{relation.claim_count});
    lists_.take(relation);
    if (edge_[source_count] != unused && (!lean_ || relation.source_count != lists_.source_count()))
        add(edge_[source_count], std::uint64_t{relation.source_count});
    if (lists_.source_count() > 0) {
        std::string& text = make(edge_[sources]);
        lists_.append_sources(text);
        add(edge_[sources], text);
    }
    if (edge_[claims] != unused && relation.claim_count > 0) {
        std::string& text = make(edge_[claims]);
        lists_.append_claims(text);
        add(edge_[claims], text);
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
