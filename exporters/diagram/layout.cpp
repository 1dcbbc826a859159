// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "exporters/diagram/graphviz.hpp"

namespace entente::diagram {

namespace {

/// Beyond this many nodes lines run straight: to lead them around what stands in their way costs
/// minutes, and in such a crowd nobody could follow the bends.
constexpr std::size_t most_routed_nodes = 220, most_routed_links = 700;

double distance_wish(const Box& a, const Box& b) {
    double f=getenv("LF")?atof(getenv("LF")):1; return f*(0.2 * (a.width + b.width) + 0.25 * (a.height + b.height) + 18);
}

/// The parts that hang together, each a list of nodes in ascending order; largest first.
std::vector<std::vector<std::size_t>> components(const Scene& scene) {
    std::vector<std::size_t> root(scene.nodes.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t n) {
        while (root[n] != n) n = root[n] = root[root[n]];
        return n;
    };
    for (const Link& link : scene.links) {
        const std::size_t a = find(link.from), b = find(link.to);
        root[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::vector<std::size_t>> parts(scene.nodes.size());
    for (std::size_t n = 0; n < scene.nodes.size(); ++n) parts[find(n)].push_back(n);
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
        // Names are wide: what stands side by side needs more room than what stands in a column.
        points[i] = {(c * p.x - s * p.y) * (getenv("XS")?atof(getenv("XS")):1.15), s * p.x + c * p.y};
        right += points[i].x * pull_right[i];
    }
    if (right < 0)
        for (Point& p : points) p.x = -p.x;
}

struct Bounds {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    void add(Point p, double width = 0, double height = 0) {
        left = std::min(left, p.x - width / 2);
        right = std::max(right, p.x + width / 2);
        top = std::min(top, p.y - height / 2);
        bottom = std::max(bottom, p.y + height / 2);
    }
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
};

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
                                     distance_wish(boxes[link.from], boxes[link.to]), 1});
    problem.engine = "neato";
    problem.attributes = {{"overlap", "true"}, {"splines", ""}, {"start", "7"}, {"mode", "major"},
                          {"maxiter", "400"}};
    problem.positions = graphviz.solve(problem).centres;
    {Bounds b; for(auto&q:problem.positions)b.add(q); fprintf(stderr,"stress %g x %g\n",b.width(),b.height());}
    turn(problem.positions, pull_right);
    problem.engine = "nop";
    problem.attributes = {{"overlap", getenv("OV")?getenv("OV"):"prism"}, {"splines", ""}, {"sep", "+9,9"},
                          {"overlap_scaling", "0"}};
    auto cc= graphviz.solve(problem).centres;{Bounds b; for(auto&q:cc)b.add(q); fprintf(stderr,"prism %g x %g\n",b.width(),b.height());} return cc;
}

/// Puts the parts on shelves, like books, on a page about half as wide again as it is high.
std::vector<Point> pack(const std::vector<Bounds>& parts) {
    constexpr double gap = 46;
    double area = 0, widest = 0;
    for (const Bounds& b : parts) {
        area += (b.width() + gap) * (b.height() + gap);
        widest = std::max(widest, b.width());
    }
    const double page = std::max(widest, std::sqrt(area * 1.9));
    std::vector<Point> corners;
    double x = 0, y = 0, shelf = 0;
    for (const Bounds& b : parts) {
        if (x > 0 && x + b.width() > page) {
            y += shelf + gap;
            x = shelf = 0;
        }
        corners.push_back({x - b.left, y - b.top});
        x += b.width() + gap;
        shelf = std::max(shelf, b.height());
    }
    return corners;
}

Problem links_problem(const Scene& scene, const std::vector<Box>& boxes) {
    Problem problem;
    for (const Box& box : boxes) problem.sizes.push_back({box.width, box.height});
    for (const Link& link : scene.links) problem.edges.push_back({link.from, link.to, 0, 1});
    return problem;
}

Answer web(Graphviz& graphviz, const Scene& scene, const std::vector<Box>& boxes) {
    Problem problem = links_problem(scene, boxes);
    const auto parts = components(scene);
    std::vector<std::vector<Point>> places;
    std::vector<Bounds> bounds;
    for (const auto& part : parts) {
        places.push_back(place_part(graphviz, scene, boxes, part));
        Bounds b;
        for (std::size_t i = 0; i < part.size(); ++i)
            b.add(places.back()[i], boxes[part[i]].width, boxes[part[i]].height);
        bounds.push_back(b);
    }
    const std::vector<Point> corners = pack(bounds);
    problem.positions.resize(scene.nodes.size());
    for (std::size_t p = 0; p < parts.size(); ++p)
        for (std::size_t i = 0; i < parts[p].size(); ++i)
            problem.positions[parts[p][i]] = {places[p][i].x + corners[p].x,
                                              places[p][i].y + corners[p].y};
    const bool routed =
        scene.nodes.size() <= most_routed_nodes && scene.links.size() <= most_routed_links;
    problem.engine = "nop2";
    problem.attributes = {{"splines", routed ? "true" : "line"}, {"esep", "+4,4"}};
    return graphviz.solve(problem);
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
    problem.attributes = {{"rankdir", "LR"}, {"nodesep", "0.2"}, {"ranksep", "1.05"},
                          {"splines", "true"}};
    return graphviz.solve(problem);
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Makes each path run the way its link does.
void orient(const Scene& scene, Answer& answer) {
    for (std::size_t i = 0; i < answer.paths.size(); ++i) {
        std::vector<Point>& path = answer.paths[i];
        if (path.empty()) continue;
        const Point from = answer.centres[scene.links[i].from], to = answer.centres[scene.links[i].to];
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
        for (const Point& p : path) bounds.add(p);
    const auto shift = [&](Point& p) { p = {p.x - bounds.left, p.y - bounds.top}; };
    for (Point& p : answer.centres) shift(p);
    for (auto& path : answer.paths)
        for (Point& p : path) shift(p);
    return {bounds.width(), bounds.height(), std::move(answer.centres), std::move(answer.paths)};
}

} // namespace entente::diagram
