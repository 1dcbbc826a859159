// SPDX-License-Identifier: BSL-1.0
#include "importers/records/plain/values.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("only the four stances as they are written are plain") {
    Stance stance = Stance::asserted;
    CHECK(read_plain_stance("possible", stance));
    CHECK(stance == Stance::possible);
    for (const std::string_view other : {"", "Possible", "possible ", "potential"})
        CHECK_FALSE(read_plain_stance(other, stance));
    CHECK(stance == Stance::possible);
}

TEST_CASE("a plain confidence is a number of JSON's from 0 to 1") {
    double confidence = 0;
    for (const auto& [digits, value] : {std::pair<std::string_view, double>{"0.85", 0.85},
                                        {"0.07", 0.07},
                                        {"0", 0},
                                        {"1", 1},
                                        {"1.0", 1},
                                        {"8.5e-1", 0.85},
                                        {"0.123456789", 0.123456789}}) {
        CAPTURE(digits);
        CHECK(read_plain_confidence(digits, confidence));
        CHECK(confidence == value);
    }
    for (const std::string_view other :
         {"", "1.01", "-0.1", "0.8x", "0.x5", ".85", "01", "85%", "nan"})
        CHECK_FALSE(read_plain_confidence(other, confidence));
}

TEST_CASE("a plain span is a list of two whole numbers in order") {
    const auto read = [](std::string_view json, TextSpan& span) {
        JsonParser parser;
        REQUIRE(parser.parse(json));
        return read_plain_span(parser.tree(), 0, span);
    };
    TextSpan span;
    CHECK(read("[3, 14]", span));
    CHECK(span.begin == 3);
    CHECK(span.end == 14);
    for (const std::string_view other : {"[14, 3]", "[3]", "[3, 4, 5]", "[3, [4]]", "[3, 4.0]",
                                         "[-3, 4]", "[3, \"4\"]", "{}", "[3, 4294967296]"})
        CHECK_FALSE(read(other, span));
}
