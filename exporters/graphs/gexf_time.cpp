// SPDX-License-Identifier: BSL-1.0
#include "exporters/graphs/gexf_time.hpp"

#include <algorithm>
#include <chrono>

namespace entente {

namespace {

using std::chrono::year_month_day;

year_month_day day_of(std::int32_t days) {
    return std::chrono::sys_days{std::chrono::days{days}};
}

/// XML Schema 1.0, which readers follow, has no year 0 and counts the years before it otherwise.
bool before_year_1(Date date) {
    return date.dated() && day_of(date.first_day()).year() < std::chrono::year{1};
}

void append_padded(std::string& out, unsigned number, std::size_t width) {
    const std::string digits = std::to_string(number);
    out.append(width - std::min(width, digits.size()), '0') += digits;
}

std::string text_of(std::int32_t days) {
    const year_month_day day = day_of(days);
    std::string out;
    append_padded(out, static_cast<unsigned>(static_cast<int>(day.year())), 4);
    out += '-';
    append_padded(out, static_cast<unsigned>(day.month()), 2);
    out += '-';
    append_padded(out, static_cast<unsigned>(day.day()), 2);
    return out;
}

} // namespace

GexfTime::Span GexfTime::span_of(const Period& period) {
    Span span;
    if (period.reversed()) return span;
    if (period.from.dated() && !before_year_1(period.from))
        span.start = text_of(period.from.first_day());
    if (period.to.dated() && !before_year_1(period.to)) span.end = text_of(period.to.last_day());
    return span;
}

void GexfTime::look(Date date, std::string_view place) {
    if (!date.dated()) return;
    if (before_year_1(date)) {
        before_year_1_.add(place);
        return;
    }
    if (date.precision() == Date::Precision::second) times_.add(place);
    if (date.precision() < Date::Precision::year || date.uncertain() || date.approximate())
        vague_.add(place);
}

void GexfTime::append(std::string& out, const Period& period, std::string_view place) {
    if (period.reversed()) {
        reversed_.add(place);
        return;
    }
    look(period.from, place);
    look(period.to, place);
    const Span span = span_of(period);
    if (!span.start.empty()) out += " start=\"" + span.start + '"';
    if (!span.end.empty()) out += " end=\"" + span.end + '"';
}

void GexfTime::report(Losses& losses) const {
    losses.add(Code::approximated, reversed_,
               "periods that end before they begin are not on the timeline; kg_from and kg_to have "
               "them");
    losses.add(Code::approximated, before_year_1_,
               "dates before the year 1 are not on the timeline; kg_from and kg_to have them");
    losses.add(Code::approximated, times_,
               "times of day are only whole days on the timeline; kg_from and kg_to have them");
    losses.add(Code::approximated, vague_,
               "uncertain dates, decades and centuries are plain days on the timeline; kg_from "
               "and kg_to have them");
}

} // namespace entente
