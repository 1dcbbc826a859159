// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "exporters/diagram/scene/reading/roles.hpp"

namespace entente::diagram {

/// Ministries, forces, newspapers, forums, places and weapons that have found no box and no line:
/// a row each, so that whatever the facts name can be seen. `shown`, by EntityIndex: what is in the
/// picture already.
std::vector<Panel> lists_of_bodies(const Material& material, const Roles& roles,
                                   std::vector<bool> shown);

} // namespace entente::diagram
