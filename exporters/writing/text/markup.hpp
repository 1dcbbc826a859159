// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// What stands for a character that means something in XML and HTML, also in double quotes:
/// `&amp;`. Empty for any other.
constexpr std::string_view markup_entity(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return {};
    }
}

/// Whether U+FFFE or U+FFFF, which XML forbids, begins at `at`: EF BF BE and EF BF BF.
constexpr bool is_noncharacter(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at] == '\xEF' && text[at + 1] == '\xBF' &&
           (text[at + 2] == '\xBE' || text[at + 2] == '\xBF');
}

} // namespace entente
