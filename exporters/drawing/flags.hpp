// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace entente::diagram {

/// Where the flags are: the Debian package iso-flags-svg, unless the build says otherwise.
std::string_view flag_folder();

/// Whether there is a flag for this ISO 3166-1 alpha-2 code.
bool has_flag(std::string_view iso2);

/// A flag's drawing as SVG content that can stand inside another SVG: no prologue, no metadata,
/// every id prefixed, numbers no finer than print can show. Its own size is `width` by `height`.
struct FlagArt {
    double width = 640, height = 480;
    std::string svg;
};

/// Nothing if there is no such flag, or it is no drawing that we can take apart.
std::optional<FlagArt> flag_art(std::string_view iso2);

/// The inner part of an SVG file, cleaned as described at FlagArt; ids begin with `prefix`.
std::optional<FlagArt> clean_svg(std::string_view file, std::string_view prefix);

} // namespace entente::diagram
