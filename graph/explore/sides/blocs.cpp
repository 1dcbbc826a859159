// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <numeric>
#include <random>

#include "graph/explore/sides/balance.hpp"

namespace entente::explore {

namespace {

constexpr std::uint32_t open = no_index;

using Adjacent = std::vector<std::vector<Neighbour>>;
using Division = std::vector<std::uint32_t>; ///< bloc by vertex

Adjacent adjacent(const SignedNetwork& network) {
    Adjacent all(network.entity_of.size());
    for (const Tie& tie : network.ties) {
        if (tie.sign == 0) continue;
        all[tie.a].push_back({tie.b, tie.sign});
        all[tie.b].push_back({tie.a, tie.sign});
    }
    return all;
}

/// Whether a tie goes against the grain if its ends are in these blocs.
bool frustrates(int sign, std::uint32_t a, std::uint32_t b) {
    return (sign > 0) != (a == b);
}

/// What that costs. Of two divisions with as many ties against the grain, the one is better that
/// parts more enemies: else one bloc of all would often do as well.
constexpr std::size_t one_tie = std::size_t{1} << 32;
std::size_t cost_of_tie(int sign, std::uint32_t a, std::uint32_t b) {
    if (!frustrates(sign, a, b)) return 0;
    return sign < 0 ? one_tie + 1 : one_tie;
}

/// What it costs to put `v` into each bloc, given those that have one.
std::vector<std::size_t> costs(const Adjacent& all, const Division& bloc_of, std::uint32_t v,
                               std::size_t blocs) {
    std::vector<std::size_t> cost(blocs);
    for (const Neighbour& n : all[v])
        if (bloc_of[n.vertex] != open)
            for (std::uint32_t b = 0; b < blocs; ++b)
                cost[b] += cost_of_tie(n.sign, b, bloc_of[n.vertex]);
    return cost;
}

std::uint32_t cheapest(const std::vector<std::size_t>& cost) {
    return static_cast<std::uint32_t>(std::min_element(cost.begin(), cost.end()) - cost.begin());
}

/// One connected part of a network, without the trees that hang on it: what is at the end of a
/// single tie can always be put where that tie wants it.
class Part {
  public:
    Part(const Adjacent& all, std::vector<std::uint32_t> members, std::size_t blocs)
        : all_(all), members_(std::move(members)), blocs_(blocs), best_(all.size(), open) {}

    /// Writes the best division found; true if none can be better.
    bool divide(Division& bloc_of) {
        climb_from_many_starts();
        const bool exact = best_cost_ == 0 || (blocs_ == 2 && search());
        for (const std::uint32_t v : members_)
            bloc_of[v] = best_[v];
        return exact;
    }

  private:
    static constexpr std::size_t starts = 64, most_steps = 20'000'000, most_members = 28;

    [[nodiscard]] std::size_t cost_of(const Division& division) const {
        std::size_t twice = 0;
        for (const std::uint32_t v : members_)
            for (const Neighbour& n : all_[v])
                if (division[n.vertex] != open)
                    twice += cost_of_tie(n.sign, division[v], division[n.vertex]);
        return twice / 2;
    }

    void keep_if_better(const Division& division) {
        const std::size_t cost = cost_of(division);
        if (cost >= best_cost_) return;
        best_cost_ = cost;
        best_ = division;
    }

    /// Each start puts the members, in an order of its own, where they fit best so far, and then
    /// moves them as long as that helps.
    void climb_from_many_starts() {
        std::mt19937 engine(1);
        std::vector<std::uint32_t> order = members_;
        for (std::size_t start = 0; start < starts && best_cost_ > 0; ++start) {
            Division division(all_.size(), open);
            for (const std::uint32_t v : order)
                division[v] = cheapest(costs(all_, division, v, blocs_));
            for (bool moved = true; moved;) {
                moved = false;
                for (const std::uint32_t v : order) {
                    const std::vector<std::size_t> cost = costs(all_, division, v, blocs_);
                    const std::uint32_t to = cheapest(cost);
                    if (cost[to] >= cost[division[v]]) continue;
                    division[v] = to;
                    moved = true;
                }
            }
            keep_if_better(division);
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[engine() % i]);
        }
    }

