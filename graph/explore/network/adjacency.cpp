// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/network/adjacency.hpp"

namespace entente::explore {

Adjacency::Adjacency(const View& view) {
    if (view.whole() && !view.graph().steps.empty()) {
        table_ = view.graph().steps;
        return;
    }
    begins_.resize(view.graph().entities.size() + 1, 0);
    const auto relations = view.relations();
    for (const Relation& relation : relations) {
        ++begins_[relation.subject + 1];
        if (relation.object != relation.subject) ++begins_[relation.object + 1];
    }
    for (std::size_t i = 1; i < begins_.size(); ++i)
        begins_[i] += begins_[i - 1];
    steps_.resize(begins_.back());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
        const Relation& relation = relations[i];
        steps_[next[relation.subject]++] = step_along(relation, i);
        if (relation.object != relation.subject)
            steps_[next[relation.object]++] = step_against(relation, i);
    }
    table_ = {begins_, std::span<const Step>(steps_)};
}

std::vector<Step> steps_of(const View& view, EntityIndex entity) {
    if (const StepTable& table = view.graph().steps; view.whole() && !table.empty()) {
        const auto steps = table.of(entity);
        return {steps.begin(), steps.end()};
    }
    std::vector<Step> steps;
    const auto relations = view.relations();
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
        const Relation& relation = relations[i];
        if (relation.subject == entity)
            steps.push_back(step_along(relation, i));
        else if (relation.object == entity)
            steps.push_back(step_against(relation, i));
    }
    return steps;
}

} // namespace entente::explore
