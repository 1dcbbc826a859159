// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/patterns/match.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "graph/explore/network/adjacency.hpp"

namespace entente::explore {

namespace {

using Node = Pattern::Node;
using PatternEdge = Pattern::Edge;
using Permutation = std::vector<std::size_t>;

constexpr std::size_t most_counted = 1'000'000;

using EdgeKey = std::tuple<std::size_t, std::size_t, RelationId, int, bool>;

EdgeKey key_of(const PatternEdge& edge, const Permutation& to) {
    std::size_t a = to[edge.from], b = to[edge.to];
    if (!edge.directed && b < a) std::swap(a, b);
    return {a, b, edge.type, edge.sign ? static_cast<int>(*edge.sign) : 2, edge.directed};
}

std::multiset<EdgeKey> edges_under(const Pattern& pattern, const Permutation& to) {
    std::multiset<EdgeKey> keys;
    for (const PatternEdge& edge : pattern.edges)
        keys.insert(key_of(edge, to));
    return keys;
}

bool interchangeable(const Node& a, const Node& b) {
    return a.entity == b.entity && a.any_kind == b.any_kind && (a.any_kind || a.kind == b.kind);
}

/// Every way to exchange nodes that leaves the pattern what it is.
std::vector<Permutation> symmetries(const Pattern& pattern) {
    Permutation to(pattern.nodes.size());
    std::iota(to.begin(), to.end(), std::size_t{0});
    const std::multiset<EdgeKey> plain = edges_under(pattern, to);
    std::vector<Permutation> found;
    do {
        bool fits = true;
        for (std::size_t i = 0; fits && i < to.size(); ++i)
            fits = interchangeable(pattern.nodes[i], pattern.nodes[to[i]]);
        if (fits && edges_under(pattern, to) == plain) found.push_back(to);
    } while (std::next_permutation(to.begin(), to.end()));
    return found;
}

/// Of two nodes, the first must be taken by the entity with the lower number.
using Order = std::pair<std::size_t, std::size_t>;

/// Conditions that exactly one of all answers that are the same under the symmetries meets: fix one
/// node after the other, as the least of those it can be exchanged with (J. A. Grochow, M. Kellis:
/// Network motif discovery using subgraph enumeration and symmetry-breaking, RECOMB 2007).
std::vector<Order> one_of_each(const Pattern& pattern) {
    std::vector<Permutation> group = symmetries(pattern);
    std::vector<Order> conditions;
    for (std::size_t node = 0; node < pattern.nodes.size(); ++node) {
        std::set<std::size_t> others;
        for (const Permutation& to : group)
            if (to[node] != node) others.insert(to[node]);
        for (const std::size_t other : others)
            conditions.emplace_back(node, other);
        std::erase_if(group, [node](const Permutation& to) { return to[node] != node; });
    }
    return conditions;
}

/// First and last day of what holds at once.
struct Days {
    std::int32_t first = std::numeric_limits<std::int32_t>::min();
    std::int32_t last = std::numeric_limits<std::int32_t>::max();
};

class MatchSearch {
  public:
    MatchSearch(const View& view, const Pattern& pattern, const MatchOptions& options)
        : view_(view),
          pattern_(pattern),
          options_(options),
          adjacency_(view),
          conditions_(one_of_each(pattern)),
          taken_(pattern.nodes.size(), no_index) {
        plan();
    }

    Matches run() {
        extend(0);
        std::sort(matches_.found.begin(), matches_.found.end(),
                  [](const Match& a, const Match& b) { return a.entities < b.entities; });
        return std::move(matches_);
    }

  private:
    [[nodiscard]] bool fits(const Node& node, EntityIndex entity) const {
        if (node.entity != no_index) return node.entity == entity;
        return node.any_kind || view_.entity(entity).kind == node.kind;
    }
    /// Whether a step out of an entity that stands for `edge.from`, or with `backward` for
    /// `edge.to`, goes along the edge.
    [[nodiscard]] bool goes_along(const Step& step, const PatternEdge& edge, bool backward) const {
        const Relation& relation = view_.relations()[step.relation];
        if (relation.status == Status::denied) return false;
        if (edge.directed && step.forward == backward) return false;
        if (edge.type != Vocabulary::none) return relation.type == edge.type;
        return !edge.sign || view_.vocabulary().relation(relation.type).sign == *edge.sign;
    }

    void plan();
    [[nodiscard]] std::size_t candidates(const Node& node) const;
    void extend(std::size_t depth);
    void try_entity(std::size_t depth, EntityIndex entity);
    [[nodiscard]] std::vector<std::uint32_t> between(const PatternEdge& edge) const;
    [[nodiscard]] bool holds(std::size_t node, EntityIndex entity) const;
    [[nodiscard]] bool share_a_day(const Match& match, std::size_t edge, Days days) const;
    void keep();

