// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/flat_items.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "exporters/items/describe.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

using Column = FlatItems::Column;
using Type = FlatItems::Type;

// In the order in which files have them.
constexpr std::array node_words{Word::id,   Word::kind, Word::aliases,     Word::same_as,
                                Word::from, Word::to,   Word::provisional, Word::source};
constexpr std::array edge_words{Word::id,      Word::status,  Word::confidence,  Word::from,
                                Word::to,      Word::derived, Word::claim_count, Word::source_count,
                                Word::sources, Word::claims};

/// The type of the columns of a word; what has no type of its own is text.
Type type_of(On on, Word word) {
    for (const FieldWord& row : field_words) {
        if (row.on != on || row.word != word) continue;
        if (row.type == "boolean") return Type::boolean;
        if (row.type == "integer") return Type::integer;
        if (row.type == "decimal") return Type::decimal;
        break;
    }
    return Type::text;
}

} // namespace

FlatItems::FlatItems(const View& view, bool lean)
    : view_(view), lean_(lean), records_(view), lists_(view, records_, lean), columns_(view, true) {
    node_.fill(unused);
    edge_.fill(unused);
    const Used nodes = used_nodes();
    for (const std::size_t shown : {label_v, labels, label})
        declare(On::entity, shown, nodes, node_, node_columns_);
    for (const Word word : node_words)
        declare(On::entity, slot(word), nodes, node_, node_columns_);
    first_attribute_ = node_columns_.size();
    for (const auto& [key, column] : columns_.columns())
        node_columns_.push_back({column.name, column.type});
    declare(On::entity, slot(Word::attributes), nodes, node_, node_columns_);
    const Used edges = used_edges();
    // One reader takes the first for the type.
    for (const std::size_t shown : {label, label_e, interaction})
        declare(On::relation, shown, edges, edge_, edge_columns_);
    for (const Word word : edge_words)
        declare(On::relation, slot(word), edges, edge_, edge_columns_);
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

void FlatItems::declare(On on, std::size_t slot, const Used& used,
                        std::array<std::size_t, slots>& places, std::vector<Column>& columns) {
    constexpr std::array<std::string_view, slots - label_v> shown{"labelV", "labels", "label",
                                                                  "labelE", "interaction"};
    if (!used[slot]) return;
    places[slot] = columns.size();
    if (slot >= label_v)
        columns.push_back({shown[slot - label_v]});
    else
        columns.push_back(
            {flat_name(static_cast<Word>(slot)), type_of(on, static_cast<Word>(slot))});
}

FlatItems::Used FlatItems::used_nodes() const {
    Used used{};
    std::string text;
    for (const EntityIndex index : view_.entities()) {
        const Entity& entity = view_.entity(index);
        describe(view_, entity, [&](auto field, const auto&) { used[slot(field.word)] = true; });
    }
    used[slot(Word::attributes)] = false;
    for (const EntityIndex index : view_.entities()) {
        const Entity& entity = view_.entity(index);
        if (entity.attributes.empty()) continue;
        columns_.append_rest(text, entity);
        if (text.empty()) continue;
        used[slot(Word::attributes)] = true;
        break;
    }
    used[label] = used[slot(Word::id)] = used[slot(Word::kind)] = true;
    used[label_v] = used[labels] = !lean_;
    const bool dated = used[slot(Word::from)] || used[slot(Word::to)];
    used[slot(Word::from)] = used[slot(Word::to)] = dated;
    return used;
}

FlatItems::Used FlatItems::used_edges() {
    Used used{};
    used[label] = used[slot(Word::claim_count)] = true;
    for (const std::size_t at : {std::size_t{label_e}, std::size_t{interaction}, slot(Word::id),
                                 slot(Word::status), slot(Word::source_count)})
        used[at] = !lean_;
    const auto is_used = [&](Word word) -> bool& { return used[slot(word)]; };
    for (const Relation& relation : view_.relations()) {
        is_used(Word::status) |= relation.status != Status::supported;
        is_used(Word::confidence) |= !std::isnan(relation.confidence);
        is_used(Word::from) |= relation.period.from.known() || relation.period.to.known();
        is_used(Word::derived) |= relation.derived;
        is_used(Word::sources) |= relation.source_count > 0;
        is_used(Word::claims) |= relation.claim_count > 0;
        // A source that only denies what others support is named, but not counted.
        if (relation.status != Status::disputed ||
            (is_used(Word::source_count) && is_used(Word::sources)))
            continue;
        lists_.take(relation);
        is_used(Word::sources) |= lists_.source_count() > 0;
        is_used(Word::source_count) |= relation.source_count != lists_.source_count();
    }
    is_used(Word::to) = is_used(Word::from);
    is_used(Word::claims) &= !lean_;
    return used;
}

std::string& FlatItems::make(std::size_t column) {
    texts_[column].clear();
    return texts_[column];
}

void FlatItems::add(std::size_t column, std::string_view text, bool plain) {
    if (column != unused && !text.empty()) data_.push_back({column, text, plain});
}

namespace {

/// Values as texts: `text` is what they may be made in.
void spell(std::string& text, std::span<const Alias> aliases) {
    append_aliases(text, aliases);
}
void spell(std::string& text, std::span<const std::string_view> texts) {
    append_texts(text, texts);
}
void spell(std::string& text, Date date) {
    date.append_to(text);
}
void spell(std::string& text, std::uint64_t count) {
    append_number(text, count);
}

} // namespace

template <class Value>
void FlatItems::put(std::size_t column, const Value& value) {
    if constexpr (std::is_same_v<Value, std::string_view>) {
        add(column, value);
    } else if constexpr (std::is_same_v<Value, Plain>) {
        add(column, value.text, true);
    } else if constexpr (std::is_same_v<Value, SourceId>) {
        add(column, value.id);
    } else if constexpr (std::is_same_v<Value, bool>) {
        add(column, value ? "true" : "false", true);
    } else {
        constexpr bool plain = std::is_same_v<Value, Date> || std::is_same_v<Value, std::uint64_t>;
        if (column == unused) return;
        std::string& text = make(column);
        spell(text, value);
        add(column, text, plain);
    }
}

std::span<const FlatItems::Datum> FlatItems::node(const Entity& entity) {
    data_.clear();
    const Kind& its_kind = view_.vocabulary().kind(entity.kind);
    if (!lean_) {
        add(node_[label_v], its_kind.name);
        add(node_[labels], make(node_[labels]).append(":").append(class_name(its_kind)));
    }
    add(node_[label], entity.name);
    add(node_[slot(Word::id)], entity.id);
    describe(view_, entity, [this](auto field, const auto& value) {
        constexpr Word word = field.word;
        if constexpr (word != Word::entity && word != Word::name && word != Word::attributes)
            put(node_[slot(word)], value);
    });
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
    if (entity.attributes.empty() || node_[slot(Word::attributes)] == unused) return;
    std::string& text = make(node_[slot(Word::attributes)]);
    columns_.append_rest(text, entity);
    add(node_[slot(Word::attributes)], text);
}

/// One number below the normal doubles makes igraph refuse the whole file.
void FlatItems::confidence_of(const Relation& relation, double confidence) {
    const bool tiny = std::fpclassify(confidence) == FP_SUBNORMAL;
    if (tiny)
        tiny_.add(relation_id(view_.entity(relation.subject).id,
                              view_.vocabulary().relation(relation.type).name,
                              view_.entity(relation.object).id));
    const std::size_t column = edge_[slot(Word::confidence)];
    std::string& text = make(column);
    append_number(text, tiny ? 0.0 : confidence);
    add(column, text, true);
}

void FlatItems::sources_and_claims(const Relation& relation) {
    if (lists_.source_count() > 0) {
        const std::size_t column = edge_[slot(Word::sources)];
        std::string& text = make(column);
        lists_.append_sources(text);
        add(column, text);
    }
    const std::size_t column = edge_[slot(Word::claims)];
    if (column == unused || relation.claim_count == 0) return;
    std::string& text = make(column);
    lists_.append_claims(text);
    add(column, text);
}

std::span<const FlatItems::Datum> FlatItems::edge(const Relation& relation) {
    data_.clear();
    const std::string_view type = view_.vocabulary().relation(relation.type).name;
    add(edge_[label], type);
    if (!lean_) {
        add(edge_[label_e], type);
        add(edge_[interaction], type);
        const std::size_t id = edge_[slot(Word::id)];
        add(id, make(id) = relation_id(view_.entity(relation.subject).id, type,
                                       view_.entity(relation.object).id));
    }
    lists_.take(relation);
    describe(view_, relation, [&](auto field, const auto& value) {
        constexpr Word word = field.word;
        if constexpr (word == Word::confidence) {
            confidence_of(relation, value);
        } else if constexpr (word == Word::source_count) {
            if (!lean_ || value != lists_.source_count()) put(edge_[slot(word)], value);
        } else if constexpr (word != Word::relation) {
            put(edge_[slot(word)], value);
        }
    });
    sources_and_claims(relation);
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
    std::string title, sources;
    records.graph(title);
    lists.append_unclaimed_sources(sources);
    std::string text = title.empty() ? "{" : title.substr(0, title.size() - 1);
    if (!sources.empty()) append_key(text, name(Word::sources)) += sources;
    records.carry(
        [&](auto field, std::string_view json) { append_key(text, field.row.name) += json; });
    return text.size() == 1 ? std::string() : text += '}';
}

void no_node_carries_graph_text(ExportReport& report, Losses& losses) {
    std::swap(report.written.sources, report.left_out.sources);
    losses.add(Code::not_representable, 1 + report.left_out.sources,
               "texts left out: there is no node to carry the graph's title and its sources");
}

} // namespace entente
