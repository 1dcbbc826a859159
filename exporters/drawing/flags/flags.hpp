// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string_view>

#include "exporters/drawing/flags/clean_svg.hpp"

namespace entente::diagram {

/// Where the flags are: the Debian package iso-flags-svg, unless the build says otherwise.
std::string_view flag_folder();

/// Whether there is a flag for this ISO 3166-1 alpha-2 code.
bool has_flag(std::string_view iso2);

/// Nothing if there is no such flag, or it is no drawing that we can take apart.
std::optional<FlagArt> flag_art(std::string_view iso2);

} // namespace entente::diagram
