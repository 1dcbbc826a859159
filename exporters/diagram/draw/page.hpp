// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "exporters/diagram/scene/scene.hpp"
#include "graph/language/diagnostics.hpp"

namespace entente::diagram {

/// A picture as SVG, and its size in pixels.
struct Picture {
    std::string svg;
    double width = 0, height = 0;
};

/// Measures, places and draws a scene: title, picture, lists, legend, sources.
Picture draw(const Scene& scene, Diagnostics& diagnostics);

} // namespace entente::diagram
