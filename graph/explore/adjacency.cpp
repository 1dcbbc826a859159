// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/adjacency.hpp"

namespace entente::explore {

Adjacency::Adjacency(const View& view) : begin_(view.graph().entities.size() + 1, 0) {
    const auto relations = view.relations();
    for (const Relation& relation : relations) {
        ++begin_[relation.subject + 1];
        if (relation.object != relation.subject) ++begin_[relation.object + 1];
    }
    for (std::size_t i = 1; i < begin_.size(); ++i)
        begin_[i] += begin_[i - 1];
    steps_.resize(begin_.back());
    std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
        const Relation& relation = relations[i];
        steps_[next[relation.subject]++] = {i, relation.object, true};
        if (relation.object != relation.subject)
            steps_[next[relation.object]++] = {i, relation.subject, false};
    }
}

} // namespace entente::explore
