// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/changes/diff.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/explore/changes/diff_fields.hpp"
#include "graph/explore/changes/diff_identity.hpp"

namespace entente::explore {

namespace {

/// Subject, type, object, and whether it is derived.
using Key = std::tuple<EntityIndex, RelationId, EntityIndex, bool>;

Key key_of(const Relation& relation) {
    return {relation.subject, relation.type, relation.object, relation.derived};
}

template <class Row>
void sort_by_change(std::vector<Row>& rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.change < b.change; });
}

/// A relation at two dates, and in between.
struct Stages {
    const Relation* before = nullptr;
    const Relation* between = nullptr;
    const Relation* after = nullptr;
};

/// Those that say until when it held; if none does, all.
std::vector<Claim> claims_of_the_end(std::vector<Claim> claims) {
    std::vector<Claim> ends;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(ends),
                 [](const Claim& claim) { return claim.period.to.dated(); });
    return ends.empty() ? claims : ends;
}

std::optional<RelationChange> change_over_time(const Difference& views, const View& in_between,
                                               const Stages& stages) {
    RelationChange change;
    if (stages.before != nullptr) {
        change.before = *stages.before;
        change.lost = claims_of(views.before, *stages.before);
    }
    if (stages.after != nullptr) {
        change.after = *stages.after;
        change.gained = claims_of(views.after, *stages.after);
    }
    if (stages.before != nullptr && stages.after != nullptr) {
        change.change = Change::changed;
        change.fields = differing_fields(views.before, *stages.before, views.after, *stages.after);
        keep_differing(views.before, change.lost, views.after, change.gained);
        if (change.fields.empty()) return std::nullopt;
    } else if (stages.after != nullptr) {
        change.change = only_observed(change.gained) ? Change::seen : Change::added;
    } else if (stages.before != nullptr) {
        change.change = only_observed(change.lost) ? Change::unseen : Change::ended;
        change.lost = claims_of_the_end(std::move(change.lost));
    } else {
        change.change = Change::passed;
        change.after = *stages.between;
        change.gained = claims_of(in_between, *stages.between);
    }
    return change;
}

/// What the entities' own periods say.
void compare_entities(const View& everything, Date from, Date to, Difference& found) {
    for (const EntityIndex index : everything.entities()) {
        const Period& period = everything.entity(index).period;
        const bool before = period.may_include(from), after = period.may_include(to);
        if (before == after && (before || !period.may_overlap({from, to}))) continue;
        EntityChange change;
        change.change = before == after ? Change::passed : before ? Change::ended : Change::added;
        if (before) change.before = {index};
        if (!before) change.after = {index};
        found.entities.push_back(std::move(change));
    }
}

/// Two graphs: which entity of the one is which of the other.
class GraphComparison {
  public:
    GraphComparison(const View& before, const View& after)
        : in_after_(after.graph()), in_before_(before.graph()) {
        found_.before = before;
        found_.after = after;
    }

    Difference run() {
        pair_entities();
        compare_entities();
        compare_relations();
        sort_by_change(found_.entities);
        sort_by_change(found_.relations);
        return std::move(found_);
    }

  private:
    void pair_entities();
    void compare_entities();
    void compare_relations();
    [[nodiscard]] std::optional<Key> key_in_second(const Relation& relation) const;
    void add(RelationChange change) { found_.relations.push_back(std::move(change)); }
    void compare(const std::vector<const Relation*>& before, const Relation& after);
    [[nodiscard]] std::vector<std::string> rules_of(const std::vector<EntityIndex>& before,
                                                    EntityIndex after) const;

    Difference found_;
    Counterparts in_after_, in_before_;
    std::map<EntityIndex, EntityIndex> second_of_;             ///< by entity of the first graph
    std::map<EntityIndex, std::vector<EntityIndex>> first_of_; ///< by entity of the second
    std::map<EntityIndex, std::vector<EntityIndex>>
        parts_of_; ///< new ones that the first has as one
};

void GraphComparison::pair_entities() {
    for (const EntityIndex entity : found_.before.entities()) {
        const EntityIndex other = in_after_.of(found_.before.graph(), entity);
        if (other == no_index || !found_.after.contains(other)) continue;
        second_of_[entity] = other;
        first_of_[other].push_back(entity);
    }
    for (const EntityIndex entity : found_.after.entities()) {
        if (first_of_.contains(entity)) continue;
        const EntityIndex other = in_before_.of(found_.after.graph(), entity);
        if (other == no_index || !found_.before.contains(other)) continue;
        if (second_of_.contains(other)) {
            parts_of_[other].push_back(entity);
        } else {
            second_of_[other] = entity;
            first_of_[entity].push_back(other);
        }
    }
}

std::vector<std::string> GraphComparison::rules_of(const std::vector<EntityIndex>& before,
                                                   EntityIndex after) const {
    std::set<std::string> rules;
    for (const EntityIndex entity : before)
        for (const std::string_view text :
             {found_.before.entity(entity).id, found_.before.entity(entity).name})
            for (const std::string_view rule : in_after_.rules(text, after))
                rules.emplace(rule);
    return {rules.begin(), rules.end()};
}

