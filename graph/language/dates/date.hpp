// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A date as a source gives it: with its own precision, and with "unknown" and "open" kept apart.
///
/// Calendar: proleptic Gregorian, years -9999 to 9999 with astronomical year 0. Instants are UTC.
/// Text form: ISO 8601-1 and EDTF (ISO 8601-2) level 1 as far as a single date goes: `1984`,
/// `1984-06`, `1984-06-01`, `1984-06-01T09:30:00Z`, `198X`, `19XX`, `..` (open), with a trailing
/// `?` (uncertain), `~` (approximate) or `%` (both). The size is one machine word, because a graph
/// holds three of them a claim.
class Date {
  public:
    enum class Precision : std::uint8_t {
        unknown,
        open,
        century,
        decade,
        year,
        month,
        day,
        second
    };

    /// Unknown: the source does not say.
    constexpr Date() = default;

    /// `..`: known to have no end (or no beginning) so far.
    static constexpr Date open() {
        return from_bits(static_cast<std::uint64_t>(Precision::open) << precision_shift);
    }
    static constexpr Date of(int year, int month = 0, int day = 0) {
        const Precision precision = day     ? Precision::day
                                    : month ? Precision::month
                                            : Precision::year;
        return from_bits(pack(precision, year, month, day, 0));
    }
    /// An instant: a day and milliseconds since its midnight, UTC.
    static constexpr Date at(int year, int month, int day, std::int32_t milliseconds) {
        return from_bits(pack(Precision::second, year, month, day, milliseconds));
    }
    /// Nothing if `text` is not such a date or names a day that does not exist (2023-02-30).
    /// An empty text is unknown.
    static std::optional<Date> parse(std::string_view text);
    /// True for an instant with an offset that falls, in UTC, outside the years -9999 to 9999: it
    /// could not be written (ISO 8601 has four digits for a year).
    static bool beyond_years(std::string_view text);

    [[nodiscard]] constexpr Precision precision() const {
        return static_cast<Precision>(field(precision_shift, 4));
    }
    [[nodiscard]] constexpr bool known() const { return precision() != Precision::unknown; }
    [[nodiscard]] constexpr bool is_open() const { return precision() == Precision::open; }
    /// A calendar date: neither unknown nor open.
    [[nodiscard]] constexpr bool dated() const { return precision() > Precision::open; }
    [[nodiscard]] constexpr bool uncertain() const { return (bits_ & uncertain_bit) != 0; }
    [[nodiscard]] constexpr bool approximate() const { return (bits_ & approximate_bit) != 0; }

    [[nodiscard]] constexpr int year() const { return field(year_shift, 16) - year_bias; }
    /// 1-12, 0 where the precision is coarser.
    [[nodiscard]] constexpr int month() const { return field(month_shift, 4); }
    /// 1-31, 0 where the precision is coarser.
    [[nodiscard]] constexpr int day() const { return field(day_shift, 5); }

    /// First and last day that the date may mean, in days since 1970-01-01: 2023-06 is 1-30 June.
    /// An unknown or open date means any day.
    [[nodiscard]] std::int32_t first_day() const;
    [[nodiscard]] std::int32_t last_day() const;

    /// The canonical text; empty for unknown.
    [[nodiscard]] std::string text() const;
    /// Appends the canonical text.
    void append_to(std::string& out) const;

    /// By first day, then by precision: total and stable, unknown and open first.
    friend constexpr auto operator<=>(const Date&, const Date&) = default;

    /// The packed form, for hashing and storage.
    [[nodiscard]] std::uint64_t bits() const { return bits_; }
    /// The date of a packed form that somebody else kept.
    static constexpr Date from_bits(std::uint64_t bits) {
        Date date;
        date.bits_ = bits;
        return date;
    }
    /// False for a packed form that no date has. It may still be no day of any year.
    [[nodiscard]] constexpr bool sound() const {
        return month() <= 12 && precision() <= Precision::second;
    }

  private:
    // From the high end: year (biased), month, day, milliseconds of the day, precision, qualifiers.
    // The integer order of the packed word is then the chronological order of first days.
    static constexpr int year_shift = 48, month_shift = 44, day_shift = 39, time_shift = 12;
    static constexpr int precision_shift = 8;
    static constexpr int year_bias = 32768;
    static constexpr std::uint64_t uncertain_bit = 1, approximate_bit = 2;

    static constexpr std::uint64_t pack(Precision precision, int year, int month, int day,
                                        std::int32_t milliseconds) {
        return static_cast<std::uint64_t>(year + year_bias) << year_shift |
               static_cast<std::uint64_t>(month) << month_shift |
               static_cast<std::uint64_t>(day) << day_shift |
               static_cast<std::uint64_t>(milliseconds) << time_shift |
               static_cast<std::uint64_t>(precision) << precision_shift;
    }
    [[nodiscard]] constexpr int field(int shift, int width) const {
        return static_cast<int>(bits_ >> shift & ((std::uint64_t{1} << width) - 1));
    }

    std::uint64_t bits_ = 0;
};

/// When something holds: both ends inclusive, each with its own precision.
struct Period {
    Date from;
    Date to;

    /// False only if the period is known not to include any day that `date` may mean.
    [[nodiscard]] bool may_include(Date date) const;
    /// False only if the two are known not to share a day.
    [[nodiscard]] bool may_overlap(const Period& other) const;
    /// True if the end is known to be before the beginning.
    [[nodiscard]] bool reversed() const;
    friend auto operator<=>(const Period&, const Period&) = default;
};

/// The earlier of two dates; the known one if the other is not.
inline Date earliest(Date a, Date b) {
    return !a.known() || (b.known() && b < a) ? b : a;
}

/// `1960-01-19 – today`, `since 1949`, `until 1991`, `2023`: for people. Empty if nothing is known.
std::string describe(const Period&);
/// `1 June 2023`, `June 2023`, `2023`: for people, English.
std::string describe(Date);

} // namespace entente
