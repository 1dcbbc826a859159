// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string_view>

namespace entente {

/// Calls `f(word)` for each word of a list whose words are separated by spaces.
template <class F>
void for_each_word(std::string_view list, F f) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (end > 0) f(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

/// Whether it is one of the words.
inline bool has_word(std::string_view list, std::string_view wanted) {
    bool found = false;
    for_each_word(list, [&](std::string_view word) { found = found || word == wanted; });
    return found;
}

} // namespace entente
