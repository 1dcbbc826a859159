// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "exporters/diagram/place/layout.hpp"
#include "exporters/diagram/place/pack.hpp"

namespace entente::diagram {

/// A line from box `from` to box `to` as one cubic Bézier curve, from border to border: straight if
/// nothing stands in its way, else the flattest arc that passes by. `boxes` are all boxes of the
/// picture. Where no arc is free, the one that is hidden least.
///
/// For large pictures, where Graphviz's own routing takes seconds, then minutes, and its many bends
/// are hard to follow; an arc is one movement.
std::vector<Point> route(std::size_t from, std::size_t to, const std::vector<Bounds>& boxes);

} // namespace entente::diagram
