// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/diagram/scene/form/bundles.hpp"

namespace entente::diagram {

/// The parts of the legend that the scene's nodes and links need.
Legend legend_of(const Scene& scene, const Material& material, const Ties& ties,
                 const std::vector<Bundle>& bundles);

} // namespace entente::diagram
