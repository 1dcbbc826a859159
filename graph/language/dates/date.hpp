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
    static Date open();
    static Date of(int year, int month = 0, int day = 0);
    /// Nothing if `text` is not such a date or names a day that does not exist (2023-02-30).
    /// An empty text is unknown.
    static std::optional<Date> parse(std::string_view text);
    /// True for an instant with an offset that falls, in UTC, outside the years -9999 to 9999: it
    /// could not be written (ISO 8601 has four digits for a year).
    static bool beyond_years(std::string_view text);

    [[nodiscard]] Precision precision() const;
    [[nodiscard]] bool known() const { return precision() != Precision::unknown; }
    [[nodiscard]] bool is_open() const { return precision() == Precision::open; }
    /// A calendar date: neither unknown nor open.
    [[nodiscard]] bool dated() const { return precision() > Precision::open; }
    [[nodiscard]] bool uncertain() const;
    [[nodiscard]] bool approximate() const;

    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const; ///< 1-12, 0 where the precision is coarser
    [[nodiscard]] int day() const;   ///< 1-31, 0 where the precision is coarser

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
        return (bits_ >> 44 & 0xF) <= 12 &&
               (bits_ >> 8 & 0xF) <= static_cast<std::uint64_t>(Precision::second);
    }

    /// An instant: a day and milliseconds since its midnight, UTC.
    static Date at(int year, int month, int day, std::int32_t milliseconds);

  private:
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
