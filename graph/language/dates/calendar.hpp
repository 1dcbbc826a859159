// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <cstdint>

namespace entente {

/// The day in days since 1970-01-01, in the proleptic Gregorian calendar.
inline std::int32_t day_number(int year, int month, int day) {
    using namespace std::chrono;
    const sys_days days = std::chrono::year{year} /
                          std::chrono::month(static_cast<unsigned>(month)) /
                          std::chrono::day(static_cast<unsigned>(day));
    return static_cast<std::int32_t>(days.time_since_epoch().count());
}

/// 28 to 31.
inline int last_day_of(int year, int month) {
    using namespace std::chrono;
    const year_month_day_last last{std::chrono::year{year} /
                                   std::chrono::month(static_cast<unsigned>(month)) /
                                   std::chrono::last};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

} // namespace entente
