// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/network/rank.hpp"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/page_rank.hpp>
#include <numeric>

#include "graph/explore/network/view_graph.hpp"

namespace entente::explore {

namespace {

using Scores = std::vector<double>;

auto map_over(Scores& scores, const LinkGraph& graph) {
    return boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, graph));
}

Scores degrees(const LinkGraph& graph) {
    Scores scores(num_vertices(graph));
    const double others = std::max<double>(1, static_cast<double>(scores.size()) - 1);
    for (std::uint32_t v = 0; v < scores.size(); ++v)
        scores[v] = static_cast<double>(out_degree(v, graph)) / others;
    return scores;
}

/// Boost's iteration leaves out what walkers at a dead end would do next. They may go anywhere,
/// which only scales the result.
Scores page_ranks(const LinkGraph& graph) {
    constexpr std::size_t most_rounds = 200;
    constexpr double near_enough = 1e-12;
    Scores scores(num_vertices(graph)), next(num_vertices(graph));
    if (scores.empty()) return scores;
    std::size_t round = 0;
    Scores before(scores.size());
    const auto settled = [&](const auto& current, const LinkGraph&) {
        double change = 0;
        for (std::uint32_t v = 0; v < before.size(); ++v) {
            change += std::abs(get(current, v) - before[v]);
            before[v] = get(current, v);
        }
        const bool done = round > 0 && change < near_enough * static_cast<double>(before.size());
        return done || ++round > most_rounds;
    };
    boost::graph::page_rank(graph, map_over(scores, graph), settled, 0.85,
                            static_cast<std::uint32_t>(scores.size()), map_over(next, graph));
    const double sum = std::accumulate(scores.begin(), scores.end(), 0.0);
    for (double& score : scores)
        score /= sum;
    return scores;
}

Scores betweenness(const LinkGraph& graph) {
    Scores scores(num_vertices(graph));
    boost::brandes_betweenness_centrality(graph, map_over(scores, graph));
    const double others = static_cast<double>(scores.size()) - 1;
    if (others < 2) return scores;
    for (double& score : scores)
        score /= others * (others - 1); // each pair was walked in both directions
    return scores;
}

Scores closeness(const LinkGraph& graph) {
    Scores scores(num_vertices(graph));
    std::vector<std::uint32_t> distance(scores.size());
    std::vector<boost::default_color_type> colors(scores.size());
    const auto index = get(boost::vertex_index, graph);
    for (std::uint32_t v = 0; v < scores.size(); ++v) {
        std::fill(distance.begin(), distance.end(), 0);
        boost::breadth_first_search(
            graph, v,
            boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                               boost::make_iterator_property_map(distance.begin(), index),
                               boost::on_tree_edge())))
                .color_map(boost::make_iterator_property_map(colors.begin(), index)));
        const auto reached = static_cast<double>(
            std::count_if(distance.begin(), distance.end(), [](auto d) { return d > 0; }));
        const auto sum = std::accumulate(distance.begin(), distance.end(), 0.0);
        if (sum > 0) scores[v] = reached / sum * reached / (static_cast<double>(scores.size()) - 1);
    }
    return scores;
}

} // namespace

std::vector<Ranked> rank(const View& view, Measure measure, std::optional<Sign> sign) {
    const ViewGraph graph = view_graph(view, sign);
    Scores scores;
    switch (measure) {
        case Measure::degree:
            scores = degrees(graph.links);
            break;
        case Measure::pagerank:
            scores = page_ranks(graph.links);
            break;
        case Measure::betweenness:
            scores = betweenness(graph.links);
            break;
        case Measure::closeness:
            scores = closeness(graph.links);
            break;
    }
    std::vector<Ranked> ranked;
    for (std::size_t v = 0; v < scores.size(); ++v)
        ranked.push_back({graph.entity_of[v], scores[v]});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    return ranked;
}

bool mixes_signs(const View& view) {
    bool friends = false, enemies = false;
    for (const Relation& relation : view.relations()) {
        const Sign sign = view.vocabulary().relation(relation.type).sign;
        friends |= sign == Sign::cooperation;
        enemies |= sign == Sign::conflict;
    }
    return friends && enemies;
}

} // namespace entente::explore
