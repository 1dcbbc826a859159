// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/draw/legend.hpp"

#include <cmath>
#include <functional>

#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

constexpr double swatch = 34, row_height = 20;

/// Draws a sample at (x, y), the middle of its left border; `swatch` wide.
using Sample = std::function<void(Canvas&, double x, double y)>;

struct Entry {
    std::string text;
    Sample draw;
};

Sample line(std::string_view color, double width, Certainty certainty, bool arrow) {
    return [=](Canvas& canvas, double x, double y) {
        std::vector<Point> path{{x, y}, {x + swatch, y}};
        std::vector<Point> head;
        if (arrow) head = take_arrow_head(path, 7);
        canvas.curve(path, {"none", color, width, certainty, 0});
        if (arrow) canvas.polygon(head, color);
        if (certainty == Certainty::disputed || certainty == Certainty::denied)
            draw_mark(canvas, {x + swatch / 2, y}, certainty);
    };
}

Sample block(std::string_view fill, std::string_view border, double corner) {
    return [=](Canvas& canvas, double x, double y) {
        canvas.rectangle(x, y - 7, swatch, 14, {fill, border, 1.2, Certainty::plain, corner});
    };
}

std::vector<Entry> entries(const Legend& legend) {
    std::vector<Entry> out;
    const auto add = [&](bool needed, const char* text, Sample draw) {
        if (needed) out.push_back({text, std::move(draw)});
    };
    using C = Certainty;
    add(legend.alliance, "alliance and its members", [](Canvas& canvas, double x, double y) {
        line(color::hubs[0], 2, C::plain, false)(canvas, x, y);
        canvas.rectangle(x, y - 6, 18, 12, {color::hubs[0], "none", 1, C::plain, 4});
    });
    add(legend.group, "nations in the same alliances share a box",
        [](Canvas& canvas, double x, double y) {
            canvas.rectangle(x, y - 8, swatch, 16,
                             {color::nation_fill, color::nation_line, 1.2, C::plain, 4});
            for (const double dx : {5.0, 19.0})
                for (const double dy : {-5.0, 1.0})
                    canvas.rectangle(x + dx, y + dy, 10, 4,
                                     {color::nation_line, "none", 1, C::plain, 0});
        });
    add(legend.threat, "threat", [](Canvas& canvas, double x, double y) {
        block(color::threat_fill, color::threat, 0)(canvas, x, y);
        canvas.polygon({{x + 12, y + 4}, {x + 22, y + 4}, {x + 17, y - 4.5}}, color::threat_dark);
    });
    add(legend.poses, "poses the threat", line(color::threat, 2.4, C::plain, false));
    add(legend.targets, "is aimed at", line(color::threat, 1.4, C::plain, true));
    add(legend.cooperation, "cooperation", line(color::cooperation, 1.6, C::plain, false));
    add(legend.conflict, "conflict", line(color::conflict, 1.6, C::plain, true));
    add(legend.mixed, "both", line(color::mixed, 1.6, C::plain, false));
    add(legend.neutral, "other relation", line(color::neutral, 1.2, C::plain, false));
    add(legend.planned, "planned", line(color::ink, 1.6, C::planned, false));
    add(legend.possible, "possible", line(color::ink, 1.6, C::possible, false));
    add(legend.disputed, "disputed: some sources deny it",
        line(color::ink, 1.6, C::disputed, false));
    add(legend.denied, "denied", line(color::neutral, 1.2, C::denied, false));
    add(legend.widths, "the more independent sources, the wider the line",
        [](Canvas& canvas, double x, double y) {
            line(color::ink, 1.2, C::plain, false)(canvas, x, y - 5);
            line(color::ink, 4, C::plain, false)(canvas, x, y + 4);
        });
    return out;
}

} // namespace

double draw_legend(Canvas& canvas, const Legend& legend, const TextMeter& meter, double x, double y,
                   double width) {
    const auto list = entries(legend);
    if (list.empty()) return 0;
    double at = x, middle = y + row_height / 2;
    for (const Entry& entry : list) {
        const double needed = swatch + 7 + meter.width(entry.text, type_size::small);
        if (at > x && at + needed > x + width) {
            at = x;
            middle += row_height;
        }
        entry.draw(canvas, at, middle);
        canvas.text({at + swatch + 7, middle + 3.7, {type_size::small, color::grey}, entry.text});
        at += needed + 24;
    }
    return middle + row_height / 2 - y;
}

std::vector<Point> take_arrow_head(std::vector<Point>& path, double size) {
    const Point tip = path.back();
    Point before = path.size() > 1 ? path[path.size() - 2] : tip;
    if (path.size() > 3 && std::hypot(tip.x - before.x, tip.y - before.y) < 1)
        before = path[path.size() - 3];
    const double length = std::hypot(tip.x - before.x, tip.y - before.y);
    if (length < 0.01) return {};
    const Point along{(tip.x - before.x) / length, (tip.y - before.y) / length};
    const Point base{tip.x - along.x * size, tip.y - along.y * size};
    path.back() = base;
    const double half = size * 0.42;
    return {tip,
            {base.x - along.y * half, base.y + along.x * half},
            {base.x + along.y * half, base.y - along.x * half}};
}

void draw_mark(Canvas& canvas, Point at, Certainty certainty) {
    const bool denied = certainty == Certainty::denied;
    const std::string_view line = denied ? color::neutral : color::ink;
    canvas.circle(at, 7, {color::paper, line, 1.1});
    canvas.text({at.x, at.y + 3.8, {10.5, line, true, true}, denied ? "✕" : "?"});
}

} // namespace entente::diagram
