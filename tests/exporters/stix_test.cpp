// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "exporters/stix/identifiers.hpp"
#include "exporters/stix/types.hpp"

using namespace entente;
using namespace entente::stix;

namespace {

Date date(std::string_view text) {
    return Date::parse(text).value();
}

} // namespace

TEST_CASE("a UUID of version 5 is the one that others make of the name") {
    CHECK(uuid_of("entity/nation/JPN") == "3a0c62c6-c5b1-52a0-a309-2e7c17632a2e");
    CHECK(uuid_of("") == "a7da0d94-e395-5af0-8d52-60dbf22b1fe2");
    CHECK(uuid_of(std::string(39, 'a')) ==
          "474fae3d-3b8c-5c74-bfdb-220b572757d8"); // the last that is one block with its namespace
    CHECK(uuid_of(std::string(40, 'a')) == "5f7d0d64-ca14-5821-91cf-69acead89de4");
    CHECK(uuid_of("日本") == "ed738866-a652-56a7-a7e2-f3ffd7b57f5c");
}

TEST_CASE("relationships have names of lower-case letters and hyphens") {
    CHECK(relationship_type("ally_of") == "ally-of");
    CHECK(relationship_type("is_friend_of <of>") == "is-friend-of-of");
    CHECK(relationship_type("@type") == "type");
    CHECK(relationship_type("関係") == "related-to");
}

TEST_CASE("the specification's own names need the right ends") {
    CHECK(specified_type("targets", "campaign", "identity") == "targets");
    CHECK(specified_type("targets", "identity", "identity") == std::nullopt);
    CHECK(specified_type("related_to", "identity", "identity") == "related-to");
    CHECK(specified_type("ally_of", "identity", "identity") == std::nullopt);
}

TEST_CASE("a date is the moments from its first to its last") {
    CHECK(first_moment(date("2023-06")) == "2023-06-01T00:00:00.000Z");
    CHECK(last_moment(date("2023-06")) == "2023-06-30T23:59:59.999Z");
    CHECK(first_moment(date("198X")) == "1980-01-01T00:00:00.000Z");
    CHECK(last_moment(date("2023-06-01T09:30:00Z")) == "2023-06-01T09:30:00.000Z");
    CHECK(last_moment(date("2023-06-01T09:30:00.25Z")) == "2023-06-01T09:30:00.250Z");
    CHECK(first_moment(date("0000")) == "0000-01-01T00:00:00.000Z");
    CHECK(first_moment(date("-0431")) == std::nullopt);
    CHECK(first_moment(date("..")) == std::nullopt);
    CHECK(first_moment(Date()) == std::nullopt);
}
