// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "exporters/diagram/draw/canvas.hpp"
#include "exporters/timeline/axis.hpp"
#include "exporters/timeline/rows.hpp"

namespace entente::timeline_picture {

/// Which signs occur, for the legend.
struct Used {
    bool bar = false, imprecise = false, goes_on = false, unknown_end = false;
    bool event = false, observed = false;
    bool planned = false, disputed = false, denied = false;
};

/// Draws the bar or marks of a row whose middle is at `y`, as long as it is within the axis.
void draw_happening(diagram::Canvas& canvas, const Axis& axis, const explore::Happening& happening,
                    const Row& row, double y, Used& used);

/// The signs that occur and what they mean; returns the height.
double draw_signs(diagram::Canvas& canvas, const diagram::TextMeter& meter, const Used& used,
                  double x, double y, double width);

} // namespace entente::timeline_picture
