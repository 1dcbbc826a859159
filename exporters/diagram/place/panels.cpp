// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "exporters/diagram/place/boxes.hpp"
#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

constexpr double panel_pad = 12, date_width = 88, flag_gap = 4;
constexpr std::size_t most_flags = 14;

/// Where names begin: behind the dates, or behind one flag.
double indent_of(const Panel& panel) {
    return panel_pad + (panel.dates ? date_width : FlagMark::width + 10);
}

/// One row: the date, the name beside it, and under the name flags and a note; without dates the
/// flag stands beside the name. Returns its height.
double add_row(Box& box, const TextMeter& meter, const Panel& panel, const Row& row, double top,
               double width) {
    constexpr double size = type_size::member, small = type_size::small;
    const double left = indent_of(panel);
    const double room = width - left - panel_pad;
    const Type name{size, color::ink, true}, more{small, color::grey};
    const auto put = [&](double x, double base, const Type& type, const std::string& text) {
        box.runs.push_back({x, base, type, isolated(text), row.tooltip});
    };
    if (panel.dates)
        put(panel_pad, top + 13, more, row.date);
    else if (!row.members.empty())
        box.flags.push_back(
            {panel_pad, top + 2, row.members[0].iso2, initials_of(row.members[0].name)});
    double y = top;
    for (const std::string& line : meter.wrap(row.name, size, true, room)) {
        y += size * 1.3;
        put(left, y - size * 0.28, name, line);
    }
    double x = left;
    const std::size_t flags = panel.dates ? std::min(row.members.size(), most_flags) : 0;
    if (flags > 0) {
        y += 3;
        for (std::size_t i = 0; i < flags; ++i) {
            box.flags.push_back({x, y, row.members[i].iso2, initials_of(row.members[i].name)});
            x += FlagMark::width + flag_gap;
        }
        y += FlagMark::height + 1;
        if (row.members.size() > flags) {
            const std::string rest = "and " + std::to_string(row.members.size() - flags) + " more";
            put(x + 2, y - 5.5, more, rest);
            x += meter.width(rest, small) + 8;
        }
    }
    if (row.note.empty()) return y - top;
    // Beside the flags if there is room, else under them.
    if (flags > 0 && x + 4 + meter.width(row.note, small) <= width - panel_pad) {
        put(x + 4, y - 5.5, more, row.note);
        return y - top;
    }
    for (const std::string& line : meter.wrap(row.note, small, false, room)) {
        y += small * 1.32;
        put(left, y - small * 0.3, more, line);
    }
    return y - top;
}

} // namespace

Box box_of(const Panel& panel, const TextMeter& meter, double width) {
    Box box;
    box.width = width;
    double y = panel_pad - 2;
    y += type_size::name * 1.3;
    box.runs.push_back(
        {panel_pad, y - type_size::name * 0.3, {type_size::name, color::ink, true}, panel.title});
    for (const Row& row : panel.rows)
        y += 8 + add_row(box, meter, panel, row, y + 8, width);
    if (panel.more > 0) {
        y += 8 + type_size::small * 1.3;
        box.runs.push_back({indent_of(panel),
                            y - 3,
                            {type_size::small, color::grey},
                            "and " + std::to_string(panel.more) + " more, not listed"});
    }
    box.height = y + panel_pad;
    return box;
}

} // namespace entente::diagram
