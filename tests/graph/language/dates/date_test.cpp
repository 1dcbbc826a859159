// SPDX-License-Identifier: BSL-1.0
#include "graph/language/dates/date.hpp"

#include <doctest/doctest.h>

#include <string>

using entente::Date;
using entente::Period;

namespace {

std::string canonical(std::string_view text) {
    const auto date = Date::parse(text);
    return date ? date->text() : "refused";
}

} // namespace

TEST_CASE("dates keep the precision that they were written with") {
    for (const char* text :
         {"2023", "2023-06", "2023-06-01", "2023-06-01T09:30:00Z", "198X", "19XX", "..", "1984?",
          "1984-06~", "1984-06-02%", "-0043-03-15", "0000", "2023-06-01T09:30:00.250Z", "-9999",
          "9999-12-31", "0007-02-03"})
        CHECK(canonical(text) == text);
}

TEST_CASE("instants are moved to UTC") {
    CHECK(canonical("2023-06-01T00:30:00+09:00") == "2023-05-31T15:30:00Z");
    CHECK(canonical("2023-12-31T23:30-05:00") == "2024-01-01T04:30:00Z");
    CHECK(canonical("2023-06-01 09:30") == "2023-06-01T09:30:00Z");
}

TEST_CASE("an instant that no date can say in UTC is refused, and told from what is no date") {
    for (const char* text : {"9999-12-31T23:59:59-12:00", "9999-12-31T14:00-10:00",
                             "-9999-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01?"}) {
        CHECK(canonical(text) == "refused");
        CHECK(Date::beyond_years(text));
    }
    for (const char* text : {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59+12:00", "9999-12-31",
                             "-9999-01-01T00:00:00-00:01", "-9999", "9999", "99XX"}) {
        CHECK(canonical(text) != "refused");
        CHECK_FALSE(Date::beyond_years(text));
        CHECK(canonical(canonical(text)) == canonical(text)); // what is written can be read
    }
    CHECK_FALSE(Date::beyond_years("10000-01-01"));
    CHECK_FALSE(Date::beyond_years("June 2023"));
    CHECK_FALSE(Date::beyond_years(""));
}

TEST_CASE("what is no date is refused") {
    for (const char* text : {"2023-13", "2023-02-30", "2023-2-3", "23", "June 2023", "2023-06-01T",
                             "2023-06-01T25:00Z", "2023/06/01", "...", "20230601", "2023-06-01T09Z",
                             "1984??", "-", "2023-06-01T09:30:00+15:00", "XXXX", "2100-02-29"})
        CHECK(canonical(text) == "refused");
    CHECK(canonical("2000-02-29") == "2000-02-29");
}

TEST_CASE("unknown and open are different things") {
    CHECK(Date().text().empty());
    CHECK_FALSE(Date().known());
    CHECK(Date::open().known());
    CHECK_FALSE(Date::open().dated());
    CHECK(Date() != Date::open());
    CHECK(Date::parse("") == Date());
}

TEST_CASE("order is chronological, then from coarse to fine") {
    CHECK(Date() < Date::open());
    CHECK(Date::open() < Date::of(-9999));
    CHECK(Date::of(-44) < Date::of(-43));
    CHECK(Date::of(1959, 12, 31) < Date::of(1960));
    CHECK(Date::of(1960) < Date::of(1960, 1));
    CHECK(*Date::parse("1960-01-19") < *Date::parse("1960-01-19T00:00:01Z"));
}

TEST_CASE("a date means every day that it may") {
    CHECK(Date::of(1970).first_day() == 0);
    CHECK(Date::of(1970).last_day() == 364);
    CHECK(Date::of(1972, 2).last_day() - Date::of(1972, 2).first_day() == 28);
    CHECK(Date::parse("198X")->last_day() == Date::of(1989, 12, 31).last_day());
    CHECK(Date::parse("19XX")->last_day() == Date::of(1999, 12, 31).last_day());
}

TEST_CASE("a period includes what it does not exclude") {
    const Period treaty{Date::of(1960, 1, 19), Date::open()};
    CHECK(treaty.may_include(Date::of(2024)));
    CHECK(treaty.may_include(Date::of(1960)));
    CHECK_FALSE(treaty.may_include(Date::of(1960, 1, 18)));
    CHECK(Period{}.may_include(Date::of(1914)));
    const Period ended{{}, Date::of(1991)};
    CHECK(ended.may_include(Date::of(1991, 12, 31)));
    CHECK_FALSE(ended.may_include(Date::of(1992)));
    CHECK(Period{Date::of(2000), Date::of(1999)}.reversed());
    CHECK_FALSE(Period{Date::of(2000, 5), Date::of(2000)}.reversed());
}

TEST_CASE("dates read well") {
    CHECK(describe(Date::of(1960, 1, 19)) == "19 January 1960");
    CHECK(describe(*Date::parse("1914~")) == "about 1914");
    CHECK(describe(*Date::parse("-0043")) == "44 BC");
    CHECK(describe(*Date::parse("198X")) == "1980s");
    CHECK(describe(Period{Date::of(1949), Date::open()}) == "since 1949");
    CHECK(describe(Period{Date::of(1955), Date::of(1991)}) == "1955 – 1991");
    CHECK(describe(Period{Date::of(1955), Date::of(1955)}) == "1955");
    CHECK(describe(Period{}).empty());
}

TEST_CASE("dates are written as they were read") {
    for (const char* date :
         {"2023-06-01", "0000-01-01", "9999-12-31", "0431-02-03", "-0431-02-03", "2023-06-01?",
          "2023-06-01~", "2023-06", "2023", "198X", "19XX", "..", "2023-06-01T09:30:00Z", ""}) {
        CAPTURE(date);
        std::string text;
        Date::parse(date)->append_to(text);
        CHECK(text == date);
    }
}
