// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/diagram/scene/scene.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

/// How text is set. The colour belongs to the palette or to the scene.
struct Type {
    double size = 12;
    std::string_view color;
    bool bold = false;
    bool middle = false; ///< about its place, which else is where it begins
};

/// A piece of text; `y` is its base line.
struct Run {
    double x = 0, y = 0;
    Type type;
    std::string text;
    std::string tooltip = {};
};

/// A flag, or the initials that stand for a nation without one.
struct FlagMark {
    double x = 0, y = 0;
    std::string iso2;
    std::string initials;
    static constexpr double width = 24, height = 18;
};

/// The inside of a node or of any other box, relative to its upper left corner.
struct Box {
    double width = 0, height = 0;
    std::vector<Run> runs;
    std::vector<FlagMark> flags;
};

/// Sizes of type, in pixels of the picture.
namespace type_size {
constexpr double title = 24, subtitle = 13, name = 13, member = 12, small = 10.5, label = 10.5;
} // namespace type_size

/// Lays out what stands inside a node.
Box box_of(const Node& node, const TextMeter& meter);

/// Lays out a list: title, rows, and how many more there are; at most `width` wide.
Box box_of(const Panel& panel, const TextMeter& meter, double width);

/// The first letters of a name's first words: `AH` for Austria-Hungary.
std::string initials_of(std::string_view name);

} // namespace entente::diagram
