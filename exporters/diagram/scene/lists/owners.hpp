// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "exporters/diagram/scene/reading/roles.hpp"

namespace entente::diagram {

/// By EntityIndex: the relations that somebody claims and nobody only denies, as places in
/// View::relations().
using RelationsOf = std::vector<std::vector<std::size_t>>;

RelationsOf relations_by_entity(const Material& material);

/// The nation that an organization, place or capability belongs to; no_index if the relations lead
/// to none.
EntityIndex nation_behind(const Material& material, const Roles& roles,
                          const RelationsOf& relations_of, EntityIndex entity);

} // namespace entente::diagram
