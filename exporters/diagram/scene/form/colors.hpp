// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <vector>

#include "exporters/diagram/scene/content/ties.hpp"

namespace entente::diagram {

/// By node: the colour of a hub, empty for anything else. Alliances that share a member get
/// different colours, as far as the palette goes; so do those that stand next to each other by
/// name. The largest chooses first.
std::vector<std::string_view> hub_colors(const std::vector<Node>& nodes, const Ties& ties);

} // namespace entente::diagram
