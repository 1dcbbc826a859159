// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "exporters/html/layout.hpp"

namespace entente::html {

struct Point {
    double x = 0, y = 0;
};

/// A body with its satellites: what the forces move as one.
struct Cluster {
    std::size_t owner = nobody;
    std::vector<std::size_t> satellites;
    std::vector<Point> offsets; ///< of the satellites from the middle of the cluster
    Point owner_offset;
    double width = 0, height = 0;
    double mass = 1;
    double side = 0;
    Point at;
};

struct Clusters {
    std::vector<Cluster> all;
    std::vector<std::size_t> of; ///< of each body: the number of its cluster
};

/// Puts each body that has an owner, or a single tie, to whom it belongs, and everything else into
/// a cluster of its own. Nothing is placed yet but the satellites within their cluster.
Clusters make_clusters(std::span<const Body> bodies, std::span<const Tie> ties);

} // namespace entente::html
