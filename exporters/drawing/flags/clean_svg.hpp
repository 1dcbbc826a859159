// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::diagram {

/// A flag's drawing as SVG content that can stand inside another SVG: no prologue, no metadata,
/// every id prefixed, numbers no finer than print can show. Its own size is `width` by `height`.
struct FlagArt {
    double width = 640, height = 480;
    std::string svg;
};

/// The inner part of an SVG file, cleaned; ids begin with `prefix`. Nothing if it is no XML, or
/// holds what is no drawing.
std::optional<FlagArt> clean_svg(std::string_view file, std::string_view prefix);

} // namespace entente::diagram
