// SPDX-License-Identifier: BSL-1.0
#include "graph/text/word_list.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace entente;

TEST_CASE("a list has the words between its spaces, and no others") {
    std::string words;
    for_each_word(" dot  gv ", [&](std::string_view word) { words.append(word).append("|"); });
    CHECK(words == "dot|gv|");
    CHECK(has_word("dot gv", "gv"));
    CHECK(has_word("dot gv", "dot"));
    for (const std::string_view other : {"", "d", "dot gv", "v"})
        CHECK_FALSE(has_word("dot gv", other));
}
