// SPDX-License-Identifier: BSL-1.0
#include "graph/model/view.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "graph/memory/text_order.hpp"
#include "graph/model/derive.hpp"
#include "graph/model/fold.hpp"
#include "graph/model/graph.hpp"

namespace entente {

namespace {

/// When a claim speaks of: how long it holds, else the day it happened or was observed.
Period time_of(const ClaimLedger& claims, const ClaimLedger::Row& row) {
    const Period& period = claims.detail(row).period;
    return period.from.known() || period.to.known() ? period : Period{row.date, row.date};
}

template <class Table>
std::set<std::uint16_t> ids_of(const std::vector<std::string>& names, const Table& find) {
    std::set<std::uint16_t> ids;
    for (const std::string& name : names)
        ids.insert(find(name));
    return ids;
}

} // namespace

bool ViewOptions::everything() const {
    return !at.known() && !since.known() && !until.known() && kinds.empty() && relations.empty() &&
           sources.empty() && focus.empty() && min_confidence <= 0 && top == 0 && !derived;
}

/// Builds a view step by step: entities by their own merits, relations by their claims, then the
/// neighbourhood and the best connected.
class ViewBuilder {
  public:
    ViewBuilder(View& view, const ViewOptions& options)
        : view_(view), options_(options), graph_(*view.tables_) {}

    void run();

  private:
    [[nodiscard]] bool in_time(const Period& period) const;
    [[nodiscard]] bool filters_claims() const;
    [[nodiscard]] bool filters_relations() const;
    [[nodiscard]] bool passes(const ClaimLedger::Row& row) const;
    void keep_entities();
    void keep_relations();
    void keep_relation(const Relation& relation);
    void keep_connected();
    void keep_neighbourhood();
    void keep_top();
    void drop_loose_relations();
    void count();

