// SPDX-License-Identifier: BSL-1.0
#include "graph/language/value.hpp"

#include "graph/text/ascii.hpp"

namespace entente {

bool is_json_number(std::string_view text) {
    std::size_t i = 0;
    const auto digits = [&] {
        const std::size_t from = i;
        while (i < text.size() && ascii::is_digit(text[i]))
            ++i;
        return i - from;
    };
    if (i < text.size() && text[i] == '-') ++i;
    const bool zero = i < text.size() && text[i] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (digits() == 0) return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
        if (digits() == 0) return false;
    }
    return i == text.size();
}

} // namespace entente
