// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "graph/date.hpp"

namespace entente {

/// The usual numbers and dates, which the writers of claims write millions of, without the general
/// way's detours. The text is the general way's, to the byte.

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

/// Date::append_to, quick for a plain day.
inline void append_date(std::string& out, Date date) {
    const int year = date.year();
    if (date.precision() != Date::Precision::day || date.uncertain() || date.approximate() ||
        year < 0) {
        date.append_to(out);
        return;
    }
    const auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
    const int month = date.month(), day = date.day();
    const std::array<char, 10> text{digit(year / 1000),
                                    digit(year / 100),
                                    digit(year / 10),
                                    digit(year),
                                    '-',
                                    digit(month / 10),
                                    digit(month),
                                    '-',
                                    digit(day / 10),
                                    digit(day)};
    out.append(text.data(), text.size());
}

} // namespace entente
