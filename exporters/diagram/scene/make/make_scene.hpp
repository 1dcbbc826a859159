// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/diagram/scene/scene.hpp"

namespace entente::diagram {

/// Decides what the picture shows. `with_tooltips`: the carrier can hold what only shows on demand
/// (SVG), so claims in tooltips count as written.
Scene make_scene(const View& view, const ExportOptions& options, Diagnostics& diagnostics,
                 bool with_tooltips);

} // namespace entente::diagram
