// SPDX-License-Identifier: BSL-1.0
#include "exporters/html/layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace entente::html {

namespace {

constexpr double gap = 26;    ///< between clusters
constexpr double row_gap = 6; ///< between the lines of a list
constexpr double indent = 26; ///< of a list under its owner
constexpr double wide = 1.45; ///< screens and names are wider than high
constexpr double gravity = 0.6;
constexpr std::size_t rows_most = 9; ///< of a list; beyond it starts a further column

// One turn by the golden angle, which spreads points evenly over a disc.
constexpr double golden_cos = -0.73736887807831985, golden_sin = 0.67549029426152364;

struct Point {
    double x = 0, y = 0;
};

/// A body with its satellites: what the forces move as one.
struct Cluster {
    std::size_t owner = nobody;
    std::vector<std::size_t> satellites;
    std::vector<Point> offsets; ///< of the satellites from the middle of the cluster
    Point owner_offset;
    double width = 0, height = 0;
    double mass = 1;
    double side = 0;
    Point at;
};

class Placement {
  public:
    Placement(std::span<const Body> bodies, std::span<const Tie> ties)
        : bodies_(bodies), ties_(ties), owner_(bodies.size(), nobody), cluster_(bodies.size()) {}

    std::vector<Place> run() {
        find_owners();
        make_clusters();
        join_ties();
        start();
        settle();
        make_room();
        part();
        line_up_loose();
        return places();
    }

  private:
    struct Spring {
        std::size_t a = 0, b = 0;
        double strength = 1;
    };

    void find_owners();
    void make_clusters();
    void list_under(Cluster& cluster) const;
    void ring_around(Cluster& cluster) const;
    void join_ties();
    void start();
    void settle();
    void repel(std::vector<Point>& force) const;
    void attract(std::vector<Point>& force) const;
    void make_room();
    void part();
    void line_up_loose();
    [[nodiscard]] std::vector<Place> places() const;
    [[nodiscard]] double radius(const Cluster& c) const { return (c.width / wide + c.height) / 4; }

    std::span<const Body> bodies_;
    std::span<const Tie> ties_;
    std::vector<std::size_t> owner_, cluster_;
    std::vector<Cluster> clusters_;
    std::vector<Spring> springs_;
    std::vector<bool> tied_; ///< of the clusters
    double ideal_ = 150;     ///< length of a spring
    double spread_ = 0;      ///< how far from the middle the sides are
};

/// Who is named as an owner, and for a body with one tie the other end. Owners stand on their own.
void Placement::find_owners() {
    std::vector<std::size_t> degree(bodies_.size()), last(bodies_.size(), nobody);
    std::map<std::pair<std::size_t, std::size_t>, bool> seen;
    for (const Tie& tie : ties_) {
        if (tie.a == tie.b || !seen.try_emplace(std::minmax(tie.a, tie.b), true).second) continue;
        ++degree[tie.a];
        ++degree[tie.b];
        last[tie.a] = tie.b;
        last[tie.b] = tie.a;
    }
    std::vector<std::size_t> wanted(bodies_.size(), nobody);
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
        wanted[i] = bodies_[i].owner;
        if (wanted[i] == nobody && degree[i] == 1 && degree[last[i]] > 1) wanted[i] = last[i];
    }
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
        std::size_t top = wanted[i];
        for (int step = 0; step < 8 && top != nobody && wanted[top] != nobody; ++step)
            top = wanted[top] == i ? nobody : wanted[top];
        if (top != i && top != nobody && wanted[top] == nobody) owner_[i] = top;
    }
}

void Placement::make_clusters() {
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
        if (owner_[i] != nobody) continue;
        cluster_[i] = clusters_.size();
        clusters_.emplace_back().owner = i;
    }
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
        if (owner_[i] == nobody) continue;
        cluster_[i] = cluster_[owner_[i]];
        clusters_[cluster_[i]].satellites.push_back(i);
    }
    for (Cluster& c : clusters_) {
        c.width = bodies_[c.owner].width;
        c.height = bodies_[c.owner].height;
        c.side = bodies_[c.owner].side;
        if (c.satellites.empty()) continue;
        c.mass += 0.25 * static_cast<double>(c.satellites.size());
        bodies_[c.owner].hub ? ring_around(c) : list_under(c);
    }
}

