// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/explore/sides/signed_network.hpp"

namespace entente::explore {

/// Three entities that are all tied to one another.
struct Triad {
    std::array<std::uint32_t, 3> vertices{}; ///< ascending
    int enemies = 0;                         ///< how many of the three ties are hostile
    /// The friend of a friend is a friend, the enemy of a friend an enemy, the enemy of an enemy a
    /// friend: 0 or 2 hostile ties (F. Heider, Attitudes and cognitive organization, J. Psychology
    /// 21, 1946; D. Cartwright and F. Harary, Structural balance, Psychological Review 63, 1956).
    [[nodiscard]] bool balanced() const { return enemies % 2 == 0; }
};

struct TriadCensus {
    std::array<std::size_t, 4> by_enemies{}; ///< all triads, by the number of hostile ties
    std::vector<Triad> unbalanced;           ///< by vertices; at most `most`
    [[nodiscard]] std::size_t total() const;
    [[nodiscard]] std::size_t balanced() const { return by_enemies[0] + by_enemies[2]; }
};

/// Counts the triads of a signed network; ambivalent ties are none. O(m^1.5).
TriadCensus count_triads(const SignedNetwork& network, std::size_t most);

/// A division of a signed network into blocs.
struct Blocs {
    std::vector<std::uint32_t> bloc_of; ///< by vertex, numbered from 0 by the first member
    std::size_t count = 0;
    /// Ties against the grain: hostile within a bloc, friendly between two. At two blocs the least
    /// there can be is the frustration, or line index of balance (F. Harary, On the measurement of
    /// structural balance, Behavioral Science 4, 1959); indices into SignedNetwork::ties.
    std::vector<std::uint32_t> frustrated;
    bool exact = false; ///< whether it is known that no division does better
};

/// The division of each connected part into at most `blocs` blocs (2 for structural balance; more
/// for weak balance: J. A. Davis, Clustering and structural balance in graphs, Human Relations 20,
/// 1967) with the fewest ties against the grain, and among those the one that parts the most
/// enemies.
///
/// Exact for two blocs where, once trees that hang on the network are cut off, no connected part
/// has more than 28 entities, or a search bounded by 20 million steps ends; else the best of
/// many climbs from different starts, the same in every run. Entities that are tied to nobody else
/// do not exist in a signed network.
Blocs find_blocs(const SignedNetwork& network, std::size_t blocs = 2);

} // namespace entente::explore
