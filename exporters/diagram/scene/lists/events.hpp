// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "exporters/diagram/scene/reading/roles.hpp"

namespace entente::diagram {

/// Events, meetings and agreements are told as lists: as nodes they would tie everybody to
/// everybody, and hide who stands with whom.
std::vector<Panel> lists_of_events(const Material& material, const Roles& roles);

} // namespace entente::diagram
