// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/network/view_graph.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/explore/evidence.hpp"

namespace entente::explore {

namespace {

struct End {
    std::uint32_t to, relation;
    double strength;
};

/// Both directions of each relation, by where it begins: those of vertex `v` from begins[v] up to
/// begins[v + 1]; by where it leads, the strongest first.
struct Ends {
    std::vector<std::uint32_t> begins;
    std::vector<End> ends;
};

Ends ends_of(const View& view, const ViewGraph& graph, std::span<const std::uint32_t> relations) {
    Ends all;
    all.begins.assign(graph.entity_of.size() + 2, 0);
    std::vector<std::uint32_t>& next = all.begins; // begins two places ahead while it is counted
    for (const std::uint32_t at : relations) {
        const Relation& relation = view.relation(at);
        ++next[graph.vertex_of[relation.subject] + 2];
        ++next[graph.vertex_of[relation.object] + 2];
    }
    for (std::size_t i = 1; i < next.size(); ++i)
        next[i] += next[i - 1];
    all.ends.resize(2 * relations.size());
    for (const std::uint32_t at : relations) {
        const Relation& relation = view.relation(at);
        const std::uint32_t a = graph.vertex_of[relation.subject];
        const std::uint32_t b = graph.vertex_of[relation.object];
        const double s = strength(relation);
        all.ends[next[a + 1]++] = {b, at, s};
        all.ends[next[b + 1]++] = {a, at, s};
    }
    for (std::size_t v = 0; v < graph.entity_of.size(); ++v)
        std::sort(all.ends.begin() + all.begins[v], all.ends.begin() + all.begins[v + 1],
                  [](const End& x, const End& y) {
                      return std::tuple(x.to, -x.strength, x.relation) <
                             std::tuple(y.to, -y.strength, y.relation);
                  });
    return all;
}

} // namespace

bool is_way(const View& view, EntityIndex from, const Step& step, std::optional<Sign> sign) {
    return !step.denied && step.other != from &&
           (!sign || view.vocabulary().relation(view.relation(step.relation).type).sign == *sign);
}

ViewGraph graph_of(const View& view, std::span<const EntityIndex> entities,
                   std::span<const std::uint32_t> relations) {
    ViewGraph graph;
    graph.entity_of.assign(entities.begin(), entities.end());
    graph.vertex_of.assign(view.graph().entities.size(), no_index);
    for (std::uint32_t v = 0; v < graph.entity_of.size(); ++v)
        graph.vertex_of[graph.entity_of[v]] = v;

    const Ends all = ends_of(view, graph, relations);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::vector<Link> links;
    for (std::uint32_t from = 0; from < graph.entity_of.size(); ++from)
        for (std::size_t i = all.begins[from]; i < all.begins[from + 1]; ++i) {
            const End& end = all.ends[i];
            if (edges.empty() || edges.back() != std::pair(from, end.to)) {
                edges.emplace_back(from, end.to);
                links.push_back({end.strength, static_cast<std::uint32_t>(graph.joined.size()), 0});
            }
            graph.joined.push_back(end.relation);
            ++links.back().count;
        }
    graph.links = LinkGraph(boost::edges_are_sorted, edges.begin(), edges.end(), links.begin(),
                            static_cast<std::uint32_t>(graph.entity_of.size()));
    return graph;
}

ViewGraph view_graph(const View& view, std::optional<Sign> sign) {
    std::vector<std::uint32_t> relations;
    const auto all = view.relations();
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (is_way(view, all[i].subject, step_along(all[i], i), sign)) relations.push_back(i);
    return graph_of(view, view.entities(), relations);
}

} // namespace entente::explore
