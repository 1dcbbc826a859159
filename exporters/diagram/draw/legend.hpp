// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/diagram/draw/canvas.hpp"
#include "exporters/diagram/scene/scene.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

/// Draws the legend from (x, y) on, at most `width` wide: only what occurs in the picture. Returns
/// its height.
double draw_legend(Canvas& canvas, const Legend& legend, const TextMeter& meter, double x, double y,
                   double width);

/// The head of an arrow whose tip is at the end of `path`; shortens the path to the head's base.
std::vector<Point> take_arrow_head(std::vector<Point>& path, double size);

/// A mark on a line: ? for disputed, ✕ for denied.
void draw_mark(Canvas& canvas, Point at, Certainty certainty);

} // namespace entente::diagram
