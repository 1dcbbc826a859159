// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/draw/page.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/diagram/draw/canvas.hpp"
#include "exporters/diagram/draw/legend.hpp"
#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

constexpr double margin = 28, least_width = 620;
constexpr double gap_to_lists = 24; // between the picture and its lists

/// The point in the middle of a curve of cubic Bézier pieces.
Point middle_of(const std::vector<Point>& path) {
    const std::size_t pieces = (path.size() - 1) / 3;
    if (pieces == 0)
        return {(path.front().x + path.back().x) / 2, (path.front().y + path.back().y) / 2};
    if (pieces % 2 == 0) return path[pieces / 2 * 3];
    const Point* p = &path[pieces / 2 * 3];
    return {(p[0].x + 3 * p[1].x + 3 * p[2].x + p[3].x) / 8,
            (p[0].y + 3 * p[1].y + 3 * p[2].y + p[3].y) / 8};
}

/// Draws a line and returns its heads: they are drawn when all lines are, so that none covers them.
std::vector<std::vector<Point>> draw_link(Canvas& canvas, const Link& link, std::vector<Point> path,
                                          Point offset) {
    if (path.size() < 2) return {};
    for (Point& p : path)
        p = {p.x + offset.x, p.y + offset.y};
    const double head_size = 6.5 + link.width;
    std::vector<std::vector<Point>> heads;
    const Point middle = middle_of(path);
    if (link.arrow) heads.push_back(take_arrow_head(path, head_size));
    if (link.arrow_back) {
        std::reverse(path.begin(), path.end());
        heads.push_back(take_arrow_head(path, head_size));
        std::reverse(path.begin(), path.end());
    }
    canvas.open(link.tooltip, link.href);
    // A white edge lets a line that passes over another be told from it.
    canvas.curve(path, {"none", color::paper, link.width + 2.4});
    canvas.curve(path, {"none", link.color, link.width, link.certainty, 0});
    if (link.certainty == Certainty::disputed || link.certainty == Certainty::denied)
        draw_mark(canvas, middle, link.certainty);
    canvas.close();
    return heads;
}

Stroke frame_of(const Node& node) {
    const Certainty certainty = node.certainty;
    switch (node.kind) {
        case NodeKind::nation:
            return {color::nation_fill, color::nation_line, 1.2, certainty, 8};
        case NodeKind::threat:
            return {color::threat_fill, color::threat, 1.6, certainty, 0};
        case NodeKind::label:
            return {color::paper, node.color, 0.8, certainty, 7};
        case NodeKind::thing:
            return {color::thing_fill, color::thing_line, 1.1, certainty, 2};
        case NodeKind::hub:
            break;
    }
    return {node.color, node.color, 1.5, certainty, 10};
}

void draw_node(Canvas& canvas, const Node& node, const Box& box, Point centre) {
    const double x = centre.x - box.width / 2, y = centre.y - box.height / 2;
    canvas.open(node.tooltip);
    const Stroke frame = frame_of(node);
    const bool dashed = frame.certainty != Certainty::plain;
    if (node.kind == NodeKind::hub && dashed) {
        // A dashed border does not show on a filled box: set it off with a rim of paper.
        canvas.rectangle(x, y, box.width, box.height,
                         {color::paper, frame.line, 1.6, frame.certainty, 10});
        canvas.rectangle(x + 3, y + 3, box.width - 6, box.height - 6,
                         {frame.fill, "none", 1, Certainty::plain, 8});
    } else {
        canvas.rectangle(x, y, box.width, box.height, frame);
    }
    canvas.inside(box, x, y);
    canvas.close();
}

/// Text under one another, from the upper left corner; returns the height.
double draw_lines(Canvas& canvas, const TextMeter& meter, std::string_view text, const Type& type,
                  Point at, double width) {
    double y = at.y;
    for (const std::string& line : meter.wrap(text, type.size, type.bold, width)) {
        y += type.size * 1.32;
        canvas.text({at.x, y - type.size * 0.3, type, isolated(line)});
    }
    return y - at.y;
}

double draw_citations(Canvas& canvas, const TextMeter& meter, const Scene& scene, Point at,
                      double width) {
    if (scene.citations.empty()) return 0;
    constexpr double size = type_size::small;
    constexpr std::string_view head = "Sources:";
    double x = at.x, y = at.y + size * 1.32;
    canvas.text({x, y - size * 0.3, {size, color::grey, true}, std::string(head)});
    x += meter.width(head, size, true) + 6;
    const auto put = [&](const std::string& text, const std::string& href, bool last) {
        const std::string shown = last ? text : text + ";";
        const double needed = meter.width(shown, size);
        if (x > at.x && x + needed > at.x + width) {
            x = at.x;
            y += size * 1.32;
        }
        canvas.open({}, href);
        canvas.text({x, y - size * 0.3, {size, color::grey}, isolated(shown)});
        canvas.close();
        x += needed + 6;
    };
    for (std::size_t i = 0; i < scene.citations.size(); ++i)
        put(scene.citations[i].text, scene.citations[i].href,
            i + 1 == scene.citations.size() && scene.more_citations == 0);
    if (scene.more_citations > 0)
        put("and " + std::to_string(scene.more_citations) + " more", {}, true);
    return y - at.y;
}

void draw_panel(Canvas& canvas, const Panel& panel, const Box& box, Point at) {
    canvas.rectangle(at.x, at.y, box.width, box.height,
                     {"#f7f8fa", color::faint, 0.8, Certainty::plain, 6});
    canvas.open(panel.title);
    canvas.inside(box, at.x, at.y);
    canvas.close();
}

