// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/diagram/scene/content/content.hpp"

namespace entente::diagram {

/// One line of a bundle.
struct Strand {
    std::size_t actor = 0, aim = 0; ///< nodes; for what has no direction in no special order
    std::vector<std::size_t> relations;
};

/// Everything that the same words say between pairs that share an end.
struct Bundle {
    std::string words;
    std::string_view color;
    Certainty certainty = Certainty::plain;
    bool arrow = false, arrow_back = false; ///< at the aim, at the actor
    std::uint32_t sources = 0;
    std::vector<Strand> strands;
};

/// The pairs in their order, of a thicket only the strongest.
std::vector<Pair> strongest(std::vector<Pair> pairs, const Material& material);

/// One readable line for each pair; where several nations do the same to the same one (or one to
/// several), they are one bundle. `places`: the node of each entity.
std::vector<Bundle> bundles_of(const Material& material, const std::vector<Pair>& pairs,
                               const std::vector<std::size_t>& places);

} // namespace entente::diagram
