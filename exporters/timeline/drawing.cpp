// SPDX-License-Identifier: BSL-1.0
#include "exporters/timeline/drawing.hpp"

#include <algorithm>

#include "exporters/diagram/draw/legend.hpp"
#include "exporters/drawing/palette.hpp"

namespace entente::timeline_picture {

namespace {

using diagram::Canvas;
using diagram::Certainty;
using explore::Happening;

constexpr double bar = 9;      ///< height of a bar
constexpr double stub = 22;    ///< of a line that goes nobody knows how far
constexpr double radius = 3.6; ///< of a mark

/// Half way from a colour to white: for the time within which something began or ended.
std::string lighter(const std::string& color) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (std::size_t i = 1; i < 7; i += 2) {
        const auto value = static_cast<unsigned>(std::stoi(color.substr(i, 2), nullptr, 16));
        const unsigned light = (value + 2 * 255U) / 3;
        out += digits[light / 16];
        out += digits[light % 16];
    }
    return out;
}

class Pen {
  public:
    Pen(Canvas& canvas, const Axis& axis, const Happening& happening, const Row& row, double y,
        Used& used)
        : canvas_(canvas), axis_(axis), happening_(happening), row_(row), y_(y), used_(used) {
        certainty_ = diagram::certainty_of(happening.status);
        contested_ = certainty_ == Certainty::disputed || certainty_ == Certainty::denied;
        doubted_ = certainty_ != Certainty::plain;
        light_ = lighter(row.line);
    }

    void draw() {
        const Period& period = happening_.period;
        used_.disputed = used_.disputed || certainty_ == Certainty::disputed;
        used_.denied = used_.denied || certainty_ == Certainty::denied;
        used_.planned = used_.planned || (doubted_ && !contested_);
        for (const Date date : happening_.observed) {
            used_.observed = true;
            mark(date, false);
        }
        if (happening_.at_once()) {
            used_.event = true;
            mark(period.from, true);
        } else if (period.from.dated() || period.to.dated()) {
            hold(period);
        }
    }

  private:
    [[nodiscard]] double clipped(double x) const {
        return std::clamp(x, axis_.left(), axis_.right());
    }
    [[nodiscard]] bool visible(double from, double to) const {
        return to >= axis_.left() && from <= axis_.right();
    }
    [[nodiscard]] Certainty dashes() const {
        return certainty_ == Certainty::possible ? Certainty::possible : Certainty::planned;
    }
    void box(double from, double to, std::string_view fill, std::string_view line);
    void arrow(double x, double direction);
    void dashed(double from, double to);
    void mark(Date date, bool event);
    void hold(const Period& period);

