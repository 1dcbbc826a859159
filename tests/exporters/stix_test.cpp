// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "exporters/stix/identifiers.hpp"
#include "exporters/stix/types.hpp"

using namespace entente;
using namespace entente::stix;

namespace {

std::string hex_of(std::string_view text) {
    std::string hex;
    for (const std::uint8_t byte : sha1(text)) {
        hex += "0123456789abcdef"[byte >> 4U];
        hex += "0123456789abcdef"[byte & 15U];
    }
    return hex;
}

Date date(std::string_view text) {
    return Date::parse(text).value();
}

} // namespace

TEST_CASE("SHA-1 as FIPS 180 has it, also over the ends of blocks") {
    CHECK(hex_of("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    CHECK(hex_of("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(hex_of(std::string(55, 'a')) == "c1c8bbdc22796e28c0e15163d20899b65621d65a");
    CHECK(hex_of(std::string(56, 'a')) == "c2db330f6083854c99d4b5bfb6e8f29f201be699");
    CHECK(hex_of(std::string(64, 'a')) == "0098ba824b5c16427bd7a1122a5a442a25ec644d");
}

TEST_CASE("a UUID of version 5 is the one that others make of the name") {
    CHECK(uuid_of("entity/nation/JPN") == "3a0c62c6-c5b1-52a0-a309-2e7c17632a2e");
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