struct Panels {
    std::vector<Box> boxes;
    std::vector<Point> corners; ///< upper left ones, from that of the first
    bool beside = false;        ///< right of the picture; else under it
    double width = 0, height = 0;
};

/// Lists stand right of a picture that is high, under one that is wide; there each goes to the
/// column that is shortest so far.
Panels arrange(const Scene& scene, const TextMeter& meter, const Layout& layout) {
    constexpr double column = 400, narrowest = 420;
    Panels panels;
    if (scene.panels.empty()) return panels;
    panels.beside = layout.width < layout.height * 1.25 && layout.height > 300;
    const double page = std::max(layout.width, least_width);
    const auto fitting =
        static_cast<std::size_t>((page + gap_to_lists) / (narrowest + gap_to_lists));
    const std::size_t columns =
        panels.beside ? 1 : std::min(scene.panels.size(), std::max<std::size_t>(fitting, 2));
    const double count = static_cast<double>(columns);
    const double width =
        panels.beside ? column : std::min(620.0, (page - gap_to_lists * (count - 1)) / count);
    std::vector<double> heights(columns, 0.0);
    for (const Panel& panel : scene.panels) {
        panels.boxes.push_back(box_of(panel, meter, width));
        const auto shortest = std::min_element(heights.begin(), heights.end());
        if (*shortest > 0) *shortest += gap_to_lists;
        const auto at = static_cast<double>(shortest - heights.begin());
        panels.corners.push_back({at * (width + gap_to_lists), *shortest});
        *shortest += panels.boxes.back().height;
    }
    panels.width = count * width + gap_to_lists * (count - 1);
    panels.height = *std::max_element(heights.begin(), heights.end());
    return panels;
}

/// All that stands below the title, between the margins.
double width_of(const Layout& layout, const Panels& panels) {
    const double width = std::max(layout.width, least_width);
    return panels.beside ? std::max(width, layout.width + gap_to_lists + panels.width)
                         : std::max(width, panels.width);
}

double height_of(const Layout& layout, const Panels& panels) {
    if (panels.boxes.empty()) return layout.height;
    return panels.beside ? std::max(layout.height, panels.height)
                         : layout.height + gap_to_lists + panels.height;
}

/// Title and subtitle; returns where they end.
double draw_title(Canvas& canvas, const TextMeter& meter, const Scene& scene, Point at,
                  double width) {
    double y = at.y;
    y += draw_lines(canvas, meter, scene.title, {type_size::title, color::ink, true}, {at.x, y},
                    width);
    y += draw_lines(canvas, meter, scene.subtitle, {type_size::subtitle, color::grey}, {at.x, y},
                    width);
    return y;
}

/// Lines first, then their heads, then the nodes: none covers what is more important.
void draw_graph(Canvas& canvas, const Scene& scene, const std::vector<Box>& boxes,
                const Layout& layout, Point at) {
    std::vector<std::pair<std::vector<Point>, std::string_view>> heads;
    for (std::size_t i = 0; i < scene.links.size(); ++i)
        for (auto& head : draw_link(canvas, scene.links[i], layout.paths[i], at))
            heads.emplace_back(std::move(head), scene.links[i].color);
    for (const auto& [head, ink] : heads)
        canvas.polygon(head, ink);
    for (std::size_t n = 0; n < scene.nodes.size(); ++n)
        draw_node(canvas, scene.nodes[n], boxes[n],
                  {layout.centres[n].x + at.x, layout.centres[n].y + at.y});
}

void draw_panels(Canvas& canvas, const Scene& scene, const Panels& panels, Point at) {
    for (std::size_t i = 0; i < panels.boxes.size(); ++i)
        draw_panel(canvas, scene.panels[i], panels.boxes[i],
                   {at.x + panels.corners[i].x, at.y + panels.corners[i].y});
}

/// Legend, sources, and what is not drawn; returns where they end.
double draw_foot(Canvas& canvas, const TextMeter& meter, const Scene& scene, Point at,
                 double width) {
    double y = at.y;
    const double legend = draw_legend(canvas, scene.legend, meter, at.x, y, width);
    y += legend + (legend > 0 ? 8 : 0);
    y += draw_citations(canvas, meter, scene, {at.x, y}, width);
    if (!scene.left_out.empty())
        y += draw_lines(canvas, meter, scene.left_out, {type_size::small, color::grey},
                        {at.x, y + 2}, width);
    return y;
}

} // namespace

Picture draw(const Scene& scene, Diagnostics& diagnostics) {
    const TextMeter meter(scene.language);
    std::vector<Box> boxes;
    for (const Node& node : scene.nodes)
        boxes.push_back(box_of(node, meter));
    const Layout layout = lay_out(scene, boxes, diagnostics);
    const Panels panels = arrange(scene, meter, layout);
    const double width = width_of(layout, panels);

    Canvas canvas;
    double y = draw_title(canvas, meter, scene, {margin, margin - 6}, width);
    y += 18;
    const double room = panels.beside ? width - gap_to_lists - panels.width : width;
    draw_graph(canvas, scene, boxes, layout,
               {margin + std::max(0.0, (room - layout.width) / 2), y});
    draw_panels(canvas, scene, panels,
                panels.beside ? Point{margin + width - panels.width, y}
                              : Point{margin, y + layout.height + gap_to_lists});
    y += height_of(layout, panels);
    y += 20;
    y = draw_foot(canvas, meter, scene, {margin, y}, width);
    y += margin - 8;
    const double full_width = std::ceil(width + 2 * margin), full_height = std::ceil(y);
    return {canvas.document(full_width, full_height, scene), full_width, full_height};
}

} // namespace entente::diagram
