// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <vector>

#include "graph/model/view.hpp"

namespace entente::explore {

enum class Measure {
    degree,      ///< how many others it has a relation with
    pagerank,    ///< how often a walker along relations comes by
    betweenness, ///< on how many of the shortest ways between others it lies
    closeness,   ///< how near it is to all it can reach
};

struct Ranked {
    EntityIndex entity = 0;
    double score = 0;
};

/// All entities of the view, the first the best; equal scores by id. Relations are taken in both
/// directions, several between the same two as one; what is only denied does not count. Only
/// relations of `sign`, if one is given.
///
/// - degree: divided by n - 1, in [0, 1].
/// - pagerank: damping 0.85, the scores add up to 1 (Brin and Page 1998); O(k m).
/// - betweenness: Brandes' algorithm (2001), divided by the number of pairs of others; O(n m).
/// - closeness: (r-1)/(n-1) * (r-1)/(sum of distances) where r are reached, itself among them
///   (Wasserman and Faust 1994); O(n m).
std::vector<Ranked> rank(const View& view, Measure measure, std::optional<Sign> sign = {});

/// Whether cooperation and conflict both occur, so that a ranking would mix friends and enemies.
bool mixes_signs(const View& view);

} // namespace entente::explore
