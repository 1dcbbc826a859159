// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/draw/canvas.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "exporters/drawing/flags/flags.hpp"
#include "exporters/drawing/palette.hpp"
#include "exporters/drawing/web_address.hpp"
#include "exporters/writing/text/markup.hpp"
#include "graph/text/ascii.hpp"
#include "graph/text/bytes.hpp"

namespace entente::diagram {

namespace {

/// A tenth of a pixel is finer than any printer.
void append(std::string& out, double value) {
    std::array<char, 32> digits{};
    auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                             std::chars_format::fixed, 1)
                   .ptr;
    std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    if (text.ends_with(".0")) text.remove_suffix(2);
    out += text == "-0" ? "0" : text;
}

void attribute(std::string& out, std::string_view name, double value) {
    out.append(" ").append(name).append("=\"");
    append(out, value);
    out += '"';
}

void attribute(std::string& out, std::string_view name, std::string_view value) {
    out.append(" ").append(name).append("=\"").append(value).append("\"");
}

/// What stands for the character in SVG; empty if it may stand itself. XML has no place for control
/// characters, not even escaped; a graph holds none but tab and line feed, and this makes sure.
std::string_view instead_of(char c) {
    if (c == '\'') return "&#39;";
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    return control ? " " : markup_entity(c);
}

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_noncharacter(text, i)) {
            out += bytes::replacement;
            i += 2;
        } else if (const std::string_view escape = instead_of(text[i]); !escape.empty()) {
            out += escape;
        } else {
            out += text[i];
        }
    }
}

void append(std::string& out, const Stroke& stroke) {
    attribute(out, "fill", stroke.fill);
    if (stroke.line == "none") return;
    attribute(out, "stroke", stroke.line);
    if (stroke.width != 1) attribute(out, "stroke-width", stroke.width);
    if (stroke.certainty == Certainty::planned) attribute(out, "stroke-dasharray", "7 4.5");
    if (stroke.certainty == Certainty::possible) {
        attribute(out, "stroke-dasharray", "0.1 5");
        attribute(out, "stroke-linecap", "round");
    }
}

void append(std::string& out, Point p) {
    append(out, p.x);
    out += ' ';
    append(out, p.y);
}

} // namespace

void Canvas::open(std::string_view tooltip, std::string_view href) {
    const bool link = is_web_address(href);
    if (link) {
        body_ += "<a xlink:href=\"";
        append_escaped(body_, href);
        body_ += "\" target=\"_blank\">";
    } else {
        body_ += "<g>";
    }
    if (!tooltip.empty()) {
        body_ += "<title>";
        append_escaped(body_, tooltip);
        body_ += "</title>";
    }
    links_.push_back(link);
}

void Canvas::close() {
    body_ += links_.back() ? "</a>\n" : "</g>\n";
    links_.pop_back();
}

void Canvas::rectangle(double x, double y, double width, double height, const Stroke& stroke) {
    body_ += "<rect";
    attribute(body_, "x", x);
    attribute(body_, "y", y);
    attribute(body_, "width", width);
    attribute(body_, "height", height);
    if (stroke.corner > 0) attribute(body_, "rx", stroke.corner);
    append(body_, stroke);
    body_ += "/>";
}

void Canvas::curve(const std::vector<Point>& path, const Stroke& stroke) {
    if (path.size() < 2) return;
    body_ += "<path d=\"M";
    append(body_, path[0]);
    body_ += path.size() == 2 ? "L" : "C";
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (i > 1) body_ += ' ';
        append(body_, path[i]);
    }
    body_ += '"';
    append(body_, stroke);
    body_ += "/>";
}

void Canvas::polygon(const std::vector<Point>& points, std::string_view fill) {
    body_ += "<polygon points=\"";
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0) body_ += ' ';
        append(body_, points[i]);
    }
    body_ += '"';
    attribute(body_, "fill", fill);
    body_ += "/>";
}

void Canvas::circle(Point centre, double radius, const Stroke& stroke) {
    body_ += "<circle";
    attribute(body_, "cx", centre.x);
    attribute(body_, "cy", centre.y);
    attribute(body_, "r", radius);
    append(body_, stroke);
    body_ += "/>";
}

void Canvas::text(const Run& run, double dx, double dy) {
    const bool tip = !run.tooltip.empty();
    if (tip) open(run.tooltip);
    body_ += "<text";
    attribute(body_, "x", run.x + dx);
    attribute(body_, "y", run.y + dy);
    attribute(body_, "font-size", run.type.size);
    if (run.type.bold) attribute(body_, "font-weight", "bold");
    if (run.type.middle) attribute(body_, "text-anchor", "middle");
    attribute(body_, "fill", run.type.color);
    body_ += '>';
    append_escaped(body_, run.text);
    body_ += "</text>";
    if (tip) close();
}

void Canvas::flag(const FlagMark& mark, double dx, double dy) {
    const double x = mark.x + dx, y = mark.y + dy;
    if (!mark.iso2.empty()) {
        const std::string code = ascii::lower(mark.iso2);
        flags_.insert(code);
        body_ += "<use xlink:href=\"#flag-" + code + '"';
        attribute(body_, "x", x);
        attribute(body_, "y", y);
        attribute(body_, "width", FlagMark::width);
        attribute(body_, "height", FlagMark::height);
        body_ += "/>";
    }
    rectangle(x, y, FlagMark::width, FlagMark::height,
              {mark.iso2.empty() ? std::string_view("#e6e9ee") : std::string_view("none"),
               mark.iso2.empty() ? std::string_view("#b9c0c9") : std::string_view("#9aa3ad"), 0.5,
               Certainty::plain, 1});
    if (mark.iso2.empty())
        text({mark.x + FlagMark::width / 2,
              mark.y + FlagMark::height / 2 + 3.4,
              {9.5, color::grey, true, true},
              isolated(mark.initials)},
             dx, dy);
}

void Canvas::inside(const Box& box, double x, double y) {
    for (const FlagMark& mark : box.flags)
        flag(mark, x, y);
    for (const Run& run : box.runs)
        text(run, x, y);
}

std::string Canvas::document(double width, double height, const Scene& scene) const {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "
        "xmlns=\"http://www.w3.org/2000/svg\" "
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    attribute(out, "width", width);
    attribute(out, "height", height);
    out += " viewBox=\"0 0 ";
    append(out, {width, height});
    out += "\" role=\"img\" aria-labelledby=\"title description\" xml:lang=\"";
    append_escaped(out, scene.language);
    out.append("\" font-family=\"").append(font_stack).append("\">\n<title id=\"title\">");
    append_escaped(out, scene.title);
    out += "</title>\n<desc id=\"description\">";
    append_escaped(out, scene.description);
    out += "</desc>\n";
    if (!flags_.empty()) out += "<defs>\n";
    for (const std::string& code : flags_) {
        const auto art = flag_art(code);
        if (!art) continue; // asked for only where has_flag() holds
        out += "<symbol id=\"flag-" + code + "\" viewBox=\"0 0 ";
        append(out, {art->width, art->height});
        out += "\" preserveAspectRatio=\"none\">" + art->svg + "</symbol>\n";
    }
    if (!flags_.empty()) out += "</defs>\n";
    out += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    return out + body_ + "</svg>\n";
}

} // namespace entente::diagram
