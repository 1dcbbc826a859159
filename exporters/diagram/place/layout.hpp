// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "exporters/diagram/place/boxes.hpp"
#include "exporters/diagram/scene/scene.hpp"
#include "graph/language/diagnostics.hpp"

namespace entente::diagram {

struct Point {
    double x = 0, y = 0;
};

/// Where everything stands; pixels, y downwards, the upper left corner is (0, 0).
struct Layout {
    double width = 0, height = 0;
    std::vector<Point> centres; ///< of the scene's nodes
    /// Of the scene's links: the control points of a piecewise cubic Bézier curve (3n + 1 points),
    /// from the border of one node to the border of the other. Empty if nothing is to be drawn.
    std::vector<std::vector<Point>> paths;
};

/// Places the scene's nodes, whose insides are `boxes`, and routes its links: in columns with
/// Graphviz's dot, or as a web with its stress model. What Graphviz has to say is reported with
/// Code::layout; that it cannot do it at all is a std::runtime_error.
Layout lay_out(const Scene& scene, const std::vector<Box>& boxes, Diagnostics& diagnostics);

} // namespace entente::diagram
