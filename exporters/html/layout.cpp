// SPDX-License-Identifier: BSL-1.0
#include "exporters/html/layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "exporters/html/clusters.hpp"

namespace entente::html {

namespace {

constexpr double gap = 26;    ///< between clusters
constexpr double wide = 1.45; ///< screens and names are wider than high
constexpr double gravity = 0.6;

// One turn by the golden angle, which spreads points evenly over a disc.
constexpr double golden_cos = -0.73736887807831985, golden_sin = 0.67549029426152364;

class Placement {
  public:
    Placement(std::span<const Body> bodies, std::span<const Tie> ties)
        : bodies_(bodies), ties_(ties), made_(make_clusters(bodies, ties)) {}

    std::vector<Place> run() {
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
    Clusters made_;
    std::vector<Cluster>& clusters_ = made_.all;
    std::vector<Spring> springs_;
    std::vector<bool> tied_; ///< of the clusters
    double ideal_ = 150;     ///< length of a spring
    double spread_ = 0;      ///< how far from the middle the sides are
};

void Placement::join_ties() {
    std::map<std::pair<std::size_t, std::size_t>, double> joined;
    for (const Tie& tie : ties_) {
        const std::size_t a = made_.of[tie.a], b = made_.of[tie.b];
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
