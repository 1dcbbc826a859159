// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include "exporters/diagram/place/layout.hpp"

namespace entente::diagram {

struct Bounds {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    void add(Point p, double width = 0, double height = 0) {
        left = std::min(left, p.x - width / 2);
        right = std::max(right, p.x + width / 2);
        top = std::min(top, p.y - height / 2);
        bottom = std::max(bottom, p.y + height / 2);
    }
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
};

/// The rectangles that a part of a picture covers.
using Shape = std::vector<Bounds>;

/// Puts shapes on a page about half as wide again as it is high, each where it makes the page grow
/// least, also into bays that a larger one leaves free. Returns how far each is to be moved.
std::vector<Point> pack(const std::vector<Shape>& shapes);

} // namespace entente::diagram
