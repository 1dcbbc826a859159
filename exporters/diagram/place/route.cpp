// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/place/route.hpp"

#include <array>
#include <cmath>

namespace entente::diagram {

namespace {

constexpr double clearance = 5; ///< pixels between a line and a box that it passes
constexpr double step = 7;      ///< pixels between the points that are tried

/// How far an arc's control point stands off, as a part of the distance between its ends.
constexpr std::array<double, 13> bends = {0,    0.14,  -0.14, 0.28,  -0.28, 0.42, -0.42,
                                          0.56, -0.56, 0.75,  -0.75, 0.95,  -0.95};

/// A quadratic Bézier curve.
struct Arc {
    Point a, b, c;

    [[nodiscard]] Point at(double t) const {
        const double u = 1 - t;
        return {u * u * a.x + 2 * u * t * b.x + t * t * c.x,
                u * u * a.y + 2 * u * t * b.y + t * t * c.y};
    }
    /// The part between two parameters.
    [[nodiscard]] Arc part(double from, double to) const {
        const Point p = at(from), q = at(to);
        // The tangents of the part meet where the curve's own blossom says.
        const double u = (1 - from) * (1 - to), v = from * (1 - to) + to * (1 - from),
                     w = from * to;
        return {p, {u * a.x + v * b.x + w * c.x, u * a.y + v * b.y + w * c.y}, q};
    }
    [[nodiscard]] std::vector<Point> cubic() const {
        return {a,
                {a.x + 2 * (b.x - a.x) / 3, a.y + 2 * (b.y - a.y) / 3},
                {c.x + 2 * (b.x - c.x) / 3, c.y + 2 * (b.y - c.y) / 3},
                c};
    }
};

bool inside(Point p, const Bounds& box, double margin) {
    return p.x > box.left - margin && p.x < box.right + margin && p.y > box.top - margin &&
           p.y < box.bottom + margin;
}

Point centre(const Bounds& box) {
    return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

/// Where the arc leaves a box that it starts (or, backwards, ends) in.
double border(const Arc& arc, const Bounds& box, bool backwards) {
    double in = backwards ? 1 : 0, out = backwards ? 0 : 1;
    constexpr int halvings = 24;
    // The last point inside, coming from the box: walk out in steps, then halve.
    for (int i = 1; i <= 64; ++i) {
        const double t = backwards ? 1 - i / 64.0 : i / 64.0;
        if (!inside(arc.at(t), box, 0)) {
            out = t;
            break;
        }
        in = t;
    }
    for (int i = 0; i < halvings; ++i) {
        const double t = (in + out) / 2;
        (inside(arc.at(t), box, 0) ? in : out) = t;
    }
    return out;
}

/// How many points of the arc lie on a box that is none of its ends; gives up beyond `most`.
std::size_t hidden(const Arc& arc, const std::vector<Bounds>& near, double length,
                   std::size_t most) {
    const int steps = std::max(4, static_cast<int>(length / step));
    std::size_t count = 0;
    for (int i = 1; i < steps && count <= most; ++i) {
        const Point p = arc.at(static_cast<double>(i) / steps);
        for (const Bounds& box : near)
            if (inside(p, box, clearance)) {
                ++count;
                break;
            }
    }
    return count;
}

} // namespace

std::vector<Point> route(std::size_t from, std::size_t to, const std::vector<Bounds>& boxes) {
    const Point a = centre(boxes[from]), c = centre(boxes[to]);
    const double length = std::hypot(c.x - a.x, c.y - a.y);
    if (length < 1) return {};
    const Point across{-(c.y - a.y) / length, (c.x - a.x) / length};
    Arc best{};
    std::size_t least = static_cast<std::size_t>(-1);
    std::vector<Bounds> near;
    Bounds reach; // what the farthest bends can touch
    reach.add(a, length, length);
    reach.add(c, length, length);
    for (std::size_t n = 0; n < boxes.size(); ++n)
        if (n != from && n != to && boxes[n].left < reach.right && boxes[n].right > reach.left &&
            boxes[n].top < reach.bottom && boxes[n].bottom > reach.top)
            near.push_back(boxes[n]);
    for (const double bend : bends) {
        const double off = bend * length;
        const Arc arc{a, {(a.x + c.x) / 2 + off * across.x, (a.y + c.y) / 2 + off * across.y}, c};
        const std::size_t covered = hidden(arc, near, length * (1 + bend * bend), least);
        if (covered >= least) continue;
        least = covered;
        best = arc;
        if (covered == 0) break;
    }
    const double start = border(best, boxes[from], false), end = border(best, boxes[to], true);
    if (start >= end) return {};
    return best.part(start, end).cubic();
}

} // namespace entente::diagram
