// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

#include "exporters/diagram/scene/reading/material.hpp"

namespace entente::diagram {

/// What each entity may be in the picture, by EntityIndex.
struct Roles {
    std::vector<std::uint32_t> score; ///< how much there is to draw about it
    std::vector<bool> thing;          ///< may be a node though of minor kind
    std::vector<bool> listed;         ///< takes part in what a list tells
    std::vector<EntityIndex> owner;   ///< of an organization: the nation it is part of, or no_index
    std::vector<EntityIndex> nation;  ///< itself, or whose official it is, or no_index
    bool agreements_are_hubs = false; ///< where there are no alliances
};

Roles roles_of(const Material& material);

} // namespace entente::diagram
