// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/network/paths.hpp"

#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <limits>
#include <set>
#include <stdexcept>
#include <utility>

#include "graph/explore/network/nearby.hpp"
#include "graph/explore/network/view_graph.hpp"

namespace entente::explore {

namespace {

using Vertex = LinkGraph::vertex_descriptor;
using GraphEdge = LinkGraph::edge_descriptor;
using Route = std::vector<Vertex>;

/// What a search may not use: the entities of the way so far, and from the last of them on the
/// first steps of ways that are known already. Searches run from the goal back to it.
struct Barred {
    const LinkGraph* graph = nullptr;
    const std::vector<bool>* vertices = nullptr;
    Vertex last = 0;
    const std::set<Vertex>* first_steps = nullptr;
    bool operator()(Vertex v) const { return !(*vertices)[v]; }
    bool operator()(const GraphEdge& e) const {
        return target(e, *graph) != last || !first_steps->contains(source(e, *graph));
    }
};

struct Arrived {};

/// Stops Dijkstra's search once a vertex' distance is final.
struct StopAt : boost::default_dijkstra_visitor {
    explicit StopAt(Vertex v) : goal(v) {}
    Vertex goal;
    template <class G>
    void examine_vertex(Vertex v, const G&) const {
        if (v == goal) throw Arrived();
    }
};

class Search {
  public:
    Search(const ViewGraph& graph, Vertex to, PathOptions::By by)
        : graph_(graph.links),
          to_(to),
          lengths_(num_edges(graph_)),
          barred_(num_vertices(graph_)),
          distance_(num_vertices(graph_)),
          colors_(num_vertices(graph_)) {
        // One hop outweighs any doubt, and between ways of as many hops the doubt decides; or the
        // other way round.
        const double per_hop = by == PathOptions::By::hops ? 1.0 : 1e-9;
        const double per_doubt = by == PathOptions::By::hops ? 1e-6 : 1.0;
        for (const GraphEdge& e : boost::make_iterator_range(edges(graph_)))
            lengths_[get(boost::edge_index, graph_, e)] =
                per_hop - per_doubt * std::log(graph_[e].strength);
    }

    [[nodiscard]] double length(const Route& route) const {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < route.size(); ++i)
            sum += lengths_[get(boost::edge_index, graph_, between(route[i], route[i + 1]))];
        return sum;
    }
    [[nodiscard]] GraphEdge between(Vertex a, Vertex b) const {
        // Sorted by target, so a binary search would do; an entity has few enough relations.
        for (const GraphEdge& e : boost::make_iterator_range(out_edges(a, graph_)))
            if (target(e, graph_) == b) return e;
        return {};
    }

    /// The shortest way from the last of `root` to the goal that does not touch the rest of `root`
    /// and whose first step leads to none of `barred`; of several the first by its entities; with
    /// `root` before it. Empty if there is none.
    Route go_on(const Route& root, const std::set<Vertex>& barred) {
        for (std::size_t i = 0; i + 1 < root.size(); ++i)
            barred_[root[i]] = true;
        Route route = root;
        if (measure(root.back(), barred))
            while (route.back() != to_)
                route.push_back(next(route.back(), root.back(), barred));
        else
            route.clear();
        for (std::size_t i = 0; i + 1 < root.size(); ++i)
            barred_[root[i]] = false;
        return route;
    }

  private:
    static constexpr double infinite = std::numeric_limits<double>::max();

