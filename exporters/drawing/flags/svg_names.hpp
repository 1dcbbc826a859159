// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace entente::diagram {

/// The elements of SVG 1.1 that draw, and the attributes that say how. Nothing that runs, loads or
/// leads anywhere.
bool is_drawing_element(std::string_view name);
bool is_drawing_attribute(std::string_view name);

/// Whether the attribute's value is made of lengths, places and the like.
bool holds_numbers(std::string_view attribute);

} // namespace entente::diagram
