// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/text/digits.hpp"

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <limits>
#include <string>

using namespace entente;

namespace {

std::string shortest(double number) {
    std::array<char, 32> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

} // namespace

TEST_CASE("a usual fraction is written as std::to_chars writes it") {
    std::size_t different = 0;
    for (unsigned millionths = 1000; millionths <= 1'000'000; ++millionths) {
        const double number = millionths / 1e6;
        std::string text;
        if (!append_usual_fraction(text, number) || text != shortest(number)) ++different;
    }
    CHECK(different == 0);
}

TEST_CASE("any other number is left to the general way") {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double number :
         {0.0, -0.0, 1e-9, 0.0009, 1.000001, -0.5, 0.1234567, 1.0 / 3, 5e-324, 1e300, nan}) {
        CAPTURE(number);
        std::string text = "x";
        CHECK_FALSE(append_usual_fraction(text, number));
        CHECK(text == "x");
    }
}
