// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "exporters/diagram/scene/reading/material.hpp"

namespace entente::diagram {

/// What the same words say of an entity.
struct Phrase {
    std::string words; ///< `part of`, `led by`
    Certainty certainty = Certainty::plain;
    std::vector<std::size_t> relations; ///< places in View::relations()
    std::size_t claims = 0;
};

/// What these relations say of one of their ends; what most claims say first.
std::vector<Phrase> phrases_of(const Material& material, EntityIndex entity,
                               const std::vector<std::size_t>& relations);

} // namespace entente::diagram
