// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace entente::diagram {

/// The SVG as a PNG of `width` by `height` pixels; empty if the SVG cannot be drawn.
std::string raster(std::string_view svg, int width, int height);

/// The picture in other carriers, drawn by librsvg from the very same SVG: one picture, three
/// forms. std::runtime_error says what went wrong.
std::string to_png(std::string_view svg, double width, double height, double scale);
/// One page of the picture's size, text as text, links kept, no date of making.
std::string to_pdf(std::string_view svg, const std::string& title, double width, double height);

std::string base64(std::string_view bytes);

} // namespace entente::diagram
