// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/diagram/scene/scene.hpp"

namespace entente::diagram {

/// Decides what the picture shows, in steps of which each hands on a value: how the picture reads
/// the view (scene/reading), who is in it and who is tied to whom (scene/content), how that looks
/// (scene/form), what stands in lists beside it (scene/lists), and the account of what is left out.
///
/// `with_tooltips`: the carrier can hold what only shows on demand
/// (SVG), so claims in tooltips count as written.
Scene make_scene(const View& view, const ExportOptions& options, Diagnostics& diagnostics,
                 bool with_tooltips);

} // namespace entente::diagram
