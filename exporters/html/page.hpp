// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string_view>

namespace entente::html {

/// The page around the data, put together from exporters/html/page/ and Cytoscape.js at build time
/// (embed.cmake). Each part is a list of pieces, because compilers limit the length of a literal.
struct Page {
    std::span<const std::string_view> until_title, until_data, rest;
};

extern const Page page; // in the generated file

} // namespace entente::html
