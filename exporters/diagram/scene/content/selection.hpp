// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <vector>

#include "exporters/diagram/scene/reading/roles.hpp"

namespace entente::diagram {

/// Who gets into the picture as a node.
struct Selection {
    std::vector<bool> keep;  ///< by EntityIndex
    std::size_t nations = 0; ///< in the view
    bool reduced = false;    ///< not all nations are to be drawn
};

/// The best of each sort, at most `most_nations` nations.
Selection select(const Material& material, const Roles& roles, std::size_t most_nations);

} // namespace entente::diagram
