// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace entente {

/// `#1b7f5c`: a number sign and six hexadecimal digits.
constexpr bool is_color(std::string_view text) {
    return text.size() == 7 && text.front() == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

} // namespace entente
