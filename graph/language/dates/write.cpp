// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdlib>

#include "graph/language/dates/date.hpp"

namespace entente {

namespace {

void append_padded(std::string& out, int number, int width) {
    const std::string digits = std::to_string(number);
    out.append(static_cast<std::size_t>(width) > digits.size()
                   ? static_cast<std::size_t>(width) - digits.size()
                   : 0,
               '0');
    out += digits;
}

/// `2023-06-01`, which most dates are.
void append_day(std::string& out, int year, int month, int day) {
    const auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
    const std::array<char, 10> text = {digit(year / 1000),
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

void append_year(std::string& out, int year) {
    if (year < 0) out += '-';
    append_padded(out, std::abs(year), 4);
}

/// `T09:30:00Z`, with milliseconds if there are any.
void append_time(std::string& out, int milliseconds) {
    out += 'T';
    append_padded(out, milliseconds / 3'600'000, 2);
    out += ':';
    append_padded(out, milliseconds / 60'000 % 60, 2);
    out += ':';
    append_padded(out, milliseconds / 1000 % 60, 2);
    if (milliseconds % 1000) out += '.', append_padded(out, milliseconds % 1000, 3);
    out += 'Z';
}

} // namespace

void Date::append_to(std::string& out) const {
    if (precision() == Precision::day && year() >= 0 && !uncertain() && !approximate())
        return append_day(out, year(), month(), day());
    switch (precision()) {
        case Precision::unknown:
            return;
        case Precision::open:
            out += "..";
            return;
        case Precision::century:
        case Precision::decade: {
            const bool century = precision() == Precision::century;
            if (year() < 0) out += '-';
            append_padded(out, std::abs(year()) / (century ? 100 : 10), century ? 2 : 3);
            out += century ? "XX" : "X";
            break;
        }
        case Precision::year:
        case Precision::month:
        case Precision::day:
        case Precision::second:
            append_year(out, year());
            if (month()) out += '-', append_padded(out, month(), 2);
            if (day()) out += '-', append_padded(out, day(), 2);
            break;
    }
    if (precision() == Precision::second) append_time(out, field(time_shift, 27));
    if (uncertain() && approximate())
        out += '%';
    else if (uncertain())
        out += '?';
    else if (approximate())
        out += '~';
}

std::string Date::text() const {
    std::string out;
    append_to(out);
    return out;
}

std::string describe(Date date) {
    static constexpr std::array months = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
    if (!date.dated()) return date.is_open() ? "open" : "";
    std::string out;
    if (date.approximate()) out += "about ";
    if (date.precision() < Date::Precision::year) {
        out += std::to_string(date.year()) + "s";
    } else {
        if (date.day()) out += std::to_string(date.day()) + " ";
        if (date.month())
            out += std::string(months[static_cast<std::size_t>(date.month() - 1)]) + " ";
        out +=
            date.year() < 0 ? std::to_string(1 - date.year()) + " BC" : std::to_string(date.year());
    }
    if (date.uncertain()) out += "?";
    return out;
}

std::string describe(const Period& period) {
    const std::string from = describe(period.from);
    const std::string to = describe(period.to);
    if (period.from.dated() && period.to.dated()) return from == to ? from : from + " – " + to;
    if (period.from.dated()) return "since " + from;
    if (period.to.dated()) return "until " + to;
    return "";
}

} // namespace entente
