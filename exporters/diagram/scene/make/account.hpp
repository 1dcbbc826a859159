// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

#include "exporters/diagram/scene/reading/material.hpp"

namespace entente::diagram {

/// What of the view is in the picture.
struct Account {
    std::vector<bool> entities;           ///< by EntityIndex: can be seen
    std::vector<bool> entities_told;      ///< by EntityIndex: a tooltip names them
    std::vector<bool> relations;          ///< by place in View::relations()
    std::vector<std::uint32_t> claims_of; ///< by SourceIndex: its claims that tooltips tell
    std::size_t claims = 0;               ///< that tooltips tell
    std::size_t nations = 0;              ///< that have a box, or a flag in a list
};

Account account_of(const Material& material, const Scene& scene);

/// The entities alone, by EntityIndex.
std::vector<bool> entities_in(const Scene& scene, std::size_t entity_count);

} // namespace entente::diagram