    /// How far it is to the goal, for `last` and all that is nearer. False if it cannot be reached.
    bool measure(Vertex last, const std::set<Vertex>& first_steps) {
        const Barred barred{&graph_, &barred_, last, &first_steps};
        const boost::filtered_graph<LinkGraph, Barred, Barred> open(graph_, barred, barred);
        const auto vertex = get(boost::vertex_index, graph_);
        try {
            boost::dijkstra_shortest_paths(
                open, to_, boost::dummy_property_map(),
                boost::make_iterator_property_map(distance_.begin(), vertex),
                boost::make_iterator_property_map(lengths_.begin(), get(boost::edge_index, graph_)),
                vertex, std::less<>(), std::plus<>(), infinite, 0.0, StopAt(last),
                boost::make_iterator_property_map(colors_.begin(), vertex));
        } catch (const Arrived&) {
            return true;
        }
        return false;
    }
    /// The first of the neighbours through which it is as far to the goal as it was measured.
    [[nodiscard]] Vertex next(Vertex v, Vertex last, const std::set<Vertex>& first_steps) const {
        for (const GraphEdge& e : boost::make_iterator_range(out_edges(v, graph_))) {
            const Vertex neighbour = target(e, graph_);
            if (barred_[neighbour] || (v == last && first_steps.contains(neighbour))) continue;
            const double length = lengths_[get(boost::edge_index, graph_, e)];
            if (distance_[neighbour] + length == distance_[v]) return neighbour;
        }
        throw std::logic_error("a measured way leads nowhere");
    }

    const LinkGraph& graph_;
    Vertex to_;
    std::vector<double> lengths_;
    std::vector<bool> barred_;
    std::vector<double> distance_;
    std::vector<boost::default_color_type> colors_;
};

std::vector<Route> shortest_routes(Search& search, Vertex from, std::size_t most) {
    std::vector<Route> found;
    std::set<std::pair<double, Route>> candidates;
    if (Route first = search.go_on({from}, {}); !first.empty())
        candidates.emplace(search.length(first), std::move(first));
    while (!candidates.empty() && found.size() < most) {
        found.push_back(candidates.begin()->second);
        candidates.erase(candidates.begin());
        if (found.size() == most) break;
        const Route best = found.back();
        for (std::size_t i = 0; i + 1 < best.size(); ++i) {
            const Route root(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            std::set<Vertex> barred;
            for (const Route& known : found)
                if (known.size() > i + 1 && std::equal(root.begin(), root.end(), known.begin()))
                    barred.insert(known[i + 1]);
            if (Route next = search.go_on(root, barred); !next.empty())
                candidates.emplace(search.length(next), std::move(next));
        }
    }
    return found;
}

std::vector<Path> paths_in(const View& view, const ViewGraph& graph, EntityIndex from,
                           EntityIndex to, const PathOptions& options) {
    Search search(graph, graph.vertex_of[to], options.by);
    std::vector<Path> paths;
    for (const Route& route : shortest_routes(search, graph.vertex_of[from], options.most)) {
        Path path;
        for (const Vertex v : route)
            path.entities.push_back(graph.entity_of[v]);
        for (std::size_t i = 0; i + 1 < route.size(); ++i) {
            const Link& link = graph.links[search.between(route[i], route[i + 1])];
            std::vector<Step>& steps = path.steps.emplace_back();
            for (std::uint32_t n = link.first; n < link.first + link.count; ++n) {
                const Relation& relation = view.relation(graph.joined[n]);
                const bool forward = relation.subject == path.entities[i];
                steps.push_back(forward ? step_along(relation, graph.joined[n])
                                        : step_against(relation, graph.joined[n]));
            }
            path.strength *= link.strength;
        }
        paths.push_back(std::move(path));
    }
    return paths;
}

/// A longer way is never before a shorter one, so those that are short enough are found nearby.
std::vector<Path> paths_by_hops(const View& view, EntityIndex from, EntityIndex to,
                                const PathOptions& options) {
    for (Nearby nearby(view, from, to, options.sign);;) {
        nearby.grow();
        if (!nearby.connected()) {
            if (nearby.apart()) return {};
            continue;
        }
        std::vector<Path> paths = paths_in(view, nearby.graph(), from, to, options);
        const bool enough = paths.size() == options.most && paths.back().hops() <= nearby.hops();
        if (enough || nearby.everything()) return paths;
    }
}

} // namespace

std::vector<Path> find_paths(const View& view, EntityIndex from, EntityIndex to,
                             const PathOptions& options) {
    if (!view.contains(from) || !view.contains(to) || options.most == 0) return {};
    if (from == to) return {Path{.entities = {from}, .steps = {}}};
    if (options.by == PathOptions::By::hops) return paths_by_hops(view, from, to, options);
    return paths_in(view, view_graph(view, options.sign), from, to, options);
}

} // namespace entente::explore
