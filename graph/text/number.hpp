// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <string_view>
#include <system_error>

namespace entente {

/// Reads a number that is all of the text.
template <class Number>
bool read_number(std::string_view text, Number& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

} // namespace entente
