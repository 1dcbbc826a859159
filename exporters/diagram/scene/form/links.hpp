// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

#include "exporters/diagram/scene/form/bundles.hpp"

namespace entente::diagram {

/// A line for each tie, in the colour of its hub or in that of threats.
std::vector<Link> links_of_ties(const Material& material, const std::vector<Node>& nodes,
                                const Ties& ties);

/// Lines, and the small nodes that say what they are.
struct Drawn {
    std::vector<Node> labels;
    std::vector<Link> links;
};

/// The words of each bundle as a label that its lines run through; in a crowd the bare lines, whose
/// colour and tooltip must do. `first_label`: the number that the first label gets as a node.
Drawn draw_bundles(const Material& material, const std::vector<Bundle>& bundles,
                   std::size_t first_label);

} // namespace entente::diagram
