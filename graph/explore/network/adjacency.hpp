// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/model/view.hpp"

namespace entente::explore {

using entente::Step;

/// The relations of each entity of a view, in both directions. A relation of an entity to itself
/// is there once.
class Adjacency {
  public:
    /// O(entities + relations) time and space, or O(1) for all of a saved graph. The view must live
    /// as long.
    explicit Adjacency(const View& view);

    /// By relation, in the view's order.
    [[nodiscard]] std::span<const Step> of(EntityIndex entity) const { return table_.of(entity); }
    /// How many of() has; O(1).
    [[nodiscard]] std::size_t count(EntityIndex entity) const { return table_.count(entity); }

    Adjacency(const Adjacency&) = delete;
    Adjacency& operator=(const Adjacency&) = delete;

  private:
    StepTable table_;
    std::vector<std::uint32_t> begins_; ///< what the table shows, if it had to be made
    std::vector<Step> steps_;
};

/// The same for one entity, without looking for those of the others; by relation.
std::vector<Step> steps_of(const View& view, EntityIndex entity);

} // namespace entente::explore
