// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace entente::diagram {

struct SvgAttribute {
    std::string_view name, value; ///< `xlink:href` is called `href`
};

struct SvgElement {
    std::string_view name;
    std::vector<SvgAttribute> attributes;
};

/// What is to be done with the elements of a file, in its order. The views hold during the call.
struct SvgElementSink {
    std::function<void(const SvgElement&)> open;
    /// `empty`: it was written as `<name/>`.
    std::function<void(std::string_view name, bool empty)> close;
};

/// False if the file is not well-formed; until then all elements have been told.
bool read_svg(std::string_view file, const SvgElementSink& sink);

} // namespace entente::diagram
