// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/view_graph.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/explore/evidence.hpp"

namespace entente::explore {

namespace {

struct End {
    std::uint32_t from, to, relation;
    double strength;
};

/// Both directions of each relation that is a way to go; by where it begins and leads, the
/// strongest first.
std::vector<End> ends_of(const View& view, const ViewGraph& graph, std::optional<Sign> sign) {
    std::vector<End> ends;
    const auto relations = view.relations();
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
        const Relation& relation = relations[i];
        if (relation.status == Status::denied || relation.subject == relation.object) continue;
        if (sign && view.vocabulary().relation(relation.type).sign != *sign) continue;
        const std::uint32_t a = graph.vertex_of[relation.subject];
        const std::uint32_t b = graph.vertex_of[relation.object];
        const double s = strength(relation);
        ends.push_back({a, b, i, s});
        ends.push_back({b, a, i, s});
    }
    std::sort(ends.begin(), ends.end(), [](const End& x, const End& y) {
        return std::tuple(x.from, x.to, -x.strength, x.relation) <
               std::tuple(y.from, y.to, -y.strength, y.relation);
    });
    return ends;
}

} // namespace

ViewGraph view_graph(const View& view, std::optional<Sign> sign) {
    ViewGraph graph;
    graph.entity_of.assign(view.entities().begin(), view.entities().end());
    graph.vertex_of.assign(view.graph().entities.size(), no_index);
    for (std::uint32_t v = 0; v < graph.entity_of.size(); ++v)
        graph.vertex_of[graph.entity_of[v]] = v;

    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::vector<Link> links;
    for (const End& end : ends_of(view, graph, sign)) {
        if (edges.empty() || edges.back() != std::pair(end.from, end.to)) {
            edges.emplace_back(end.from, end.to);
            links.push_back({end.strength, static_cast<std::uint32_t>(graph.joined.size()), 0});
        }
        graph.joined.push_back(end.relation);
        ++links.back().count;
    }
    graph.links = LinkGraph(boost::edges_are_sorted, edges.begin(), edges.end(), links.begin(),
                            static_cast<std::uint32_t>(graph.entity_of.size()));
    return graph;
}

} // namespace entente::explore
