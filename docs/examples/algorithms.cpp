// SPDX-License-Identifier: BSL-1.0
// Boost.Graph's algorithms run on an entente::Graph as they are.
//
//     algorithms samples/tokyo-talks/facts.jsonl
#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <numeric>
#include <vector>

#include "graph/build/builder.hpp"
#include "graph/model/graph.hpp"
#include "importers/importer.hpp"
#include "importers/input/input.hpp"

namespace {

using entente::Graph;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

entente::GraphPtr read(const char* name) {
    entente::Diagnostics diagnostics;
    entente::Builder builder(diagnostics);
    const entente::Input input(name, diagnostics);
    const entente::Importer* importer = entente::recognise(input.text());
    if (importer != nullptr) importer->read(input.text(), {diagnostics, builder});
    return builder.finish();
}

void print_best(const char* title, const Graph& g, const std::vector<double>& scores) {
    std::vector<Vertex> order(num_vertices(g));
    std::iota(order.begin(), order.end(), Vertex{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](Vertex a, Vertex b) { return scores[a] > scores[b]; });
    std::cout << title << '\n';
    for (std::size_t i = 0; i < 5 && i < order.size(); ++i)
        std::cout << "  " << std::setw(9) << scores[order[i]] << "  " << g[order[i]].name << '\n';
}

/// The way that breadth-first search finds, each step with its relation.
void print_path(const Graph& g, Vertex from, Vertex to) {
    std::map<Vertex, Edge> reached_by;
    const auto record = boost::make_assoc_property_map(reached_by);
    boost::breadth_first_search(
        g, from,
        boost::visitor(boost::make_bfs_visitor(
            boost::record_edge_predecessors(record, boost::on_tree_edge()))));
    std::vector<Edge> path;
    for (Vertex v = to; v != from && reached_by.count(v) != 0; v = source(reached_by[v], g))
        path.insert(path.begin(), reached_by[v]);
    std::cout << "Shortest way from " << g[from].name << " to " << g[to].name << '\n';
    for (const Edge e : path)
        std::cout << "  " << g[source(e, g)].name << " -[" << g.vocabulary->relation(g[e].type).name
                  << "]-> " << g[target(e, g)].name << '\n';
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const entente::GraphPtr graph = read(argv[1]);
    const Graph& g = *graph;
    const auto index = get(boost::vertex_index, g);
    std::cout << std::fixed << std::setprecision(3);

    print_path(g, g.find("official/lloyd-austin"), g.find("nation/PRK"));

    std::vector<double> between(num_vertices(g));
    boost::brandes_betweenness_centrality(
        g, boost::make_iterator_property_map(between.begin(), index));
    print_best("Most often between two others", g, between);

    std::vector<double> rank(num_vertices(g));
    boost::graph::page_rank(g, boost::make_iterator_property_map(rank.begin(), index));
    print_best("Highest PageRank", g, rank);

    std::vector<std::size_t> component(num_vertices(g));
    const std::size_t components =
        boost::strong_components(g, boost::make_iterator_property_map(component.begin(), index));
    std::cout << components << " strong components among " << num_vertices(g) << " entities\n";

    // A filtered_graph is a view: nothing is copied.
    const std::function<bool(Edge)> cooperative = [&g](Edge e) {
        return g.vocabulary->relation(g[e].type).sign == entente::Sign::cooperation;
    };
    const boost::filtered_graph<Graph, std::function<bool(Edge)>> friends(g, cooperative);
    std::size_t kept = 0;
    for (auto [e, end] = edges(friends); e != end; ++e)
        ++kept;
    std::cout << kept << " of " << num_edges(g) << " relations are cooperative\n";
}
