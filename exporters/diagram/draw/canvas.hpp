// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/diagram/place/boxes.hpp"
#include "exporters/diagram/place/layout.hpp"

namespace entente::diagram {

/// How a shape is filled and outlined.
struct Stroke {
    std::string_view fill = "none";
    std::string_view line = "none";
    double width = 1;
    Certainty certainty = Certainty::plain;
    double corner = 0; ///< radius of a rectangle's corners
};

/// Writes SVG. Everything that is text passes through here, is escaped here, and nowhere else; so
/// is every address: only http and https get through.
class Canvas {
  public:
    /// Opens a group: what is in it shows `tooltip` and leads to `href`, if there are any.
    void open(std::string_view tooltip, std::string_view href = {});
    void close();

    void rectangle(double x, double y, double width, double height, const Stroke& stroke);
    void curve(const std::vector<Point>& path, const Stroke& stroke);
    void polygon(const std::vector<Point>& points, std::string_view fill);
    void circle(Point centre, double radius, const Stroke& stroke);
    void text(const Run& run, double dx = 0, double dy = 0);
    void flag(const FlagMark& mark, double dx = 0, double dy = 0);
    /// The inside of a box.
    void inside(const Box& box, double x, double y);

    /// The whole document.
    [[nodiscard]] std::string document(double width, double height, const Scene& scene) const;

  private:
    std::string body_;
    std::set<std::string> flags_;
    std::vector<bool> links_; ///< of the open groups: whether it is a link
};

} // namespace entente::diagram
