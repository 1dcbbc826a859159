// SPDX-License-Identifier: BSL-1.0
#include "graph/model/graph.hpp"

#include <doctest/doctest.h>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>
#include <functional>
#include <vector>

#include "tests/support/facts.hpp"

using namespace entente;

namespace {

GraphPtr triangle() {
    return test::graph_of(
        R"({"subject": "nation/FRA", "relation": "supports", "object": "nation/GBR"}
{"subject": "nation/GBR", "relation": "supports", "object": "nation/JPN"}
{"subject": "nation/JPN", "relation": "supports", "object": "nation/FRA"}
{"subject": "nation/FRA", "relation": "sanctions", "object": "nation/GBR"}
{"subject": "nation/FRA", "relation": "opposes", "object": "nation/FRA"}
{"subject": "nation/JPN", "relation": "opposes", "object": "nation/PRK"})");
}

} // namespace

TEST_CASE("vertex and edge indices are the tables' rows") {
    const GraphPtr graph = triangle();
    CHECK(boost::num_vertices(*graph) == 4);
    CHECK(boost::num_edges(*graph) == 6);
    CHECK((*graph)[1].id == "nation/GBR");
    const auto index = boost::get(boost::edge_index, *graph);
    for (const auto edge : boost::make_iterator_range(boost::edges(*graph))) {
        const Relation& relation = graph->relations[get(index, edge)];
        CHECK(&relation == &(*graph)[edge]);
        CHECK(relation.subject == boost::source(edge, *graph));
        CHECK(relation.object == boost::target(edge, *graph));
    }
    CHECK(boost::in_degree(EntityIndex{0}, *graph) == 2); // from Japan and from itself
}

TEST_CASE("algorithms of Boost.Graph run on the graph itself") {
    const GraphPtr graph = triangle();
    const auto n = boost::num_vertices(*graph);
    const auto index = boost::get(boost::vertex_index, *graph);
    std::vector<std::uint32_t> component(n);
    CHECK(boost::strong_components(
              *graph, boost::make_iterator_property_map(component.begin(), index)) == 2);
    std::vector<double> distance(n);
    std::vector<double> cost(boost::num_edges(*graph), 1);
    boost::dijkstra_shortest_paths(
        *graph, EntityIndex{0},
        boost::weight_map(
            boost::make_iterator_property_map(cost.begin(), boost::get(boost::edge_index, *graph)))
            .distance_map(boost::make_iterator_property_map(distance.begin(), index)));
    CHECK(distance[graph->find("nation/PRK")] == 3);
    std::vector<double> between(n);
    boost::brandes_betweenness_centrality(
        *graph, boost::make_iterator_property_map(between.begin(), index));
    CHECK(between[graph->find("nation/JPN")] > between[graph->find("nation/PRK")]);
    std::vector<double> rank(n);
    boost::graph::page_rank(*graph, boost::make_iterator_property_map(rank.begin(), index));
    CHECK(rank[0] > 0);
}

TEST_CASE("a filtered view of Boost sees what the predicate lets through") {
    const GraphPtr graph = triangle();
    const RelationId supports = graph->vocabulary->find_relation("supports").id;
    const auto only = [&](const auto& edge) { return (*graph)[edge].type == supports; };
    const std::function<bool(boost::graph_traits<Graph>::edge_descriptor)> keep = only;
    const boost::filtered_graph<Graph, decltype(keep)> filtered(*graph, keep);
    const auto [first, last] = boost::edges(filtered);
    CHECK(std::distance(first, last) == 3);
}

TEST_CASE("an empty graph is a graph") {
    const GraphPtr graph = test::graph_of("");
    CHECK(boost::num_vertices(*graph) == 0);
    CHECK(boost::num_edges(*graph) == 0);
    CHECK(graph->entities.empty());
}
