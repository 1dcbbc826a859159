// SPDX-License-Identifier: BSL-1.0
#include "graph/text/iri.hpp"

#include "graph/text/ascii.hpp"

namespace entente {

bool is_web_iri(std::string_view text) {
    const std::size_t colon = text.find("://");
    if (colon == std::string_view::npos || colon == 0 || colon + 3 == text.size()) return false;
    const char first = text[0];
    if (!ascii::is_letter(first)) return false;
    for (const char c : text.substr(0, colon))
        if (!ascii::is_letter_or_digit(c) && c != '+' && c != '-' && c != '.') return false;
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
            std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos)
            return false;
    for (std::size_t i = text.find('%'); i != std::string_view::npos; i = text.find('%', i + 1)) {
        const auto is_hex = [&](std::size_t at) {
            return at < text.size() && std::string_view("0123456789abcdefABCDEF").find(text[at]) !=
                                           std::string_view::npos;
        };
        if (!is_hex(i + 1) || !is_hex(i + 2)) return false;
    }
    return true;
}

} // namespace entente
