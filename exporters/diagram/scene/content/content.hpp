// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "exporters/diagram/scene/content/pairs.hpp"
#include "exporters/diagram/scene/reading/roles.hpp"

namespace entente::diagram {

/// Who is in the picture, and who is tied to whom.
struct Content {
    std::vector<Node> nodes;
    std::vector<std::size_t> places; ///< by EntityIndex: the node that stands for it, or none
    Ties ties;
    std::vector<Pair> pairs;
    std::size_t nations = 0; ///< in the view
};

/// Reduces the picture, step by step, until it is no fuller than a page can carry and an eye take
/// in.
Content choose_content(const Material& material, const Roles& roles);

} // namespace entente::diagram
