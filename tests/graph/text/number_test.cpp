// SPDX-License-Identifier: BSL-1.0
#include "graph/text/number.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using namespace entente;

TEST_CASE("a number is all of the text, and fits") {
    std::uint32_t whole = 0;
    CHECK(read_number("4294967295", whole));
    CHECK(whole == 4294967295U);
    for (const std::string_view other : {"", "4294967296", "-1", "1 ", " 1", "1.0"})
        CHECK_FALSE(read_number(other, whole));
    double decimal = 0;
    CHECK(read_number("-1.5e3", decimal));
    CHECK(decimal == -1500);
    CHECK_FALSE(read_number("1.5x", decimal));
}
