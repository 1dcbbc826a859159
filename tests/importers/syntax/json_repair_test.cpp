// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/json_repair.hpp"

#include <doctest/doctest.h>

using namespace entente;

namespace {

std::string repaired(std::string text) {
    repair_json(text);
    return text;
}

} // namespace

TEST_CASE("usual mistakes are put right in place") {
    CHECK(repaired(R"({"a": 1,})") == R"({"a": 1 })");
    CHECK(repaired("[1, 2, \n]") == "[1, 2  \n]");
    CHECK(repaired(R"({"a": True, "b": False, "c": None})") ==
          R"({"a": true, "b": false, "c": null})");
    CHECK(repaired("{'a': 'x'}") == R"({"a": "x"})");
}

TEST_CASE("texts and what is unclear stay as they are") {
    for (const char* text : {R"({"a": "True, None,]"})", R"({"a": "x\",}"})", R"({'a': "x"})",
                             R"({"a": Trueness, "b": NoneSuch})", R"({"a": 1})"})
        CHECK(repaired(text) == text);
}

TEST_CASE("each repair is told with its place") {
    std::string text = R"({"a": True,})";
    const auto repairs = repair_json(text);
    REQUIRE(repairs.size() == 2);
    CHECK(repairs[0].offset == 6);
    CHECK(repairs[1].offset == 10);
}
