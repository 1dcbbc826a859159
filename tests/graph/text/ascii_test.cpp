// SPDX-License-Identifier: BSL-1.0
#include "graph/text/ascii.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("letters and digits are those of ASCII, to their ends") {
    for (const char c : std::string_view("azAZ"))
        CHECK(ascii::is_letter(c));
    for (const char c : std::string_view("`{@[/:_ \xC3\xA4"))
        CHECK_FALSE(ascii::is_letter_or_digit(c));
    CHECK(ascii::is_digit('0'));
    CHECK(ascii::is_digit('9'));
    CHECK(ascii::is_lower('z'));
    CHECK_FALSE(ascii::is_lower('Z'));
    CHECK(ascii::is_upper('Z'));
    CHECK_FALSE(ascii::is_upper('z'));
}

TEST_CASE("only letters of ASCII change their case") {
    CHECK(ascii::lower("Zürich, ÄRA [A@Z]_9") == "zürich, Ära [a@z]_9");
    CHECK(ascii::upper("Zürich, ära [a`z]_9") == "ZüRICH, äRA [A`Z]_9");
}

TEST_CASE("a text is all ASCII, or not") {
    CHECK(ascii::is_all(""));
    CHECK(ascii::is_all("~\x7F"));
    CHECK_FALSE(ascii::is_all("é"));
}
