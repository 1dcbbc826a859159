// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/network/nearby.hpp"

#include <algorithm>

namespace entente::explore {

Nearby::Nearby(const View& view, EntityIndex from, EntityIndex to, std::optional<Sign> sign)
    : view_(view), sign_(sign), adjacency_(view), from_(around(from)), to_(around(to)) {}

Nearby::Ball Nearby::around(EntityIndex entity) const {
    Ball ball;
    ball.distance.assign(view_.graph().entities.size(), no_index);
    ball.distance[entity] = 0;
    ball.order = {entity};
    return ball;
}

template <class Wanted, class F>
void Nearby::for_each_way(EntityIndex entity, Wanted wanted, F f) const {
    for (const Step& step : adjacency_.of(entity))
        if (wanted(step) && is_way(view_, entity, step, sign_)) f(step);
}

/// How many steps it takes to make the ball larger.
std::size_t Nearby::work(const Ball& ball) const {
    std::size_t steps = 0;
    for (std::size_t i = ball.edge; i < ball.order.size(); ++i)
        steps += adjacency_.count(ball.order[i]);
    return steps;
}

void Nearby::grow(Ball& ball, const Ball& other) {
    const std::size_t end = ball.order.size();
    ++ball.radius;
    const auto further = [&](const Step& step) { return ball.distance[step.other] == no_index; };
    for (std::size_t i = ball.edge; i < end; ++i)
        for_each_way(ball.order[i], further, [&](const Step& step) {
            ball.distance[step.other] = ball.radius;
            ball.order.push_back(step.other);
            if (other.distance[step.other] != no_index)
                distance_ = std::min(distance_, ball.radius + other.distance[step.other]);
        });
    ball.edge = end;
}

void Nearby::grow() {
    const bool first = to_.done() || (!from_.done() && work(from_) <= work(to_));
    if (first)
        grow(from_, to_);
    else
        grow(to_, from_);
}

/// Whether a way that is short enough may lead from `a` to its neighbour `b`.
bool Nearby::useful(EntityIndex a, EntityIndex b) const {
    return everything() || from_.least(a) + 1 + to_.least(b) <= hops();
}

/// Each step of a way of at most hops() hops begins within the first ball, and not at its edge, or
/// ends so within the other one: no entity at an edge has to be gone through for its relations, and
/// there are the most of them.
ViewGraph Nearby::graph() const {
    std::vector<std::uint32_t> relations;
    std::vector<EntityIndex> entities{from_.order.front(), to_.order.front()};
    for (const Ball* ball : {&from_, &to_})
        for (std::size_t i = 0; i < ball->edge; ++i) {
            const EntityIndex entity = ball->order[i];
            const auto short_enough = [&](const Step& step) {
                return useful(entity, step.other) || useful(step.other, entity);
            };
            for_each_way(entity, short_enough, [&](const Step& step) {
                relations.push_back(step.relation);
                entities.push_back(entity);
                entities.push_back(step.other);
            });
        }
    const auto sort_unique = [](std::vector<std::uint32_t>& numbers) {
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    };
    sort_unique(relations);
    sort_unique(entities);
    return graph_of(view_, entities, relations);
}

} // namespace entente::explore
