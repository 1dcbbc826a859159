// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "exporters/diagram/scene/content/selection.hpp"

namespace entente::diagram {

/// A node for each entity that was selected, in the order of the view.
std::vector<Node> nodes_of(const Material& material, const Selection& selection);

/// By EntityIndex: the node that stands for the entity, or none. A nation's own bodies act from its
/// box. An official stands in the box of the nation (or alliance) whose office he holds, and what
/// is said of him leads to and from that box.
std::vector<std::size_t> places_of(const Material& material, const Roles& roles,
                                   const std::vector<Node>& nodes);

} // namespace entente::diagram
