// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/place/pack.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

namespace entente::diagram {

namespace {

constexpr double cell = 22; ///< a place on the page, in pixels
constexpr double page_ratio = 1.5;

Bounds bounds_of(const Shape& shape) {
    Bounds all;
    for (const Bounds& b : shape) {
        all.add({b.left, b.top});
        all.add({b.right, b.bottom});
    }
    return all;
}

/// Which cells of the page are taken.
class Grid {
  public:
    Grid(int columns, int rows)
        : columns_(columns),
          rows_(rows),
          taken_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0),
          sums_(static_cast<std::size_t>(columns + 1) * static_cast<std::size_t>(rows + 1), 0) {}

    void take(const Shape& shape, Point move) {
        for (const Bounds& b : shape) {
            // With a margin of a cell all around.
            const int left = index(b.left + move.x) - 1, right = index(b.right + move.x) + 1;
            const int top = index(b.top + move.y) - 1, bottom = index(b.bottom + move.y) + 1;
            for (int y = std::max(top, 0); y <= std::min(bottom, rows_ - 1); ++y)
                for (int x = std::max(left, 0); x <= std::min(right, columns_ - 1); ++x)
                    taken_[at(x, y, columns_)] = 1;
        }
        for (int y = 0; y < rows_; ++y)
            for (int x = 0; x < columns_; ++x)
                sums_[at(x + 1, y + 1, columns_ + 1)] =
                    taken_[at(x, y, columns_)] + sums_[at(x, y + 1, columns_ + 1)] +
                    sums_[at(x + 1, y, columns_ + 1)] - sums_[at(x, y, columns_ + 1)];
    }

    [[nodiscard]] bool is_free(int x, int y, int width, int height) const {
        const int right = std::min(x + width, columns_), bottom = std::min(y + height, rows_);
        return sums_[at(right, bottom, columns_ + 1)] - sums_[at(x, bottom, columns_ + 1)] -
                   sums_[at(right, y, columns_ + 1)] + sums_[at(x, y, columns_ + 1)] ==
               0;
    }

    static int index(double position) { return static_cast<int>(std::floor(position / cell)); }

  private:
    static std::size_t at(int x, int y, int columns) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(x);
    }
    int columns_, rows_;
    std::vector<std::uint8_t> taken_;
    std::vector<std::int64_t> sums_; ///< of the cells above and to the left
};

} // namespace

std::vector<Point> pack(const std::vector<Shape>& shapes) {
    std::vector<Bounds> bounds;
    double area = 0, widest = 0, highest = 0;
    for (const Shape& shape : shapes) {
        bounds.push_back(bounds_of(shape));
        const Bounds& b = bounds.back();
        area += (b.width() + 3 * cell) * (b.height() + 3 * cell);
        widest = std::max(widest, b.width());
        highest = std::max(highest, b.height());
    }
    // Room enough for any arrangement that is worth looking at.
    const double side = 1.4 * std::sqrt(area);
    const int columns = Grid::index(std::max(widest, side * 1.3)) + 4;
    const int rows = Grid::index(std::max(highest, side) + highest) + 4;
    Grid grid(columns, rows);
    std::vector<Point> moves;
    double width = 0, height = 0;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Bounds& b = bounds[i];
        const int w = Grid::index(b.width()) + 1, h = Grid::index(b.height()) + 1;
        Point best{0, static_cast<double>(rows) * cell};
        double least = std::numeric_limits<double>::max();
        for (int y = 0; y + h <= rows; ++y)
            for (int x = 0; x + w <= columns; ++x) {
                const double right = std::max(width, x * cell + b.width());
                const double bottom = std::max(height, y * cell + b.height());
                // The page counts by the larger of its sides, as the ratio wants them.
                const double cost = std::max(right, bottom * page_ratio) * 1000 + right + bottom;
                if (cost >= least || !grid.is_free(x, y, w, h)) continue;
                least = cost;
                best = {x * cell, y * cell};
            }
        moves.push_back({best.x - b.left, best.y - b.top});
        grid.take(shapes[i], moves.back());
        width = std::max(width, best.x + b.width());
        height = std::max(height, best.y + b.height());
    }
    return moves;
}

} // namespace entente::diagram
