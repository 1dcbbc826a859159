// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/explore/patterns/pattern.hpp"
#include "graph/model/view.hpp"

namespace entente::explore {

/// Entities and relations that fit a pattern.
struct Match {
    std::vector<EntityIndex> entities; ///< by node
    /// By edge, the relations of the view that fit it, ascending.
    std::vector<std::vector<std::uint32_t>> relations;
    friend bool operator==(const Match&, const Match&) = default;
};

struct Matches {
    std::vector<Match> found; ///< by the entities of the first node, then of the second, ...
    std::size_t more = 0;     ///< how many there are beyond `most`
    bool all_counted = true;  ///< false: there may be still more; the search stopped at a million
};

struct MatchOptions {
    std::size_t most = 50; ///< how many answers to keep; the others are counted
    /// Only answers whose relations may all hold on one day, as far as is known.
    bool together = false;
};

/// Who fits. Different nodes are different entities; relations that are only denied fit nothing. Of
/// answers that differ only by which of two interchangeable nodes is which, one is given.
///
/// Backtracking: from the node that fewest entities fit along relations to its neighbours, so each
/// step tries no more than an entity's relations. O(c d^(n-1)) at the worst, for n nodes, c
/// candidates of the rarest and d relations an entity.
Matches find_matches(const View& view, const Pattern& pattern, const MatchOptions& options = {});

} // namespace entente::explore
