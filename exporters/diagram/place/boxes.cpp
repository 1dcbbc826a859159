// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/place/boxes.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

constexpr double pad = 8;
constexpr double gap = 7; // between a flag and its name

/// Puts the text in the box, one line under the other, and moves `y` down past it.
struct Setter {
    Box& box;
    const TextMeter& meter;
    double y;

    void centred(std::string_view text, double size, bool bold, std::string_view color,
                 double limit) {
        for (const std::string& line : meter.wrap(text, size, bold, limit)) {
            y += size * 1.28;
            box.runs.push_back({0, y - size * 0.3, {size, color, bold, true}, isolated(line)});
            box.width = std::max(box.width, meter.width(line, size, bold) + 2 * pad);
        }
    }

    void finish(double least_width) {
        box.width = std::max(box.width, least_width);
        box.height = y + pad * 0.7;
        for (Run& run : box.runs)
            if (run.type.middle) run.x = box.width / 2;
    }
};

/// Two runs side by side, dark and grey; the second goes on a line of its own if there is no room.
void add_line(Box& box, const TextMeter& meter, const Line& line, double& y, double limit) {
    constexpr double size = type_size::small;
    const double left = pad + 1;
    const double strong = meter.width(line.strong, size);
    y += size * 1.38;
    box.runs.push_back(
        {left, y - size * 0.3, {size, color::ink}, isolated(line.strong), line.tooltip});
    double right = left + strong;
    if (!line.weak.empty()) {
        const double space = strong > 0 ? 6 : 0;
        std::vector<std::string> parts{line.weak};
        double x = left + strong + space;
        if (x + meter.width(line.weak, size) > limit) {
            parts = meter.wrap(line.weak, size, false, limit - left - 10);
            x = left + 10;
            y += size * 1.25;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0) y += size * 1.25;
            box.runs.push_back(
                {x, y - size * 0.3, {size, color::grey}, isolated(parts[i]), line.tooltip});
            right = std::max(right, x + meter.width(parts[i], size));
        }
    }
    box.width = std::max(box.width, right + pad);
}

Box nation_box(const Node& node, const TextMeter& meter) {
    Box box;
    constexpr double size = type_size::name, limit = 200;
    const Member& nation = node.members.front();
    const double left = pad + FlagMark::width + gap;
    const auto names = meter.wrap(nation.name, size, true, limit);
    const double line_height = size * 1.28;
    const double head = std::max(FlagMark::height, line_height * static_cast<double>(names.size()));
    double y = 6 + (head - line_height * static_cast<double>(names.size())) / 2;
    box.flags.push_back(
        {pad, 6 + (head - FlagMark::height) / 2, nation.iso2, initials_of(nation.name)});
    for (const std::string& name : names) {
        y += line_height;
        box.runs.push_back({left, y - size * 0.3, {size, color::ink, true}, isolated(name)});
        box.width = std::max(box.width, left + meter.width(name, size, true) + pad + 2);
    }
    y = 6 + head;
    if (!node.note.empty()) add_line(box, meter, {{}, node.note, {}, {}}, y, 250);
    for (const Line& line : node.lines)
        add_line(box, meter, line, y, 250);
    box.height = y + 6;
    return box;
}

/// A table of so many columns and rows, filled column by column.
struct Table {
    std::size_t columns = 1, rows = 1;
};

/// About three times as wide as high, like the page that it stands on.
Table table_for(std::size_t count, double cell_width, double row_height) {
    auto columns = static_cast<std::size_t>(
        std::round(std::sqrt(static_cast<double>(count) * row_height * 3.0 / cell_width)));
    columns = std::clamp<std::size_t>(columns, 1, count);
    const std::size_t rows = (count + columns - 1) / columns;
    return {(count + rows - 1) / rows, rows};
}

constexpr double member_row = 23, member_limit = 170;

/// A flag and the name beside it, on one line or, smaller, on several. Returns the name's width.
double add_member(Box& box, const TextMeter& meter, const Member& m, double x, double y) {
    constexpr double size = type_size::member;
    box.flags.push_back({x, y + (member_row - FlagMark::height) / 2, m.iso2, initials_of(m.name)});
    const auto lines = meter.wrap(m.name, size, false, member_limit);
    const double type = lines.size() > 1 ? size * 0.82 : size;
    double base = y + member_row / 2 + size * 0.36 -
                  (lines.size() > 1 ? type * 0.55 * static_cast<double>(lines.size() - 1) : 0);
    double width = 0;
    for (const std::string& line : lines) {
        box.runs.push_back({x + FlagMark::width + gap, base, {type, color::ink}, isolated(line)});
        width = std::max(width, meter.width(line, type));
        base += type * 1.1;
    }
    return width;
}