    const View& view_;
    const Pattern& pattern_;
    MatchOptions options_;
    Adjacency adjacency_;
    std::vector<Order> conditions_;
    std::vector<EntityIndex> taken_;            ///< by node
    std::vector<std::size_t> order_;            ///< nodes, as they are tried
    std::vector<std::vector<std::size_t>> due_; ///< by depth, the edges that are settled there
    Matches matches_;
};

std::size_t MatchSearch::candidates(const Node& node) const {
    const auto entities = view_.entities();
    return static_cast<std::size_t>(std::count_if(
        entities.begin(), entities.end(), [&](EntityIndex entity) { return fits(node, entity); }));
}

/// The rarest node first, then always the rarest of its neighbours.
void MatchSearch::plan() {
    std::vector<std::size_t> rarity;
    for (const Node& node : pattern_.nodes)
        rarity.push_back(candidates(node));
    std::set<std::size_t> near, left;
    for (std::size_t i = 0; i < rarity.size(); ++i)
        left.insert(i);
    std::set<std::size_t> settled;
    while (!left.empty()) {
        const std::set<std::size_t>& from = near.empty() ? left : near;
        const std::size_t next =
            *std::min_element(from.begin(), from.end(),
                              [&](std::size_t a, std::size_t b) { return rarity[a] < rarity[b]; });
        order_.push_back(next);
        left.erase(next);
        near.erase(next);
        due_.emplace_back();
        for (std::size_t e = 0; e < pattern_.edges.size(); ++e) {
            const PatternEdge& edge = pattern_.edges[e];
            if (edge.from != next && edge.to != next) continue;
            const std::size_t other = edge.from == next ? edge.to : edge.from;
            if (left.contains(other))
                near.insert(other);
            else if (settled.insert(e).second)
                due_.back().push_back(e);
        }
    }
}

void MatchSearch::extend(std::size_t depth) {
    if (depth == order_.size()) {
        keep();
        return;
    }
    if (due_[depth].empty()) {
        for (const EntityIndex entity : view_.entities())
            try_entity(depth, entity);
        return;
    }
    const PatternEdge& edge = pattern_.edges[due_[depth].front()];
    const bool backward = edge.from == order_[depth]; // we come from its end
    const EntityIndex here = taken_[backward ? edge.to : edge.from];
    std::set<EntityIndex> next;
    for (const Step& step : adjacency_.of(here))
        if (goes_along(step, edge, backward)) next.insert(step.other);
    for (const EntityIndex entity : next)
        try_entity(depth, entity);
}

void MatchSearch::try_entity(std::size_t depth, EntityIndex entity) {
    if (!matches_.all_counted) return;
    const std::size_t node = order_[depth];
    if (!fits(pattern_.nodes[node], entity)) return;
    if (std::find(taken_.begin(), taken_.end(), entity) != taken_.end()) return;
    if (!holds(node, entity)) return;
    taken_[node] = entity;
    const auto& due = due_[depth];
    const bool joined =
        due.size() < 2 || std::all_of(due.begin() + 1, due.end(), [&](std::size_t e) {
            return !between(pattern_.edges[e]).empty();
        });
    if (joined) extend(depth + 1);
    taken_[node] = no_index;
}

bool MatchSearch::holds(std::size_t node, EntityIndex entity) const {
    return std::all_of(conditions_.begin(), conditions_.end(), [&](const Order& order) {
        if (order.first == node)
            return taken_[order.second] == no_index || entity < taken_[order.second];
        if (order.second == node)
            return taken_[order.first] == no_index || taken_[order.first] < entity;
        return true;
    });
}

std::vector<std::uint32_t> MatchSearch::between(const PatternEdge& edge) const {
    // From the end with fewer relations: one of them may be a hub.
    EntityIndex here = taken_[edge.from], there = taken_[edge.to];
    const bool backward = adjacency_.of(there).size() < adjacency_.of(here).size();
    if (backward) std::swap(here, there);
    std::vector<std::uint32_t> relations;
    for (const Step& step : adjacency_.of(here))
        if (step.other == there && goes_along(step, edge, backward))
            relations.push_back(step.relation);
    return relations;
}

/// Whether from this edge on, each has a relation that may hold within these days.
bool MatchSearch::share_a_day(const Match& match, std::size_t edge, Days days) const {
    if (days.last < days.first) return false;
    if (edge == match.relations.size()) return true;
    return std::any_of(match.relations[edge].begin(), match.relations[edge].end(),
                       [&](std::uint32_t relation) {
                           const Period& period = view_.relations()[relation].period;
                           return share_a_day(match, edge + 1,
                                              {std::max(days.first, period.from.first_day()),
                                               std::min(days.last, period.to.last_day())});
                       });
}

void MatchSearch::keep() {
    const bool full = matches_.found.size() == options_.most;
    Match match{taken_, {}};
    if (!full || options_.together)
        for (const PatternEdge& edge : pattern_.edges)
            match.relations.push_back(between(edge));
    if (options_.together && !share_a_day(match, 0, {})) return;
    if (full) {
        if (++matches_.more == most_counted) matches_.all_counted = false;
        return;
    }
    matches_.found.push_back(std::move(match));
}

} // namespace

Matches find_matches(const View& view, const Pattern& pattern, const MatchOptions& options) {
    if (pattern.nodes.empty()) return {};
    return MatchSearch(view, pattern, options).run();
}

} // namespace entente::explore
