// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente::html {

/// Where the page draws what when it opens. The same bytes on every machine: nothing here is
/// random, and only operations are used whose results IEEE 754 fixes.

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

/// One thing to be placed; sizes in pixels of the page at its natural scale.
struct Body {
    double width = 0, height = 0;
    std::size_t owner = nobody; ///< whose name it is listed under: an official under a nation
    bool hub = false;           ///< those who have no other tie stand around it, not under it
    double side = 0;            ///< -1: drawn to the left, 1: to the right; 0: nowhere
};

struct Tie {
    std::size_t a = 0, b = 0;
    double strength = 1;
};

struct Place {
    double x = 0, y = 0;        ///< the middle of the body
    std::size_t owner = nobody; ///< under whose name it stands in a list; nobody: on its own
};

/// A place for each body; none covers another, but for a few in a crowd of thousands. A body with a
/// single tie becomes a satellite of the one that it is tied to.
std::vector<Place> place(std::span<const Body> bodies, std::span<const Tie> ties);

} // namespace entente::html
