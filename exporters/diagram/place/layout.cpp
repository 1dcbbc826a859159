// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/place/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "exporters/diagram/place/graphviz.hpp"
#include "exporters/diagram/place/pack.hpp"
#include "exporters/diagram/place/route.hpp"
#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

/// Up to so many nodes Graphviz leads the lines around what stands in their way; beyond, that takes
/// seconds and then minutes, and so many bends confuse: arcs do better.
constexpr std::size_t most_routed_nodes = 60;

double distance_wish(const Box& a, const Box& b) {
    return 0.24 * (a.width + b.width) + 0.3 * (a.height + b.height) + 22;
}

/// The parts that hang together, each a list of nodes in ascending order; largest first.
std::vector<std::vector<std::size_t>> components(const Scene& scene) {
    std::vector<std::size_t> root(scene.nodes.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t n) {
        while (root[n] != n)
            n = root[n] = root[root[n]];
        return n;
    };
    for (const Link& link : scene.links) {
        const std::size_t a = find(link.from), b = find(link.to);
        root[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::vector<std::size_t>> parts(scene.nodes.size());
    for (std::size_t n = 0; n < scene.nodes.size(); ++n)
        parts[find(n)].push_back(n);
    std::erase_if(parts, [](const auto& part) { return part.empty(); });
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return parts;
}

/// Turns the points about their middle so that they spread widest from left to right, and mirrors
/// them so that whoever poses threats stands on the right.
void turn(std::vector<Point>& points, const std::vector<double>& pull_right) {
    if (points.size() < 2) return;
    Point mean;
    for (const Point& p : points) {
        mean.x += p.x / static_cast<double>(points.size());
        mean.y += p.y / static_cast<double>(points.size());
    }
    double xx = 0, yy = 0, xy = 0;
    for (const Point& p : points) {
        xx += (p.x - mean.x) * (p.x - mean.x);
        yy += (p.y - mean.y) * (p.y - mean.y);
        xy += (p.x - mean.x) * (p.y - mean.y);
    }
    const double angle = -0.5 * std::atan2(2 * xy, xx - yy);
    const double c = std::cos(angle), s = std::sin(angle);
    double right = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point p{points[i].x - mean.x, points[i].y - mean.y};
        // Names are wide: to free them of one another will stretch the picture sideways.
        points[i] = {(c * p.x - s * p.y) * 0.9, s * p.x + c * p.y};
        right += points[i].x * pull_right[i];
    }
    if (right < 0)
        for (Point& p : points)
            p.x = -p.x;
}

/// One part of the web: stress majorization, turned to lie along the page, overlaps removed.
std::vector<Point> place_part(Graphviz& graphviz, const Scene& scene, const std::vector<Box>& boxes,
                              const std::vector<std::size_t>& part) {
    if (part.size() == 1) return {Point{}};
    std::vector<std::size_t> local(scene.nodes.size(), none);
    Problem problem;
    std::vector<double> pull_right;
    for (const std::size_t n : part) {
        local[n] = problem.sizes.size();
        problem.sizes.push_back({boxes[n].width, boxes[n].height});
        pull_right.push_back(static_cast<double>(scene.nodes[n].column) - 1.5);
    }
    for (const Link& link : scene.links)
        if (local[link.from] != none && local[link.to] != none)
            problem.edges.push_back({local[link.from], local[link.to],
                                     distance_wish(boxes[link.from], boxes[link.to]) *
                                         (link.color == color::conflict ? 1.3 : 1),
                                     1});
    problem.engine = "neato";
    problem.attributes = {{"overlap", "true"},
                          {"splines", ""},
                          {"start", "7"},
                          {"mode", "major"},
                          {"maxiter", "400"}};
    problem.positions = graphviz.solve(problem).centres;
    turn(problem.positions, pull_right);
    problem.engine = "nop";
    problem.attributes = {
        {"overlap", "prism"}, {"splines", ""}, {"sep", "+11,10"}, {"overlap_scaling", "0"}};
    return graphviz.solve(problem).centres;
}

/// What a part covers: its boxes, and its lines as if they ran straight.
Shape shape_of(const Scene& scene, const std::vector<Box>& boxes,
               const std::vector<std::size_t>& part, const std::vector<Point>& centres) {
    Shape shape;
    std::vector<std::size_t> local(scene.nodes.size(), none);
    for (std::size_t i = 0; i < part.size(); ++i) {
        local[part[i]] = i;
        Bounds b;
        b.add(centres[i], boxes[part[i]].width, boxes[part[i]].height);
        shape.push_back(b);
    }
    for (const Link& link : scene.links) {
        if (local[link.from] == none || local[link.to] == none) continue;
        const Point a = centres[local[link.from]], b = centres[local[link.to]];
        constexpr int steps = 12;
        for (int i = 1; i < steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            Bounds dot;
            dot.add({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
            shape.push_back(dot);
        }
    }
    return shape;
}

Problem links_problem(const Scene& scene, const std::vector<Box>& boxes) {
    Problem problem;
    for (const Box& box : boxes)
        problem.sizes.push_back({box.width, box.height});
    for (const Link& link : scene.links)
        problem.edges.push_back({link.from, link.to, 0, 1});
    return problem;
}

Answer web(Graphviz& graphviz, const Scene& scene, const std::vector<Box>& boxes) {
    Problem problem = links_problem(scene, boxes);
    const auto parts = components(scene);
    std::vector<std::vector<Point>> places;
    std::vector<Shape> shapes;
    for (const auto& part : parts) {
        places.push_back(place_part(graphviz, scene, boxes, part));
        shapes.push_back(shape_of(scene, boxes, part, places.back()));
    }
    const std::vector<Point> corners = pack(shapes);
    problem.positions.resize(scene.nodes.size());
    for (std::size_t p = 0; p < parts.size(); ++p)
        for (std::size_t i = 0; i < parts[p].size(); ++i)
            problem.positions[parts[p][i]] = {places[p][i].x + corners[p].x,
                                              places[p][i].y + corners[p].y};
    if (scene.nodes.size() <= most_routed_nodes) {
        problem.engine = "nop2";
        problem.attributes = {{"splines", "true"}, {"esep", "+4,4"}};
        return graphviz.solve(problem);
    }
    Answer answer;
    answer.centres = problem.positions;
    std::vector<Bounds> all(boxes.size());
    for (std::size_t n = 0; n < boxes.size(); ++n)
        all[n].add(answer.centres[n], boxes[n].width, boxes[n].height);
    for (const Link& link : scene.links)
        answer.paths.push_back(route(link.from, link.to, all));
    return answer;
}

/// In columns. Lines run from left to right, whoever is subject and object: it is the columns that
/// say who stands where.
Answer flow(Graphviz& graphviz, const Scene& scene, const std::vector<Box>& boxes) {
    Problem problem = links_problem(scene, boxes);
    for (Problem::Edge& e : problem.edges)
        if (scene.nodes[e.from].column > scene.nodes[e.to].column) std::swap(e.from, e.to);
    problem.columns.resize(5);
    for (std::size_t n = 0; n < scene.nodes.size(); ++n)
        problem.columns[static_cast<std::size_t>(scene.nodes[n].column)].push_back(n);
    problem.engine = "dot";
    problem.attributes = {
        {"rankdir", "LR"}, {"nodesep", "0.2"}, {"ranksep", "1.05"}, {"splines", "true"}};
    return graphviz.solve(problem);
}

/// What a curve covers; its control points may lie far outside.
void add_curve(Bounds& bounds, const std::vector<Point>& path) {
    constexpr int steps = 8;
    for (std::size_t i = 0; i + 3 < path.size(); i += 3)
        for (int k = 0; k <= steps; ++k) {
            const double t = static_cast<double>(k) / steps, u = 1 - t;
            const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
            const Point* p = &path[i];
            bounds.add({a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                        a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y});
        }
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Makes each path run the way its link does.
void orient(const Scene& scene, Answer& answer) {
    for (std::size_t i = 0; i < answer.paths.size(); ++i) {
        std::vector<Point>& path = answer.paths[i];
        if (path.empty()) continue;
        const Point from = answer.centres[scene.links[i].from],
                    to = answer.centres[scene.links[i].to];
        if (distance(path.front(), to) + distance(path.back(), from) <
            distance(path.front(), from) + distance(path.back(), to))
            std::reverse(path.begin(), path.end());
    }
}

} // namespace

Layout lay_out(const Scene& scene, const std::vector<Box>& boxes, Diagnostics& diagnostics) {
    if (scene.nodes.empty()) return {};
    Graphviz graphviz(diagnostics);
    Answer answer = scene.flow ? flow(graphviz, scene, boxes) : web(graphviz, scene, boxes);
    orient(scene, answer);
    Bounds bounds;
    for (std::size_t n = 0; n < boxes.size(); ++n)
        bounds.add(answer.centres[n], boxes[n].width, boxes[n].height);
    for (const auto& path : answer.paths)
        add_curve(bounds, path);
    const auto shift = [&](Point& p) { p = {p.x - bounds.left, p.y - bounds.top}; };
    for (Point& p : answer.centres)
        shift(p);
    for (auto& path : answer.paths)
        for (Point& p : path)
            shift(p);
    return {bounds.width(), bounds.height(), std::move(answer.centres), std::move(answer.paths)};
}

} // namespace entente::diagram
