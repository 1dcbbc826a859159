// SPDX-License-Identifier: BSL-1.0
#include <cstdlib>

#include "graph/language/dates/calendar.hpp"
#include "graph/language/dates/date.hpp"

namespace entente {

namespace {

constexpr int last_year = 9999;
constexpr std::int32_t milliseconds_a_day = 86'400'000;

/// Reads from the front of a text; every step fails by returning false or nothing.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    [[nodiscard]] bool done() const { return text_.empty(); }

    bool take(char c) {
        if (text_.empty() || text_.front() != c) return false;
        text_.remove_prefix(1);
        return true;
    }

    std::optional<int> digits(std::size_t count) {
        if (text_.size() < count) return std::nullopt;
        int number = 0;
        for (const char c : text_.substr(0, count)) {
            if (c < '0' || c > '9') return std::nullopt;
            number = number * 10 + (c - '0');
        }
        text_.remove_prefix(count);
        return number;
    }

    std::string_view& rest() { return text_; }

  private:
    std::string_view text_;
};

struct Clock {
    std::int32_t milliseconds = 0;
    int offset_minutes = 0;
};

std::optional<int> zone(Scanner& in) {
    if (in.done() || in.take('Z')) return 0;
    const int sign = in.take('-') ? -1 : 1;
    if (sign > 0 && !in.take('+')) return std::nullopt;
    const auto hours = in.digits(2);
    if (!hours || *hours > 14) return std::nullopt;
    in.take(':');
    const auto minutes = in.done() ? std::optional(0) : in.digits(2);
    if (!minutes || *minutes > 59) return std::nullopt;
    return sign * (*hours * 60 + *minutes);
}

/// `.25`, in milliseconds; more than three digits say no more. 0 if there is no point.
std::optional<int> fraction(Scanner& in) {
    if (!in.take('.')) return 0;
    int milliseconds = 0, scale = 100;
    bool any = false;
    while (const auto digit = in.digits(1)) {
        milliseconds += *digit * scale;
        scale /= 10;
        any = true;
    }
    return any ? std::optional(milliseconds) : std::nullopt;
}

std::optional<Clock> clock(Scanner& in) {
    const auto hour = in.digits(2);
    if (!hour || *hour > 23 || !in.take(':')) return std::nullopt;
    const auto minute = in.digits(2);
    if (!minute || *minute > 59) return std::nullopt;
    std::optional<int> second = 0, milliseconds = 0;
    if (in.take(':')) {
        second = in.digits(2);
        if (!second || *second > 59) return std::nullopt;
        milliseconds = fraction(in);
        if (!milliseconds) return std::nullopt;
    }
    const auto offset = zone(in);
    if (!offset || !in.done()) return std::nullopt;
    return Clock{((*hour * 60 + *minute) * 60 + *second) * 1000 + *milliseconds, *offset};
}

/// Moves an instant with an offset to UTC, across midnight if need be; that may be a year which
/// cannot be written.
Date to_utc(int year, int month, int day, Clock clock) {
    using namespace std::chrono;
    std::int64_t ms = clock.milliseconds - std::int64_t{clock.offset_minutes} * 60'000;
    std::int32_t days = day_number(year, month, day);
    if (ms < 0) --days, ms += milliseconds_a_day;
    if (ms >= milliseconds_a_day) ++days, ms -= milliseconds_a_day;
    const year_month_day moved{sys_days{std::chrono::days{days}}};
    return Date::at(
        static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
        static_cast<int>(static_cast<unsigned>(moved.day())), static_cast<std::int32_t>(ms));
}

std::optional<Date> parse_any_year(std::string_view text, Date::Precision& coarse) {
    Scanner in(text);
    const int sign = in.take('-') ? -1 : 1;
    if (in.rest().size() == 4 && in.rest()[3] == 'X') {
        const bool century = in.rest()[2] == 'X';
        const auto digits = in.digits(century ? 2 : 3);
        if (!digits) return std::nullopt;
        coarse = century ? Date::Precision::century : Date::Precision::decade;
        return Date::of(sign * *digits * (century ? 100 : 10));
    }
    const auto year = in.digits(4);
    if (!year) return std::nullopt;
    const int signed_year = sign * *year;
    if (in.done()) return Date::of(signed_year);
    if (!in.take('-')) return std::nullopt;
    const auto month = in.digits(2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    if (in.done()) return Date::of(signed_year, *month);
    if (!in.take('-')) return std::nullopt;
    const auto day = in.digits(2);
    if (!day || *day < 1 || *day > last_day_of(signed_year, *month)) return std::nullopt;
    if (in.done()) return Date::of(signed_year, *month, *day);
    if (!in.take('T') && !in.take(' ')) return std::nullopt;
    const auto time = clock(in);
    if (!time) return std::nullopt;
    return to_utc(signed_year, *month, *day, *time);
}

bool in_range(Date date) {
    return std::abs(date.year()) <= last_year;
}

std::optional<Date> parse_plain(std::string_view text, Date::Precision& coarse) {
    auto date = parse_any_year(text, coarse);
    if (date && !in_range(*date)) date.reset();
    return date;
}

/// `2023-06-01`, which most dates are; nothing if it is not certainly one.
std::optional<Date> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    unsigned other = 0; // than digits
    const auto digit = [&](std::size_t at) {
        const unsigned value = static_cast<unsigned char>(text[at]) - unsigned{'0'};
        other |= static_cast<unsigned>(value > 9);
        return static_cast<int>(value);
    };
    const int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    const int month = digit(5) * 10 + digit(6), day = digit(8) * 10 + digit(9);
    // Every month has 28 days.
    if (other != 0 || month < 1 || month > 12 || day < 1 || day > 28) return std::nullopt;
    return Date::of(year, month, day);
}

} // namespace

std::optional<Date> Date::parse(std::string_view text) {
    if (text.empty()) return Date();
    if (const auto day = parse_day(text)) return day;
    if (text == "..") return open();
    std::uint64_t flags = 0;
    if (text.back() == '?') flags = uncertain_bit;
    if (text.back() == '~') flags = approximate_bit;
    if (text.back() == '%') flags = uncertain_bit | approximate_bit;
    if (flags) text.remove_suffix(1);
    auto coarse = Precision::unknown;
    auto date = parse_plain(text, coarse);
    if (!date) return date;
    if (coarse != Precision::unknown) {
        date->bits_ &= ~(std::uint64_t{0xF} << precision_shift);
        date->bits_ |= static_cast<std::uint64_t>(coarse) << precision_shift;
    }
    date->bits_ |= flags;
    return date;
}

bool Date::beyond_years(std::string_view text) {
    auto coarse = Precision::unknown;
    while (!text.empty() && std::string_view("?~%").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    const auto date = parse_any_year(text, coarse);
    return date && !in_range(*date);
}

} // namespace entente
