// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include "graph/text/ascii.hpp"

namespace entente {

/// `jsonl` of `talks/Facts.JSONL`; empty if the name has no dot.
inline std::string extension_of(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1); // npos + 1 is 0
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : ascii::lower(name.substr(dot + 1));
}

} // namespace entente
