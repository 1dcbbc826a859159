// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente {

/// Whether two texts are the same. For short ones that nearly always are, such as keys and names
/// found by their hash: comparing them in words takes less time than calling memcmp does.
inline bool quick_equal(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    const auto same = [&]<class Word>(std::size_t at, Word) {
        Word x, y;
        std::memcpy(&x, a.data() + at, sizeof x);
        std::memcpy(&y, b.data() + at, sizeof y);
        return x == y;
    };
    const std::size_t size = a.size();
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8)
            if (!same(at, std::uint64_t{})) return false;
        return same(size - 8, std::uint64_t{}); // may overlap the one before
    }
    if (size >= 4) return same(0, std::uint32_t{}) && same(size - 4, std::uint32_t{});
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return false;
    return true;
}

} // namespace entente
