// SPDX-License-Identifier: BSL-1.0
#include "exporters/html/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::html {

namespace {

constexpr double row_gap = 6;        ///< between the lines of a list
constexpr double indent = 26;        ///< of a list under its owner
constexpr std::size_t rows_most = 9; ///< of a list; beyond it starts a further column

/// Who is named as an owner, and for a body with one tie the other end. Owners stand on their own.
std::vector<std::size_t> find_owners(std::span<const Body> bodies, std::span<const Tie> ties) {
    std::vector<std::size_t> owner(bodies.size(), nobody);
    std::vector<std::size_t> degree(bodies.size()), last(bodies.size(), nobody);
    std::map<std::pair<std::size_t, std::size_t>, bool> seen;
    for (const Tie& tie : ties) {
        if (tie.a == tie.b || !seen.try_emplace(std::minmax(tie.a, tie.b), true).second) continue;
        ++degree[tie.a];
        ++degree[tie.b];
        last[tie.a] = tie.b;
        last[tie.b] = tie.a;
    }
    std::vector<std::size_t> wanted(bodies.size(), nobody);
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        wanted[i] = bodies[i].owner;
        if (wanted[i] == nobody && degree[i] == 1 && degree[last[i]] > 1) wanted[i] = last[i];
    }
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        std::size_t top = wanted[i];
        for (int step = 0; step < 8 && top != nobody && wanted[top] != nobody; ++step)
            top = wanted[top] == i ? nobody : wanted[top];
        if (top != i && top != nobody && wanted[top] == nobody) owner[i] = top;
    }
    return owner;
}

/// The owner above, its satellites as an indented list.
void list_under(Cluster& cluster, std::span<const Body> bodies) {
    const Body& owner = bodies[cluster.owner];
    const std::size_t count = cluster.satellites.size();
    const std::size_t columns = (count + rows_most - 1) / rows_most;
    const std::size_t rows = (count + columns - 1) / columns;
    double x = indent, height = 0;
    cluster.offsets.resize(count);
    for (std::size_t column = 0; column < columns; ++column) {
        double y = owner.height + 2 * row_gap, width = 0;
        for (std::size_t i = column * rows; i < std::min(count, (column + 1) * rows); ++i) {
            const Body& body = bodies[cluster.satellites[i]];
            cluster.offsets[i] = {x + body.width / 2, y + body.height / 2};
            y += body.height + row_gap;
            width = std::max(width, body.width);
        }
        x += width + indent;
        height = std::max(height, y);
    }
    cluster.width = std::max(owner.width, x - indent);
    cluster.height = height;
    cluster.owner_offset = {owner.width / 2 - cluster.width / 2,
                            owner.height / 2 - cluster.height / 2};
    for (Point& p : cluster.offsets)
        p = {p.x - cluster.width / 2, p.y - cluster.height / 2};
}

/// The hub in the middle, its satellites around it on one or more rings.
void ring_around(Cluster& cluster, std::span<const Body> bodies) {
    const Body& hub = bodies[cluster.owner];
    double widest = 0, highest = 0;
    for (const std::size_t s : cluster.satellites) {
        widest = std::max(widest, bodies[s].width);
        highest = std::max(highest, bodies[s].height);
    }
    // Rows above and below the hub, as many as there must be: names are wide, so a ring of names is
    // two arcs with nothing at its sides.
    const std::size_t count = cluster.satellites.size();
    const auto per_row = static_cast<std::size_t>(
        std::max(1.0, std::ceil(std::sqrt(static_cast<double>(count) * 0.75))));
    cluster.offsets.resize(count);
    const double step_x = widest + row_gap * 2, step_y = highest + row_gap * 2;
    double above = 0, below = 0, broadest = hub.width;
    bool up = true;
    for (std::size_t i = 0; i < count; up = !up) {
        const std::size_t in_row = std::min(per_row, count - i);
        double& used = up ? above : below;
        used += step_y;
        const double y = (hub.height / 2 + row_gap * 3 + used - step_y / 2) * (up ? -1 : 1);
        const double row_width = static_cast<double>(in_row) * step_x;
        for (std::size_t n = 0; n < in_row; ++n, ++i)
            cluster.offsets[i] = {(static_cast<double>(n) + 0.5) * step_x - row_width / 2, y};
        broadest = std::max(broadest, row_width);
    }
    const double shift = (above - below) / 2;
    const double rim = row_gap * 3 * ((above > 0 ? 1 : 0) + (below > 0 ? 1 : 0));
    cluster.width = broadest;
    cluster.height = hub.height + above + below + rim;
    cluster.owner_offset = {0, shift};
    for (Point& p : cluster.offsets)
        p.y += shift;
}

} // namespace

Clusters make_clusters(std::span<const Body> bodies, std::span<const Tie> ties) {
    const std::vector<std::size_t> owner = find_owners(bodies, ties);
    Clusters made;
    made.of.resize(bodies.size());
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        if (owner[i] != nobody) continue;
        made.of[i] = made.all.size();
        made.all.emplace_back().owner = i;
    }
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        if (owner[i] == nobody) continue;
        made.of[i] = made.of[owner[i]];
        made.all[made.of[i]].satellites.push_back(i);
    }
    for (Cluster& c : made.all) {
        c.width = bodies[c.owner].width;
        c.height = bodies[c.owner].height;
        c.side = bodies[c.owner].side;
        if (c.satellites.empty()) continue;
        c.mass += 0.25 * static_cast<double>(c.satellites.size());
        bodies[c.owner].hub ? ring_around(c, bodies) : list_under(c, bodies);
    }
    return made;
}

} // namespace entente::html