    Canvas& canvas_;
    const Axis& axis_;
    const Happening& happening_;
    const Row& row_;
    double y_;
    Used& used_;
    Certainty certainty_ = Certainty::plain;
    bool contested_ = false; ///< disputed or denied
    bool doubted_ = false;   ///< that, or only planned or possible
    std::string light_;
};

void Pen::box(double from, double to, std::string_view fill, std::string_view line) {
    if (!visible(from, to)) return;
    from = clipped(from);
    to = std::max(clipped(to), from + 1);
    canvas_.rectangle(from, y_ - bar / 2, to - from, bar,
                      {doubted_ ? diagram::color::paper : fill, line, 1,
                       doubted_ ? dashes() : Certainty::plain, 0});
}

/// It goes on in that direction.
void Pen::arrow(double x, double direction) {
    constexpr double length = 7;
    canvas_.polygon({{x + direction * length, y_}, {x, y_ - bar / 2}, {x, y_ + bar / 2}},
                    row_.line);
}

void Pen::dashed(double from, double to) {
    used_.unknown_end = true;
    if (visible(from, to))
        canvas_.curve({{clipped(from), y_}, {clipped(to), y_}},
                      {"none", row_.line, 1.4, Certainty::planned, 0});
}

void Pen::mark(Date date, bool event) {
    const double from = axis_.at(date.first_day()), to = axis_.at(date.last_day() + 1);
    if (!visible(from, to)) return;
    if (to - from > 3 * radius) {
        used_.imprecise = true;
        canvas_.rectangle(clipped(from), y_ - 2, clipped(to) - clipped(from), 4, {light_});
    }
    const double x = clipped((from + to) / 2);
    if (contested_)
        diagram::draw_mark(canvas_, {x, y_}, certainty_);
    else if (event && !doubted_)
        canvas_.polygon({{x, y_ - radius - 1.2},
                         {x + radius + 1.2, y_},
                         {x, y_ + radius + 1.2},
                         {x - radius - 1.2, y_}},
                        row_.line);
    else
        canvas_.circle({x, y_}, radius,
                       {diagram::color::paper, row_.line, 1.8,
                        doubted_ ? Certainty::possible : Certainty::plain, 0});
}

/// Solid where it surely holds, light where it began or ended some time within, with an arrow where
/// it goes on, and with dashes where nobody knows how far.
void Pen::hold(const Period& period) {
    used_.bar = true;
    const bool begins = period.from.dated(), ends = period.to.dated();
    double from = begins ? axis_.at(period.from.last_day()) : axis_.left();
    double to = ends ? axis_.at(period.to.first_day() + 1) : axis_.right();
    const double earliest = begins ? axis_.at(period.from.first_day()) : from;
    const double latest = ends ? axis_.at(period.to.last_day() + 1) : to;
    if (!begins && !period.from.is_open()) {
        from = to - 4;
        dashed(from - stub, from);
    }
    if (!ends && !period.to.is_open()) {
        to = from + 4;
        dashed(to, to + stub);
    }
    if (from > to) { // the two may lie anywhere in the same time
        used_.imprecise = true;
        box(earliest, latest, light_, light_);
    } else {
        if ((begins && from - earliest > 2) || (ends && latest - to > 2)) {
            used_.imprecise = true;
            box(std::min(earliest, from), std::max(latest, to), light_, light_);
        }
        box(from, to, row_.fill, row_.line);
    }
    const bool goes_on = (!ends && period.to.is_open()) || latest > axis_.right();
    const bool went_on = (!begins && period.from.is_open()) || earliest < axis_.left();
    used_.goes_on = used_.goes_on || goes_on || went_on;
    if (goes_on) arrow(axis_.right(), 1);
    if (went_on) arrow(axis_.left(), -1);
    if (contested_ && visible(from, to))
        diagram::draw_mark(canvas_, {(clipped(from) + clipped(to)) / 2, y_}, certainty_);
}

/// The signs of the legend are drawn as rows are, on an axis of a few days.
struct Sign {
    bool occurs;
    std::string_view words;
    Happening happening;
};

Date day(int n) {
    return Date::of(2000, 1, n);
}

Happening lasting(Date from, Date to, Status status = Status::supported) {
    Happening happening;
    happening.period = {from, to};
    happening.status = status;
    return happening;
}

Happening observed_on(Date date) {
    Happening happening;
    happening.observed = {date};
    return happening;
}

} // namespace

void draw_happening(Canvas& canvas, const Axis& axis, const Happening& happening, const Row& row,
                    double y, Used& used) {
    Pen(canvas, axis, happening, row, y, used).draw();
}

double draw_signs(Canvas& canvas, const diagram::TextMeter& meter, const Used& used, double x,
                  double y, double width) {
    const std::vector<Sign> signs = {
        {used.bar, "holds", lasting(day(3), day(28))},
        {used.goes_on, "goes on", lasting(day(5), Date::open())},
        {used.imprecise, "some time within", lasting(Date::of(2000), Date::of(2000, 1))},
        {used.unknown_end, "nobody says how far", lasting(day(8), Date())},
        {used.event, "happened", lasting(day(15), day(15))},
        {used.observed, "observed", observed_on(day(15))},
        {used.planned, "planned or possible", lasting(day(3), day(28), Status::planned)},
        {used.disputed, "disputed", lasting(day(3), day(28), Status::disputed)},
        {used.denied, "denied", lasting(day(3), day(28), Status::denied)},
    };
    constexpr double sample = 40, line = 18, size = diagram::type_size::small;
    const Row row{0, {}, {}, {}, "#c9d3de", std::string(diagram::color::grey)};
    const Range month{day(1), day(31), 0};
    double at = x, height = 0;
    for (const Sign& sign : signs) {
        if (!sign.occurs) continue;
        const double room = sample + 14 + meter.width(sign.words, size) + 18;
        if (height == 0) height = line;
        if (at > x && at + room > x + width) {
            at = x;
            height += line;
        }
        Used unused;
        draw_happening(canvas, Axis(month, at, sample), sign.happening, row, y + height - line / 2,
                       unused);
        canvas.text({at + sample + 14,
                     y + height - line / 2 + size * 0.35,
                     {size, diagram::color::grey},
                     std::string(sign.words)});
        at += room;
    }
    return height;
}

} // namespace entente::timeline_picture
