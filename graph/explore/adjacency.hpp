// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/view.hpp"

namespace entente::explore {

/// One way out of an entity: along a relation or against it.
struct Step {
    std::uint32_t relation = 0; ///< index into the view's relations
    EntityIndex other = 0;      ///< where it leads
    bool forward = true;        ///< from subject to object
    friend bool operator==(const Step&, const Step&) = default;
};

/// The relations of each entity of a view, in both directions. A relation of an entity to itself
/// is there once.
class Adjacency {
  public:
    /// O(entities + relations) time and space. The view must live as long.
    explicit Adjacency(const View& view);

    /// By relation, in the view's order.
    [[nodiscard]] std::span<const Step> of(EntityIndex entity) const {
        return std::span(steps_).subspan(begin_[entity], begin_[entity + 1] - begin_[entity]);
    }

  private:
    std::vector<std::size_t> begin_;
    std::vector<Step> steps_;
};

} // namespace entente::explore
