// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

namespace entente::diagram {

/// Colours of the picture. The hubs' colours follow Okabe and Ito's palette for the colour-blind
/// (jfly.uni-koeln.de/color), without its yellow (too light on white) and its vermilion (too near
/// to the red that is kept for threats), with a darker green that white type can be read on, and go
/// on with shades that differ in lightness, so that neighbours can still be told apart in grey.
namespace color {
constexpr std::array<std::string_view, 12> hubs = {"#0072b2", "#e69f00", "#00805e", "#7a4ea3",
                                                   "#56b4e9", "#7f6000", "#cc79a7", "#1d3a6e",
                                                   "#44aa99", "#5b5b5b", "#b08d57", "#332288"};

constexpr std::string_view ink = "#1a1a1a";
constexpr std::string_view grey = "#5f6368";
constexpr std::string_view faint = "#c3cad3";
constexpr std::string_view paper = "#ffffff";
constexpr std::string_view nation_fill = "#fbfcfe";
constexpr std::string_view nation_line = "#a9b7c8";
constexpr std::string_view thing_fill = "#f2f0ea";
constexpr std::string_view thing_line = "#a39e8e";
constexpr std::string_view threat = "#b3261e";
constexpr std::string_view threat_dark = "#8a1f1f";
constexpr std::string_view threat_fill = "#fdecea";
constexpr std::string_view conflict = threat;
constexpr std::string_view cooperation = "#2b5c8a";
constexpr std::string_view mixed = "#7b3f8c";
constexpr std::string_view neutral = "#7d838c";
} // namespace color

/// White or nearly black, whichever stands out more on `background` (`#rrggbb`).
std::string_view text_on(std::string_view background);

} // namespace entente::diagram
