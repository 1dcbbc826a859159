// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/evidence.hpp"

#include <algorithm>
#include <cmath>

namespace entente::explore {

double strength(const Relation& relation) {
    constexpr double least = 1e-6; // a logarithm of it is taken
    const double sources = std::max(1U, relation.source_count);
    const double rated =
        std::isnan(relation.confidence) ? 1 - std::pow(0.5, sources) : relation.confidence;
    const bool firm = relation.status == Status::supported;
    return std::clamp(firm ? rated : rated / 2, least, 1.0);
}

} // namespace entente::explore