/// The owner above, its satellites as an indented list.
void Placement::list_under(Cluster& cluster) const {
    const Body& owner = bodies_[cluster.owner];
    const std::size_t count = cluster.satellites.size();
    const std::size_t columns = (count + rows_most - 1) / rows_most;
    const std::size_t rows = (count + columns - 1) / columns;
    double x = indent, height = 0;
    cluster.offsets.resize(count);
    for (std::size_t column = 0; column < columns; ++column) {
        double y = owner.height + 2 * row_gap, width = 0;
        for (std::size_t i = column * rows; i < std::min(count, (column + 1) * rows); ++i) {
            const Body& body = bodies_[cluster.satellites[i]];
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
void Placement::ring_around(Cluster& cluster) const {
    const Body& hub = bodies_[cluster.owner];
    double widest = 0, highest = 0;
    for (const std::size_t s : cluster.satellites) {
        widest = std::max(widest, bodies_[s].width);
        highest = std::max(highest, bodies_[s].height);
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

void Placement::join_ties() {
    std::map<std::pair<std::size_t, std::size_t>, double> joined;
    for (const Tie& tie : ties_) {
        const std::size_t a = cluster_[tie.a], b = cluster_[tie.b];
        if (a != b) joined[std::minmax(a, b)] += tie.strength;
    }
    tied_.assign(clusters_.size(), false);
    for (const auto& [ends, strength] : joined) {
        springs_.push_back({ends.first, ends.second, std::min(strength, 4.0)});
        tied_[ends.first] = tied_[ends.second] = true;
    }
    double sum = 0;
    std::vector<double> degree(clusters_.size());
    for (const Spring& s : springs_) {
        degree[s.a] += 1;
        degree[s.b] += 1;
    }
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        sum += radius(clusters_[i]);
        clusters_[i].mass += 0.12 * degree[i];
    }
    if (clusters_.empty()) return;
    const auto count = static_cast<double>(clusters_.size());
    ideal_ = 30 + 1.1 * sum / count;
    spread_ = 0.5 * ideal_ * std::sqrt(count);
}

/// On a spiral, the best connected in the middle.
void Placement::start() {
    std::vector<std::size_t> order(clusters_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return clusters_[a].mass > clusters_[b].mass;
    });
    Point turn{1, 0};
    double n = 0;
    for (const std::size_t i : order) {
        if (!tied_[i]) continue;
        const double r = ideal_ * 0.7 * std::sqrt(n);
        clusters_[i].at = {turn.x * r, turn.y * r};
        turn = {turn.x * golden_cos - turn.y * golden_sin,
                turn.x * golden_sin + turn.y * golden_cos};
        n += 1;
    }
}

void Placement::repel(std::vector<Point>& force) const {
    const double k2 = ideal_ * ideal_;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        if (!tied_[i]) continue;
        const Cluster& a = clusters_[i];
        const double reach = radius(a);
        Point sum;
        for (std::size_t j = i + 1; j < clusters_.size(); ++j) {
            if (!tied_[j]) continue;
            const Cluster& b = clusters_[j];
            const double dx = a.at.x - b.at.x, dy = a.at.y - b.at.y;
            const double size = reach + radius(b);
            const double f = (k2 * a.mass * b.mass + size * size * 0.5) / (dx * dx + dy * dy + 1);
            sum.x += dx * f;
            sum.y += dy * f;
            force[j].x -= dx * f;
            force[j].y -= dy * f;
        }
        force[i].x += sum.x;
        force[i].y += sum.y;
    }
}

void Placement::attract(std::vector<Point>& force) const {
    for (const Spring& s : springs_) {
        const Cluster &a = clusters_[s.a], &b = clusters_[s.b];
        const double dx = a.at.x - b.at.x, dy = a.at.y - b.at.y;
        const double d = std::sqrt(dx * dx + dy * dy);
        const double free = std::max(0.0, d - radius(a) - radius(b));
        const double f = s.strength * free / ideal_;
        force[s.a].x -= dx * f;
        force[s.a].y -= dy * f;
        force[s.b].x += dx * f;
        force[s.b].y += dy * f;
    }
    for (std::size_t i = 0; i < clusters_.size(); ++i) { // holds what is not connected together
        const Cluster& c = clusters_[i];
        const double middle = c.side * spread_;
        force[i].x -= (c.at.x - middle) * (c.mass + std::abs(c.side)) * gravity;
        force[i].y -= c.at.y * c.mass * gravity * wide;
    }
}

/// Forces, with steps that grow shorter: the scheme of Fruchterman and Reingold (1991).
void Placement::settle() {
    const auto count = static_cast<double>(clusters_.size());
    if (count < 2) return;
    // All pairs repel: so few rounds for many, so that 2,000 take half a second.
    const int rounds = static_cast<int>(std::clamp(200'000'000 / (count * count), 60.0, 400.0));
    std::vector<Point> force(clusters_.size());
    for (int round = 0; round < rounds; ++round) {
        std::fill(force.begin(), force.end(), Point{});
        repel(force);
        attract(force);
        const double left = 1 - static_cast<double>(round) / rounds;
        const double most = ideal_ * (0.02 + 0.9 * left * left);
        for (std::size_t i = 0; i < clusters_.size(); ++i) {
            if (!tied_[i]) continue;
            const Point f = force[i];
            const double length = std::sqrt(f.x * f.x + f.y * f.y);
            if (length < 1e-9) continue;
            const double step = std::min(length * 0.1, most) / length;
            clusters_[i].at.x += f.x * step;
            clusters_[i].at.y += f.y * step;
        }
    }
}

/// Widens the whole until what is to be placed would fill less than half of it: then pushing apart
/// soon comes to an end.
void Placement::make_room() {
    double needed = 0, reach_x = 1, reach_y = 1;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        if (!tied_[i]) continue;
        Cluster& c = clusters_[i];
        c.at.x *= wide;
        needed += (c.width + gap) * (c.height + gap);
        reach_x = std::max(reach_x, std::abs(c.at.x));
        reach_y = std::max(reach_y, std::abs(c.at.y));
    }
    const double factor = std::sqrt(std::max(1.0, 2.2 * needed / (4 * reach_x * reach_y)));
    for (Cluster& c : clusters_)
        c.at = {c.at.x * factor, c.at.y * factor};
}

/// Pushes apart what overlaps, along the shorter way, until nothing does.
void Placement::part() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < clusters_.size(); ++i)
        if (tied_[i]) order.push_back(i);
    double widest = 0;
    for (const std::size_t i : order)
        widest = std::max(widest, clusters_[i].width);
    for (int round = 0; round < 600; ++round) {
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return clusters_[a].at.x < clusters_[b].at.x;
        });
        bool moved = false;
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (std::size_t j = i + 1; j < order.size(); ++j) {
                Cluster &a = clusters_[order[i]], &b = clusters_[order[j]];
                const double dx = b.at.x - a.at.x, dy = b.at.y - a.at.y;
                if (dx > widest + 2 * gap) break;
                const double over_x = (a.width + b.width) / 2 + gap - std::abs(dx);
                const double over_y = (a.height + b.height) / 2 + gap - std::abs(dy);
                if (over_x <= 0.5 || over_y <= 0.5) continue;
                moved = true;
                if (over_x < over_y * wide) {
                    const double push = (dx < 0 ? -0.5 : 0.5) * over_x;
                    a.at.x -= push;
                    b.at.x += push;
                } else {
                    const double push = (dy < 0 ? -0.5 : 0.5) * over_y;
                    a.at.y -= push;
                    b.at.y += push;
                }
            }
        }
        if (!moved) return;
    }
}

