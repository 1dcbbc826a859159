// SPDX-License-Identifier: BSL-1.0
#include "graph/language/dates/date.hpp"

#include <limits>

#include "graph/language/dates/calendar.hpp"

namespace entente {

std::int32_t Date::first_day() const {
    if (!dated()) return std::numeric_limits<std::int32_t>::min();
    return day_number(year(), month() ? month() : 1, day() ? day() : 1);
}

std::int32_t Date::last_day() const {
    if (!dated()) return std::numeric_limits<std::int32_t>::max();
    int year = this->year();
    if (precision() == Precision::century) year += 99;
    if (precision() == Precision::decade) year += 9;
    const int last_month = month() ? month() : 12;
    return day_number(year, last_month, day() ? day() : last_day_of(year, last_month));
}

bool Period::may_include(Date date) const {
    return may_overlap({date, date});
}

bool Period::may_overlap(const Period& other) const {
    return from.first_day() <= other.to.last_day() && other.from.first_day() <= to.last_day();
}

bool Period::reversed() const {
    return from.dated() && to.dated() && to.last_day() < from.first_day();
}

} // namespace entente
