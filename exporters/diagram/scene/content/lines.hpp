// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <vector>

#include "exporters/diagram/scene/content/selection.hpp"

namespace entente::diagram {

/// What stands in small type inside of nodes.
using LinesByNode = std::map<std::size_t, std::vector<Line>>;

/// Officials, each with the latest office that holds on the picture's day.
LinesByNode officials_in(const Material& material, const Roles& roles, const Selection& selection,
                         const std::vector<std::size_t>& places);

/// The weapons and the like that a nation has or is making.
LinesByNode capabilities_in(const Material& material, const Roles& roles,
                            const std::vector<Node>& nodes, const std::vector<std::size_t>& places);

} // namespace entente::diagram
