// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "graph/ledger.hpp"

namespace entente {

/// One way out of an entity: along a relation or against it.
struct Step {
    std::uint32_t relation = 0; ///< index into the view's relations
    EntityIndex other = 0;      ///< where it leads
    bool forward = true;        ///< from subject to object
    friend bool operator==(const Step&, const Step&) = default;
};

/// The relations of each entity, in both directions, those of entity `i` from begins[i] up to
/// begins[i + 1]. A relation of an entity to itself is there once.
struct StepTable {
    std::span<const std::uint32_t> begins;
    std::span<const Step> steps;
};

} // namespace entente
