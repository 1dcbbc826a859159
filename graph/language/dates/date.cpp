// SPDX-License-Identifier: BSL-1.0
#include "graph/language/dates/date.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <limits>

namespace entente {

namespace {

// From the high end: year (biased), month, day, milliseconds of the day, precision, qualifiers. The
// integer order of the packed word is then the chronological order of first days.
constexpr int year_shift = 48;
constexpr int month_shift = 44;
constexpr int day_shift = 39;
constexpr int time_shift = 12;
constexpr int precision_shift = 8;
constexpr int year_bias = 32768;
constexpr std::uint64_t uncertain_bit = 1;
constexpr std::uint64_t approximate_bit = 2;
constexpr std::int32_t milliseconds_a_day = 86'400'000;

std::uint64_t pack(Date::Precision precision, int year, int month, int day, std::int32_t ms) {
    return static_cast<std::uint64_t>(year + year_bias) << year_shift |
           static_cast<std::uint64_t>(month) << month_shift |
           static_cast<std::uint64_t>(day) << day_shift |
           static_cast<std::uint64_t>(ms) << time_shift |
           static_cast<std::uint64_t>(precision) << precision_shift;
}

int field(std::uint64_t bits, int shift, int width) {
    return static_cast<int>(bits >> shift & ((std::uint64_t{1} << width) - 1));
}

std::int32_t day_number(int year, int month, int day) {
    using namespace std::chrono;
    const sys_days days = std::chrono::year{year} /
                          std::chrono::month(static_cast<unsigned>(month)) /
                          std::chrono::day(static_cast<unsigned>(day));
    return static_cast<std::int32_t>(days.time_since_epoch().count());
}

int last_day_of(int year, int month) {
    using namespace std::chrono;
    const year_month_day_last last{std::chrono::year{year} /
                                   std::chrono::month(static_cast<unsigned>(month)) /
                                   std::chrono::last};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

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

std::optional<Clock> clock(Scanner& in) {
    const auto hour = in.digits(2);
    if (!hour || *hour > 23 || !in.take(':')) return std::nullopt;
    const auto minute = in.digits(2);
    if (!minute || *minute > 59) return std::nullopt;
    int second = 0;
    int millisecond = 0;
    if (in.take(':')) {
        const auto seconds = in.digits(2);
        if (!seconds || *seconds > 59) return std::nullopt;
        second = *seconds;
        if (in.take('.')) {
            int scale = 100;
            bool any = false;
            while (const auto digit = in.digits(1)) {
                millisecond += *digit * scale;
                scale /= 10;
                any = true;
            }
            if (!any) return std::nullopt;
        }
    }
    const auto offset = zone(in);
    if (!offset || !in.done()) return std::nullopt;
    return Clock{((*hour * 60 + *minute) * 60 + second) * 1000 + millisecond, *offset};
}

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

} // namespace

Date Date::open() {
    Date date;
    date.bits_ = static_cast<std::uint64_t>(Precision::open) << precision_shift;
    return date;
}

Date Date::of(int year, int month, int day) {
    Date date;
    const Precision precision = day ? Precision::day : month ? Precision::month : Precision::year;
    date.bits_ = pack(precision, year, month, day, 0);
    return date;
}

Date Date::at(int year, int month, int day, std::int32_t milliseconds) {
    Date date;
    date.bits_ = pack(Precision::second, year, month, day, milliseconds);
    return date;
}

namespace {

constexpr int last_year = 9999;

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

} // namespace

namespace {

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

Date::Precision Date::precision() const {
    return static_cast<Precision>(field(bits_, precision_shift, 4));
}
bool Date::uncertain() const {
    return (bits_ & uncertain_bit) != 0;
}
bool Date::approximate() const {
    return (bits_ & approximate_bit) != 0;
}
int Date::year() const {
    return field(bits_, year_shift, 16) - year_bias;
}
int Date::month() const {
    return field(bits_, month_shift, 4);
}
int Date::day() const {
    return field(bits_, day_shift, 5);
}

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
    if (precision() == Precision::second) {
        const int ms = field(bits_, time_shift, 27);
        out += 'T';
        append_padded(out, ms / 3'600'000, 2);
        out += ':';
        append_padded(out, ms / 60'000 % 60, 2);
        out += ':';
        append_padded(out, ms / 1000 % 60, 2);
        if (ms % 1000) out += '.', append_padded(out, ms % 1000, 3);
        out += 'Z';
    }
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

bool Period::may_include(Date date) const {
    return may_overlap({date, date});
}

bool Period::may_overlap(const Period& other) const {
    return from.first_day() <= other.to.last_day() && other.from.first_day() <= to.last_day();
}

bool Period::reversed() const {
    return from.dated() && to.dated() && to.last_day() < from.first_day();
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
