// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/palette.hpp"

#include <cstddef>

namespace entente::diagram {

std::string_view text_on(std::string_view background) {
    // Relative luminance of WCAG 2.1, with a square for its power of 2.4: near enough to choose.
    const auto channel = [&](std::size_t at) {
        const auto digit = [&](std::size_t i) {
            const char c = background[i];
            return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        };
        const double value = (16 * digit(at) + digit(at + 1)) / 255.0;
        return value * value;
    };
    const double light = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    return light > 0.24 ? color::ink : color::paper;
}

} // namespace entente::diagram
