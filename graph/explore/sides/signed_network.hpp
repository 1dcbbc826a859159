// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

#include "graph/model/view.hpp"

namespace entente::explore {

/// A tie between two entities of a signed network.
struct Tie {
    std::uint32_t a = 0, b = 0;           ///< a < b: vertices
    int sign = 0;                         ///< +1 friends, -1 enemies, 0 both at once
    double friendly = 0, hostile = 0;     ///< sums of the strengths of the relations
    std::vector<std::uint32_t> relations; ///< indices into the view's relations
};

/// Who is friend and who is enemy: the entities of some kind that have a relation of cooperation or
/// conflict among them.
///
/// Members of one alliance count as friends of one another. Where relations of both signs join
/// two entities, the stronger sum of evidence decides if it is at least twice the other; else the
/// tie is ambivalent (sign 0) and no part of triads and blocs.
struct SignedNetwork {
    std::vector<EntityIndex> entity_of; ///< by vertex
    std::vector<Tie> ties;              ///< by a, then b
};

/// The other end of a tie, seen from one of the two.
struct Neighbour {
    std::uint32_t vertex;
    int sign;
};

/// Of the nations of a view, or if `kinds` are given of entities of those kinds. Relations that are
/// denied, planned or merely possible do not count. O(m log m), and for each alliance the square of
/// its members.
SignedNetwork signed_network(const View& view, const std::vector<KindId>& kinds);

} // namespace entente::explore
