// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace entente {

/// The usual numbers, which the writers of claims write millions of, without the general way's
/// detours. The text is the general way's, to the byte.

/// A number from 0.001 to 1 with at most six decimals, which is what a confidence usually is, in
/// the shortest form that reads back as the same. Appends nothing and returns false for any other.
inline bool append_usual_fraction(std::string& out, double number) {
    constexpr double most = 1e6;
    if (!(number >= 0.001 && number <= 1)) return false;
    auto millionths =
        static_cast<std::uint32_t>(number * most + 0.5); // NOLINT(bugprone-incorrect-roundings)
    // Equal: then these digits read back as it, and no others of up to fifteen digits do.
    if (static_cast<double>(millionths) / most != number) return false;
    if (millionths == 1'000'000) {
        out += '1';
        return true;
    }
    std::array<char, 8> digits{'0', '.', '0', '0', '0', '0', '0', '0'};
    std::size_t size = 2;
    for (std::size_t at = 7; at >= 2; --at, millionths /= 10) {
        digits[at] = static_cast<char>('0' + millionths % 10);
        if (size == 2 && digits[at] != '0') size = at + 1;
    }
    out.append(digits.data(), size);
    return true;
}

} // namespace entente