void GraphComparison::compare_entities() {
    std::set<EntityIndex> of_split;
    for (const auto& [entity, parts] : parts_of_) {
        EntityChange change{Change::split, {entity}, {second_of_[entity]}, {}, {}};
        change.after.insert(change.after.end(), parts.begin(), parts.end());
        of_split.insert(parts.begin(), parts.end());
        found_.entities.push_back(std::move(change));
    }
    for (const EntityIndex entity : found_.before.entities())
        if (!second_of_.contains(entity))
            found_.entities.push_back({Change::removed, {entity}, {}, {}, {}});
    for (const EntityIndex entity : found_.after.entities()) {
        const auto first = first_of_.find(entity);
        if (first == first_of_.end()) {
            if (!of_split.contains(entity))
                found_.entities.push_back({Change::added, {}, {entity}, {}, {}});
        } else if (first->second.size() > 1) {
            found_.entities.push_back(
                {Change::merged, first->second, {entity}, {}, rules_of(first->second, entity)});
        } else if (!parts_of_.contains(first->second.front())) {
            auto fields =
                differing_fields(found_.before, found_.before.entity(first->second.front()),
                                 found_.after, found_.after.entity(entity));
            if (!fields.empty())
                found_.entities.push_back(
                    {Change::changed, first->second, {entity}, std::move(fields), {}});
        }
    }
}

/// Where it has to be in the second graph; nothing if one of its ends is not there.
std::optional<Key> GraphComparison::key_in_second(const Relation& relation) const {
    const auto subject = second_of_.find(relation.subject);
    const auto object = second_of_.find(relation.object);
    const auto& type = found_.before.vocabulary().relation(relation.type);
    const auto found = found_.after.vocabulary().find_relation(type.name);
    if (subject == second_of_.end() || object == second_of_.end() || found.id == Vocabulary::none)
        return std::nullopt;
    Key key{subject->second, found.id, object->second, relation.derived};
    // Symmetric relations stand in the order of the ids, which may be others now.
    if (type.symmetric && std::get<2>(key) < std::get<0>(key))
        std::swap(std::get<0>(key), std::get<2>(key));
    return key;
}

void GraphComparison::compare_relations() {
    std::map<Key, std::vector<const Relation*>> before;
    for (const Relation& relation : found_.before.relations())
        if (const auto key = key_in_second(relation)) before[*key].push_back(&relation);
    std::set<Key> kept;
    for (const Relation& relation : found_.after.relations()) {
        kept.insert(key_of(relation));
        if (const auto known = before.find(key_of(relation)); known != before.end())
            compare(known->second, relation);
        else
            add({Change::added, {}, relation, {}, claims_of(found_.after, relation), {}});
    }
    for (const Relation& relation : found_.before.relations()) {
        const auto key = key_in_second(relation);
        if (!key || !kept.contains(*key))
            add({Change::removed, relation, {}, {}, {}, claims_of(found_.before, relation)});
    }
}

void GraphComparison::compare(const std::vector<const Relation*>& before, const Relation& after) {
    RelationChange change{
        Change::changed, *before.front(), after, {}, claims_of(found_.after, after), {}};
    for (const Relation* relation : before) {
        const std::vector<Claim> claims = claims_of(found_.before, *relation);
        change.lost.insert(change.lost.end(), claims.begin(), claims.end());
    }
    const std::string claims_before = std::to_string(change.lost.size());
    const std::string claims_after = std::to_string(change.gained.size());
    const bool bounded = is_bounded(change.gained);
    keep_differing(found_.before, change.lost, found_.after, change.gained);
    if (before.size() == 1)
        change.fields = differing_fields(found_.before, *before.front(), found_.after, after);
    if (change.fields.empty() && change.lost.empty() && change.gained.empty()) return;
    if (change.fields.empty()) change.fields.push_back({"claims", claims_before, claims_after});
    if (before.size() == 1 && bounded && after.period.to.dated() &&
        !before.front()->period.to.dated())
        change.change = Change::ended;
    add(std::move(change));
}

} // namespace

std::string_view name(Change change) {
    static constexpr std::array<std::string_view, changes.size()> names = {
        "new",     "first seen", "ended", "not seen since", "gone", "only in between",
        "changed", "merged",     "split"};
    return names[static_cast<std::size_t>(change)];
}

Difference difference(const TablesPtr& graph, const ViewOptions& options, Date from, Date to) {
    const auto at = [&](Date date, Date since, Date until) {
        ViewOptions then = options;
        then.at = date;
        then.since = since;
        then.until = until;
        return view_of(graph, then);
    };
    Difference found{at(from, {}, {}), at(to, {}, {}), {}, {}};
    compare_entities(at({}, {}, {}), from, to, found);
    const View between = at({}, from, to);
    std::map<Key, Stages> stages;
    for (const Relation& relation : found.before.relations())
        stages[key_of(relation)].before = &relation;
    for (const Relation& relation : found.after.relations())
        stages[key_of(relation)].after = &relation;
    for (const Relation& relation : between.relations())
        stages[key_of(relation)].between = &relation;
    for (const auto& [key, relation] : stages)
        if (auto change = change_over_time(found, between, relation))
            found.relations.push_back(std::move(*change));
    sort_by_change(found.entities);
    sort_by_change(found.relations);
    return found;
}

Difference difference(const View& before, const View& after) {
    return GraphComparison(before, after).run();
}

} // namespace entente::explore
