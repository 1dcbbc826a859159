// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/explore/network/adjacency.hpp"
#include "graph/explore/network/view_graph.hpp"

namespace entente::explore {

/// What lies around two entities, as far as short ways between them may lead: a search for a few of
/// them need not look at all of a large graph.
class Nearby {
  public:
    /// `from` and `to` are two entities of the view, which must live as long.
    Nearby(const View& view, EntityIndex from, EntityIndex to, std::optional<Sign> sign);

    /// Looks one hop further.
    void grow();
    /// So long are the ways that are looked for.
    [[nodiscard]] std::uint32_t hops() const { return from_.radius + to_.radius; }
    /// There is a way of at most so many hops.
    [[nodiscard]] bool connected() const { return distance_ <= hops(); }
    /// There is nothing else that one of them is connected with: without a way now, there is none.
    [[nodiscard]] bool apart() const { return from_.done() || to_.done(); }
    /// There is nothing else that both are connected with.
    [[nodiscard]] bool everything() const { return from_.done() && to_.done(); }
    /// A part of the view in which all ways of at most hops() hops are; all ways, if that is
    /// everything.
    [[nodiscard]] ViewGraph graph() const;

  private:
    /// The entities within so many hops of one.
    struct Ball {
        std::uint32_t radius = 0;
        std::vector<std::uint32_t> distance; ///< by entity; no_index: further away
        std::vector<EntityIndex> order;      ///< the nearest first
        std::size_t edge = 0;                ///< from here on they are `radius` away
        [[nodiscard]] bool done() const { return edge == order.size(); }
        /// If it is not known, the least that it can be.
        [[nodiscard]] std::uint64_t least(EntityIndex entity) const {
            if (distance[entity] != no_index) return distance[entity];
            return done() ? no_index : radius + 1;
        }
    };
    [[nodiscard]] Ball around(EntityIndex entity) const;
    [[nodiscard]] std::size_t work(const Ball& ball) const;
    void grow(Ball& ball, const Ball& other);
    [[nodiscard]] bool useful(EntityIndex a, EntityIndex b) const;
    /// Calls `f(Step)` for each step from an entity that is a way to go, of those that are
    /// `wanted(Step)`: only of these the relation is read, which in a saved graph is what takes
    /// time.
    template <class Wanted, class F>
    void for_each_way(EntityIndex entity, Wanted wanted, F f) const;

    const View& view_;
    std::optional<Sign> sign_;
    Adjacency adjacency_;
    Ball from_, to_;
    std::uint32_t distance_ = no_index; ///< between the two, once it is known
};

} // namespace entente::explore