    View& view_;
    const ViewOptions& options_;
    const GraphTables& graph_;
    std::vector<bool> entities_;
    std::vector<Relation> relations_;
    std::set<SourceIndex> sources_;
    bool own_relations_ = false;
};

bool ViewBuilder::filters_claims() const {
    return options_.at.known() || options_.since.known() || options_.until.known() ||
           !options_.sources.empty();
}

bool ViewBuilder::filters_relations() const {
    return filters_claims() || !options_.relations.empty() || options_.min_confidence > 0;
}

bool ViewBuilder::in_time(const Period& period) const {
    if (options_.at.known() && !period.may_include(options_.at)) return false;
    const Period window{options_.since, options_.until};
    return period.may_overlap(window);
}

bool ViewBuilder::passes(const ClaimLedger::Row& row) const {
    if (!sources_.empty() && !sources_.contains(row.source)) return false;
    return in_time(time_of(graph_.claims, row));
}

void ViewBuilder::keep_entities() {
    const auto kinds = ids_of(options_.kinds, [&](const std::string& name) {
        return graph_.vocabulary->find_kind(name);
    });
    entities_.resize(graph_.entities.size());
    for (EntityIndex at = 0; at < entities_.size(); ++at) {
        const Entity& entity = graph_.entities[at];
        entities_[at] = (kinds.empty() || kinds.contains(entity.kind)) && in_time(entity.period);
    }
}

void ViewBuilder::keep_relation(const Relation& relation) {
    if (!filters_claims()) {
        relations_.push_back(relation);
        return;
    }
    Relation kept = relation;
    kept.first_claim = static_cast<ClaimIndex>(view_.claims_.size());
    ClaimFold fold;
    for (std::uint32_t n = 0; n < relation.claim_count; ++n) {
        const ClaimLedger::Row& row = graph_.claims.row(relation.first_claim + n);
        if (!passes(row)) continue;
        view_.claims_.push_back(relation.first_claim + n);
        fold.add(row, graph_.claims.detail(row).period);
    }
    if (view_.claims_.size() == kept.first_claim) return;
    fold.finish(kept);
    relations_.push_back(kept);
}

void ViewBuilder::keep_relations() {
    const auto types = ids_of(options_.relations, [&](const std::string& name) {
        return graph_.vocabulary->find_relation(name).id;
    });
    for (const std::string& id : options_.sources) {
        const SourceIndex at = graph_.sources.find(id);
        sources_.insert(at == no_index ? no_index - 1 : at);
    }
    for (const Relation& relation : graph_.relations) {
        if (!entities_[relation.subject] || !entities_[relation.object]) continue;
        if (!types.empty() && !types.contains(relation.type)) continue;
        keep_relation(relation);
    }
    std::erase_if(relations_, [&](const Relation& relation) {
        return relation.confidence < options_.min_confidence; // false for NaN: nobody rated it
    });
    own_relations_ = relations_.size() != graph_.relations.size() || filters_claims();
}

/// Where claims were filtered, an entity is in the view for what is still said of it.
void ViewBuilder::keep_connected() {
    std::vector<bool> connected(entities_.size());
    for (const Relation& relation : relations_)
        connected[relation.subject] = connected[relation.object] = true;
    for (const std::string& id : options_.focus)
        if (const EntityIndex at = graph_.find(id); at != no_index) connected[at] = entities_[at];
    entities_ = std::move(connected);
}

void ViewBuilder::keep_neighbourhood() {
    std::vector<bool> reached(entities_.size());
    for (const std::string& id : options_.focus)
        if (const EntityIndex at = graph_.find(id); at != no_index) reached[at] = entities_[at];
    for (unsigned hop = 0; hop < options_.hops; ++hop) {
        std::vector<bool> next = reached;
        for (const Relation& relation : relations_) {
            if (reached[relation.subject]) next[relation.object] = true;
            if (reached[relation.object]) next[relation.subject] = true;
        }
        if (next == reached) break;
        reached = std::move(next);
    }
    entities_ = std::move(reached);
    drop_loose_relations();
}

void ViewBuilder::keep_top() {
    std::vector<std::uint32_t> degree(entities_.size());
    for (const Relation& relation : relations_) {
        ++degree[relation.subject];
        if (relation.object != relation.subject) ++degree[relation.object];
    }
    std::vector<EntityIndex> order;
    for (EntityIndex at = 0; at < entities_.size(); ++at)
        if (entities_[at]) order.push_back(at);
    if (order.size() <= options_.top) return;
    std::stable_sort(order.begin(), order.end(),
                     [&](EntityIndex a, EntityIndex b) { return degree[a] > degree[b]; });
    for (std::size_t i = options_.top; i < order.size(); ++i)
        entities_[order[i]] = false;
    view_.left_out_ = order.size() - options_.top;
    drop_loose_relations();
}

void ViewBuilder::drop_loose_relations() {
    const auto before = relations_.size();
    std::erase_if(relations_, [&](const Relation& relation) {
        return !entities_[relation.subject] || !entities_[relation.object];
    });
    own_relations_ = own_relations_ || relations_.size() != before;
}

void ViewBuilder::count() {
    for (EntityIndex at = 0; at < entities_.size(); ++at)
        if (entities_[at]) view_.entities_.push_back(at);
    if (view_.entities_.size() != entities_.size()) view_.contains_ = entities_;
    const std::span<const Relation> relations = view_.relations();
    for (const Relation& relation : relations)
        view_.claim_count_ += relation.claim_count;
    View::Sources& sources = *view_.sources_;
    if (!own_relations_) {
        sources.count = graph_.sources.size();
        sources.all = true;
        return;
    }
    std::vector<bool> used(graph_.sources.size());
    for (const Relation& relation : relations)
        for (std::uint32_t n = 0; n < relation.claim_count; ++n) {
            const ClaimIndex at = relation.first_claim + n;
            const SourceIndex source =
                graph_.claims.row(view_.claims_.empty() ? at : view_.claims_[at]).source;
            if (source != no_index) used[source] = true;
        }
    for (SourceIndex at = 0; at < used.size(); ++at)
        if (used[at]) sources.list.push_back(at);
    sources.count = sources.list.size();
}

void ViewBuilder::run() {
    if (options_.everything()) {
        view_.relations_ = graph_.relations;
        view_.claim_count_ = graph_.claims.size();
        view_.entities_.resize(graph_.entities.size());
        std::iota(view_.entities_.begin(), view_.entities_.end(), EntityIndex{0});
        view_.sources_->count = graph_.sources.size();
        view_.sources_->all = true;
        return;
    }
    keep_entities();
    keep_relations();
    if (filters_relations()) keep_connected();
    if (!options_.focus.empty()) keep_neighbourhood();
    if (options_.top) keep_top();
    if (options_.derived) {
        view_.entities_.clear();
        const auto derived = derived_alliances(graph_, relations_, view_.claims_);
        own_relations_ = own_relations_ || !derived.empty();
        relations_.insert(relations_.end(), derived.begin(), derived.end());
    }
    if (own_relations_) {
        view_.own_relations_ = std::make_shared<const std::vector<Relation>>(std::move(relations_));
        view_.relations_ = *view_.own_relations_;
    } else {
        view_.relations_ = graph_.relations;
    }
    count();
}

std::span<const SourceIndex> View::sources() const {
    std::call_once(sources_->sorted, [this] {
        std::vector<SourceIndex>& list = sources_->list;
        if (sources_->all) {
            list.resize(sources_->count);
            std::iota(list.begin(), list.end(), SourceIndex{0});
        }
        sort_by_text(
            list, [this](SourceIndex at) { return source_id(at); },
            [](SourceIndex a, SourceIndex b) { return a < b; });
    });
    return sources_->list;
}

bool View::contains(EntityIndex index) const {
    return contains_.empty() || contains_[index];
}

Claim View::claim(const Relation& relation, std::uint32_t n) const {
    return tables_->claims[claim_index(relation, n)];
}

View view_of(GraphPtr graph, const ViewOptions& options) {
    return view_of(tables_of(std::move(graph)), options);
}

View view_of(TablesPtr graph, const ViewOptions& options) {
    View view;
    view.tables_ = std::move(graph);
    view.options_ = options;
    ViewBuilder(view, options).run();
    return view;
}

} // namespace entente
