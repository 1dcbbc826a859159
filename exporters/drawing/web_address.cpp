// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/web_address.hpp"

#include "graph/text/ascii.hpp"

namespace entente::diagram {

bool is_web_address(std::string_view url) {
    const std::string scheme = ascii::lower(url.substr(0, 8));
    return scheme.starts_with("http://") || scheme.starts_with("https://");
}

} // namespace entente::diagram
