// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/findings/parsed_names.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace entente::identity;

TEST_CASE("a name is taken apart once, however often and wherever it stands") {
    ParsedNames people;
    const std::string here = "Defense Minister Yasukazu Hamada";
    const std::string there = here;
    const PersonName& name = people.of(here);
    CHECK(name.title == "defense minister");
    CHECK(&people.of(there) == &name);
    CHECK(&people.of("Yasukazu Hamada") != &name);
}

TEST_CASE("the parts of a name stay where they are when there are many more") {
    ParsedNames people;
    const PersonName& first = people.of("Lloyd Austin");
    std::vector<std::string> texts;
    for (int i = 0; i < 5000; ++i)
        texts.push_back("Person Number" + std::to_string(i));
    for (const std::string& text : texts)
        CHECK(people.of(text).words.size() == 2);
    CHECK(&people.of("Lloyd Austin") == &first);
    CHECK(first.words == std::vector<std::string>{"lloyd", "austin"});
}
