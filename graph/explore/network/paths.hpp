// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "graph/explore/network/adjacency.hpp"

namespace entente::explore {

/// One way between two entities, without visiting any twice.
struct Path {
    std::vector<EntityIndex> entities; ///< from the first to the last
    /// Between each two neighbours the relations that join them, the strongest first.
    std::vector<std::vector<Step>> steps;
    double strength = 1; ///< product of the strengths of the best relation of each step
    [[nodiscard]] std::size_t hops() const { return steps.size(); }
};

struct PathOptions {
    enum class By { hops, evidence } by = By::hops; ///< what makes a way short
    std::size_t most = 3;                           ///< how many ways
    std::optional<Sign> sign;                       ///< only along relations of this sign
};

/// The shortest ways between two entities and the next best, along relations in either direction
/// that nobody merely denies; between ways of equal length, the stronger evidence first, then by
/// id. Empty if they are not connected; one path without a step from an entity to itself.
///
/// Yen's algorithm (J. Y. Yen, Finding the k shortest loopless paths in a network, Management
/// Science 17, 1971) over Boost's Dijkstra: O(k n (m + n log n)) for ways of n entities at the
/// worst, in practice a few searches that stop at the goal.
std::vector<Path> find_paths(const View& view, EntityIndex from, EntityIndex to,
                             const PathOptions& options);

} // namespace entente::explore