    /// Branch and bound over two blocs, the best connected first. False if it had to give up.
    bool search() {
        if (members_.size() > most_members) return false;
        order_ = members_;
        std::stable_sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
            return all_[a].size() > all_[b].size();
        });
        Division division(all_.size(), open);
        division[order_.front()] = 0; // the other half are mirror images
        return descend(division, 1, 0);
    }

    bool descend(Division& division, std::size_t depth, std::size_t cost) {
        if (++steps_ > most_steps) return false;
        if (depth == order_.size()) {
            if (cost < best_cost_) {
                best_cost_ = cost;
                for (const std::uint32_t v : members_)
                    best_[v] = division[v];
            }
            return true;
        }
        if (cost + at_least(division, depth) >= best_cost_) return true;
        const std::uint32_t v = order_[depth];
        const std::vector<std::size_t> more = costs(all_, division, v, 2);
        const std::uint32_t first = cheapest(more);
        for (const std::uint32_t bloc : {first, 1 - first}) {
            division[v] = bloc;
            const bool done = descend(division, depth + 1, cost + more[bloc]);
            division[v] = open;
            if (!done) return false;
        }
        return true;
    }

    /// What those without a bloc cost with those that have one, wherever they go.
    [[nodiscard]] std::size_t at_least(const Division& division, std::size_t depth) const {
        std::size_t sum = 0;
        for (std::size_t i = depth; i < order_.size(); ++i) {
            const std::vector<std::size_t> cost = costs(all_, division, order_[i], 2);
            sum += std::min(cost[0], cost[1]);
        }
        return sum;
    }

    const Adjacent& all_;
    std::vector<std::uint32_t> members_, order_;
    std::size_t blocs_;
    Division best_;
    std::size_t best_cost_ = std::numeric_limits<std::size_t>::max();
    std::size_t steps_ = 0;
};

/// Takes off what hangs on a single tie, again and again. Returns it in that order.
std::vector<std::uint32_t> cut_trees(const Adjacent& all, std::vector<bool>& in_core) {
    std::vector<std::size_t> degree(all.size());
    std::vector<std::uint32_t> leaves;
    for (std::uint32_t v = 0; v < all.size(); ++v) {
        degree[v] = all[v].size();
        if (degree[v] <= 1) leaves.push_back(v);
    }
    in_core.assign(all.size(), true);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        in_core[leaves[i]] = false;
        for (const Neighbour& n : all[leaves[i]])
            if (in_core[n.vertex] && --degree[n.vertex] == 1) leaves.push_back(n.vertex);
    }
    return leaves;
}

std::vector<std::vector<std::uint32_t>> parts_of(const Adjacent& all,
                                                 const std::vector<bool>& in_core) {
    std::vector<std::vector<std::uint32_t>> parts;
    std::vector<bool> seen(all.size());
    for (std::uint32_t v = 0; v < all.size(); ++v) {
        if (seen[v] || !in_core[v]) continue;
        std::vector<std::uint32_t> part{v};
        seen[v] = true;
        for (std::size_t i = 0; i < part.size(); ++i)
            for (const Neighbour& n : all[part[i]])
                if (in_core[n.vertex] && !seen[n.vertex]) {
                    seen[n.vertex] = true;
                    part.push_back(n.vertex);
                }
        parts.push_back(std::move(part));
    }
    return parts;
}

/// Numbers the blocs by their first members, so that equal divisions look equal.
std::size_t number(Division& bloc_of) {
    std::vector<std::uint32_t> name;
    for (std::uint32_t& bloc : bloc_of) {
        const auto at = std::find(name.begin(), name.end(), bloc);
        if (at == name.end()) name.push_back(bloc);
        bloc = static_cast<std::uint32_t>(std::find(name.begin(), name.end(), bloc) - name.begin());
    }
    return name.size();
}

/// Who is tied to no member of a bloc, not even by way of others, is in no bloc with them.
void keep_strangers_apart(const Adjacent& all, std::size_t blocs, Division& bloc_of) {
    std::uint32_t first = 0;
    for (const std::vector<std::uint32_t>& part :
         parts_of(all, std::vector<bool>(all.size(), true))) {
        for (const std::uint32_t v : part)
            bloc_of[v] += first;
        first += static_cast<std::uint32_t>(blocs);
    }
}

} // namespace

Blocs find_blocs(const SignedNetwork& network, std::size_t blocs) {
    const Adjacent all = adjacent(network);
    std::vector<bool> in_core;
    const std::vector<std::uint32_t> leaves = cut_trees(all, in_core);
    Blocs found;
    found.exact = true;
    found.bloc_of.assign(all.size(), open);
    for (std::vector<std::uint32_t>& part : parts_of(all, in_core))
        found.exact = Part(all, std::move(part), blocs).divide(found.bloc_of) && found.exact;
    for (auto v = leaves.rbegin(); v != leaves.rend(); ++v)
        found.bloc_of[*v] = cheapest(costs(all, found.bloc_of, *v, blocs));
    keep_strangers_apart(all, blocs, found.bloc_of);
    found.count = number(found.bloc_of);
    for (std::uint32_t i = 0; i < network.ties.size(); ++i) {
        const Tie& tie = network.ties[i];
        if (tie.sign != 0 && frustrates(tie.sign, found.bloc_of[tie.a], found.bloc_of[tie.b]))
            found.frustrated.push_back(i);
    }
    return found;
}

} // namespace entente::explore