/// What has no tie stands in rows under the rest.
void Placement::line_up_loose() {
    double left = 0, right = 0, bottom = 0;
    bool any = false;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        if (!tied_[i]) continue;
        const Cluster& c = clusters_[i];
        left = any ? std::min(left, c.at.x - c.width / 2) : c.at.x - c.width / 2;
        right = any ? std::max(right, c.at.x + c.width / 2) : c.at.x + c.width / 2;
        bottom = any ? std::max(bottom, c.at.y + c.height / 2) : c.at.y + c.height / 2;
        any = true;
    }
    double area = 0;
    for (std::size_t i = 0; i < clusters_.size(); ++i)
        if (!tied_[i]) area += (clusters_[i].width + gap) * (clusters_[i].height + gap);
    const double width = std::max({right - left, std::sqrt(area) * wide, 600.0});
    double x = left, y = bottom + (any ? 2.5 * gap : 0), row = 0;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        if (tied_[i]) continue;
        Cluster& c = clusters_[i];
        if (x > left && x + c.width > left + width) {
            x = left;
            y += row + gap;
            row = 0;
        }
        c.at = {x + c.width / 2, y + c.height / 2};
        x += c.width + gap;
        row = std::max(row, c.height);
    }
}

std::vector<Place> Placement::places() const {
    std::vector<Place> out(bodies_.size());
    for (const Cluster& c : clusters_) {
        out[c.owner] = {c.at.x + c.owner_offset.x, c.at.y + c.owner_offset.y, nobody};
        for (std::size_t i = 0; i < c.satellites.size(); ++i)
            out[c.satellites[i]] = {c.at.x + c.offsets[i].x, c.at.y + c.offsets[i].y,
                                    bodies_[c.owner].hub ? nobody : c.owner};
    }
    return out;
}

} // namespace

std::vector<Place> place(std::span<const Body> bodies, std::span<const Tie> ties) {
    return Placement(bodies, ties).run();
}

} // namespace entente::html
