// SPDX-License-Identifier: BSL-1.0
#include "exporters/timeline/axis.hpp"

#include <algorithm>
#include <array>

#include "exporters/timeline/rows.hpp"

namespace entente::timeline_picture {

namespace {

constexpr double label_room = 56, day_label_room = 84;
constexpr double days_a_year = 365.2425;

void include(Range& range, Date date) {
    if (!date.dated()) return;
    if (!range.first.dated() || date.first_day() < range.first.first_day()) range.first = date;
    if (!range.last.dated() || date.last_day() > range.last.last_day()) range.last = date;
}

// The years around a date that a Date can have.
int before(Date date) {
    return std::max(date.year() - 1, -9999);
}
int after(Date date) {
    return std::min(date.year() + 1, 9999);
}

/// A thirtieth of many rows may be left before the axis if that saves a third of it.
void leave_out_the_ancient(Range& range, std::vector<Date> begins) {
    constexpr std::size_t many = 20;
    if (begins.size() < many) return;
    std::sort(begins.begin(), begins.end());
    const std::size_t few = std::max<std::size_t>(1, begins.size() / 30);
    const double whole = static_cast<double>(range.last.last_day()) - range.first.first_day();
    const double saved = static_cast<double>(begins[few].first_day()) - range.first.first_day();
    if (saved * 3 < whole) return;
    range.first = begins[few];
    range.before = few;
}

} // namespace

Range range_of(const explore::Timeline& timeline, const std::vector<std::size_t>& shown,
               const View& view) {
    Range range;
    std::vector<Date> begins;
    for (const std::size_t i : shown) {
        const explore::Happening& happening = timeline.happenings[i];
        include(range, happening.period.from);
        include(range, happening.period.to);
        for (const Date date : happening.observed)
            include(range, date);
        begins.push_back(beginning(happening));
    }
    if (!range.first.dated()) return range;
    leave_out_the_ancient(range, std::move(begins));
    const ViewOptions& asked = view.options();
    if (view.graph().date.dated() && view.graph().date.last_day() > range.last.last_day())
        range.last = view.graph().date;
    if (asked.since.dated() && asked.since.first_day() > range.first.first_day())
        range.first = asked.since;
    if (asked.until.dated() && asked.until.last_day() < range.last.last_day())
        range.last = asked.until;
    if (range.last.last_day() < range.first.first_day()) range.last = range.first;
    return range;
}

Axis::Axis(const Range& range, double left, double width)
    : range_(range), left_(left), width_(width) {
    if (!range.first.dated()) return;
    const std::int64_t first = range.first.first_day(), last = range.last.last_day();
    const std::int64_t air = std::max<std::int64_t>(2, (last - first) / 60);
    first_ = first - air;
    last_ = last + 1 + air;
}

double Axis::at(std::int32_t day) const {
    return left_ + width_ * static_cast<double>(day - first_) / static_cast<double>(last_ - first_);
}

void Axis::add(std::vector<Tick>& ticks, Date date) const {
    const double x = at(date.first_day());
    if (x >= left() && x <= right()) ticks.push_back({x, date.text()});
}

void Axis::add_years(std::vector<Tick>& ticks) const {
    static constexpr std::array steps = {1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000};
    const double a_year = days_a_year * width_ / static_cast<double>(last_ - first_);
    const int* step = std::find_if(steps.begin(), steps.end(),
                                   [&](int years) { return years * a_year >= label_room; });
    const int years = step == steps.end() ? steps.back() : *step;
    int year = range_.first.year() - years;
    year -= ((year % years) + years) % years;
    for (; year <= range_.last.year() + years && year <= 9999; year += years)
        if (year >= -9999) add(ticks, Date::of(year));
}

void Axis::add_months(std::vector<Tick>& ticks) const {
    const double a_month = days_a_year / 12 * width_ / static_cast<double>(last_ - first_);
    const int step = a_month >= label_room ? 1 : a_month * 3 >= label_room ? 3 : 6;
    for (int year = before(range_.first); year <= after(range_.last); ++year)
        for (int month = 1; month <= 12; month += step)
            add(ticks, Date::of(year, month));
}

void Axis::add_days(std::vector<Tick>& ticks) const {
    const double a_day = width_ / static_cast<double>(last_ - first_);
    const int step = a_day >= day_label_room       ? 1
                     : a_day * 2 >= day_label_room ? 2
                     : a_day * 5 >= day_label_room ? 5
                                                   : 10;
    for (int year = before(range_.first); year <= after(range_.last); ++year)
        for (int month = 1; month <= 12; ++month) {
            const Date whole = Date::of(year, month);
            const int days = whole.last_day() - whole.first_day() + 1;
            for (int day = 1; day <= days; day += step)
                if (step == 1 || day + step / 2 <= days) // not the 31st just before the 1st
                    add(ticks, Date::of(year, month, day));
        }
}

std::vector<Tick> Axis::ticks() const {
    std::vector<Tick> ticks;
    if (!range_.first.dated()) return ticks;
    const double days = static_cast<double>(last_ - first_);
    if (days > 3.2 * days_a_year)
        add_years(ticks);
    else if (days > 100)
        add_months(ticks);
    else
        add_days(ticks);
    return ticks;
}

} // namespace entente::timeline_picture
