// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "exporters/diagram/scene/reading/roles.hpp"

namespace entente::diagram {

/// A row of a list of events or agreements, in the making.
struct Draft {
    EntityIndex entity = no_index; ///< the event or agreement; no_index for a mere meeting
    Date date;
    std::set<EntityIndex> nations, officials, places;
    std::vector<std::size_t> relations; ///< places in View::relations()
    std::uint32_t score = 0;
    std::size_t planned = 0, ties = 0;
};

struct Drafts {
    std::vector<Draft> events; ///< first the meetings that are no listed event, then those
    std::vector<Draft> agreements;
};

/// What happened or was agreed, and who took part.
Drafts drafts_of(const Material& material, const Roles& roles);

} // namespace entente::diagram