/// Several nations that stand in the same relations: a small table of flags and names.
Box group_box(const Node& node, const TextMeter& meter) {
    Box box;
    constexpr double between = 14; // columns
    const std::size_t count = node.members.size();
    double widest = 0;
    for (const Member& m : node.members)
        widest = std::max(widest, meter.width(m.name, type_size::member));
    const double cell = FlagMark::width + gap + std::min(widest, member_limit) + between;
    const Table table = table_for(count, cell, member_row);
    double top = 5;
    if (!node.note.empty()) {
        box.runs.push_back({pad, top + 12, {type_size::small, color::grey}, node.note});
        top += 17;
    }
    double x = pad;
    for (std::size_t column = 0; column < table.columns; ++column) {
        double width = 0;
        const std::size_t first = column * table.rows;
        for (std::size_t i = first; i < std::min(count, first + table.rows); ++i) {
            const double y = top + member_row * static_cast<double>(i - first);
            width = std::max(width, add_member(box, meter, node.members[i], x, y));
        }
        x += FlagMark::width + gap + width + between;
    }
    box.width = std::max(x - between + pad + 2, meter.width(node.note, type_size::small) + 2 * pad);
    box.height = top + member_row * static_cast<double>(table.rows) + 5;
    return box;
}

Box hub_box(const Node& node, const TextMeter& meter) {
    Box box;
    // The more members, the larger the type: what holds most together is seen first.
    const double size =
        node.weight < 3 ? 12.5 : std::min(20.0, 14.5 + 1.5 * std::log2(node.weight / 3.0));
    const std::string_view ink = text_on(node.color);
    Setter set{box, meter, 4};
    set.centred(node.name, size, true, ink, 15 * size);
    if (!node.note.empty()) set.centred(node.note, type_size::small, false, ink, 230);
    for (const Line& line : node.lines)
        set.centred(line.strong + (line.weak.empty() ? "" : ", " + line.weak), type_size::small,
                    false, ink, 230);
    set.finish(64);
    return box;
}

Box threat_box(const Node& node, const TextMeter& meter) {
    Box box;
    Setter set{box, meter, 4};
    set.centred("▲ " + isolated(node.name), type_size::name, true, color::threat_dark, 240);
    if (!node.note.empty())
        set.centred(node.note, type_size::small, false, color::threat_dark, 240);
    for (const Line& line : node.lines)
        set.centred(line.strong + " " + line.weak, type_size::small, false, color::threat_dark,
                    240);
    set.finish(60);
    return box;
}

Box thing_box(const Node& node, const TextMeter& meter) {
    Box box;
    Setter set{box, meter, 3};
    set.centred(node.name, type_size::member, true, color::ink, 190);
    if (!node.note.empty()) set.centred(node.note, type_size::small, false, color::grey, 190);
    for (const Line& line : node.lines)
        set.centred(line.strong + (line.weak.empty() ? "" : ", " + line.weak), type_size::small,
                    false, color::grey, 230);
    set.finish(40);
    return box;
}

Box label_box(const Node& node, const TextMeter& meter) {
    Box box;
    Setter set{box, meter, 1};
    set.centred(node.name, type_size::label, true, node.color, 170);
    if (!node.note.empty()) set.centred(node.note, 9.5, false, color::grey, 170);
    set.finish(24);
    box.height = set.y + 4;
    return box;
}

} // namespace

Box box_of(const Node& node, const TextMeter& meter) {
    switch (node.kind) {
        case NodeKind::nation:
            return node.members.size() == 1 ? nation_box(node, meter) : group_box(node, meter);
        case NodeKind::hub:
            return hub_box(node, meter);
        case NodeKind::threat:
            return threat_box(node, meter);
        case NodeKind::label:
            return label_box(node, meter);
        case NodeKind::thing:
            break;
    }
    return thing_box(node, meter);
}

std::string initials_of(std::string_view name) {
    std::string out;
    bool start = true;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < name.size() && letters < 2;) {
        const auto c = static_cast<unsigned char>(name[at]);
        const std::size_t length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        const bool separator = c == ' ' || c == '-' || c == '(' || c == '.' || c == ',';
        if (!separator && start && (c >= 0x80 || (c >= 'A' && c <= 'Z'))) {
            out.append(name.substr(at, length));
            ++letters;
        }
        start = separator;
        at += length;
    }
    return out;
}

} // namespace entente::diagram
