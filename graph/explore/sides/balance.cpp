// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/sides/balance.hpp"

#include <algorithm>
#include <numeric>

namespace entente::explore {

namespace {

/// The neighbours with a higher number, ascending.
std::vector<std::vector<Neighbour>> higher_neighbours(const SignedNetwork& network) {
    std::vector<std::vector<Neighbour>> higher(network.entity_of.size());
    for (const Tie& tie : network.ties)
        if (tie.sign != 0) higher[tie.a].push_back({tie.b, tie.sign});
    return higher;
}

} // namespace

std::size_t TriadCensus::total() const {
    return std::accumulate(by_enemies.begin(), by_enemies.end(), std::size_t{0});
}

TriadCensus count_triads(const SignedNetwork& network, std::size_t most) {
    TriadCensus census;
    const auto higher = higher_neighbours(network);
    for (std::uint32_t a = 0; a < higher.size(); ++a)
        for (const Neighbour& b : higher[a]) {
            auto x = higher[a].begin();
            for (const Neighbour& c : higher[b.vertex]) {
                while (x != higher[a].end() && x->vertex < c.vertex)
                    ++x;
                if (x == higher[a].end()) break;
                if (x->vertex != c.vertex) continue;
                const Triad triad{{a, b.vertex, c.vertex},
                                  (b.sign < 0) + (c.sign < 0) + (x->sign < 0)};
                ++census.by_enemies[static_cast<std::size_t>(triad.enemies)];
                if (!triad.balanced() && census.unbalanced.size() < most)
                    census.unbalanced.push_back(triad);
            }
        }
    return census;
}

} // namespace entente::explore
