// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/flags/svg_names.hpp"

#include <algorithm>
#include <array>

namespace entente::diagram {

namespace {

constexpr std::array<std::string_view, 16> elements = {
    "circle",         "clipPath", "defs", "ellipse", "g",       "line",
    "linearGradient", "marker",   "mask", "path",    "polygon", "polyline",
    "radialGradient", "rect",     "stop", "use"};

/// Whose values refer to something, or are colours.
constexpr std::array<std::string_view, 8> words = {"clip-path", "fill",       "href",   "id",
                                                   "mask",      "stop-color", "stroke", "style"};

/// Whose values are lengths, places and the like.
// clang-format off: one a line would take a page
constexpr std::array<std::string_view, 43> measures = {"clip-rule",
                                                       "clipPathUnits",
                                                       "cx",
                                                       "cy",
                                                       "d",
                                                       "fill-opacity",
                                                       "fill-rule",
                                                       "fx",
                                                       "fy",
                                                       "gradientTransform",
                                                       "gradientUnits",
                                                       "height",
                                                       "marker-end",
                                                       "marker-mid",
                                                       "marker-start",
                                                       "markerHeight",
                                                       "markerUnits",
                                                       "markerWidth",
                                                       "offset",
                                                       "opacity",
                                                       "orient",
                                                       "points",
                                                       "r",
                                                       "refX",
                                                       "refY",
                                                       "rx",
                                                       "ry",
                                                       "stop-opacity",
                                                       "stroke-dasharray",
                                                       "stroke-linecap",
                                                       "stroke-linejoin",
                                                       "stroke-miterlimit",
                                                       "stroke-opacity",
                                                       "stroke-width",
                                                       "transform",
                                                       "viewBox",
                                                       "width",
                                                       "x",
                                                       "x1",
                                                       "x2",
                                                       "y",
                                                       "y1",
                                                       "y2"};
// clang-format on

bool is_in(std::string_view name, const auto& list) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

} // namespace

bool is_drawing_element(std::string_view name) {
    return is_in(name, elements);
}

bool is_drawing_attribute(std::string_view name) {
    return is_in(name, measures) || is_in(name, words);
}

bool holds_numbers(std::string_view attribute) {
    return is_in(attribute, measures);
}

} // namespace entente::diagram
