// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/explore/timeline.hpp"

namespace entente::timeline_picture {

/// What the axis has to show.
struct Range {
    Date first, last; ///< not dated: nothing has a date
    /// Few begin long before all others: the axis begins after them, and arrows point to where
    /// they would stand.
    std::size_t before = 0;
};

/// Over all dates of these happenings, but not beyond the window that the view was asked for.
Range range_of(const explore::Timeline& timeline, const std::vector<std::size_t>& shown,
               const View& view);

struct Tick {
    double x = 0;
    std::string label;
};

/// From days to places in the picture.
class Axis {
  public:
    Axis(const Range& range, double left, double width);

    /// The place of a day's beginning, also beyond the ends of the axis.
    [[nodiscard]] double at(std::int32_t day) const;
    [[nodiscard]] double left() const { return left_; }
    [[nodiscard]] double right() const { return left_ + width_; }
    /// Years, months or days, as far apart as their labels need.
    [[nodiscard]] std::vector<Tick> ticks() const;

  private:
    void add_years(std::vector<Tick>& ticks) const;
    void add_months(std::vector<Tick>& ticks) const;
    void add_days(std::vector<Tick>& ticks) const;
    void add(std::vector<Tick>& ticks, Date date) const;

    Range range_;
    double left_, width_;
    std::int64_t first_ = 0, last_ = 1; ///< days
};

} // namespace entente::timeline_picture
