// SPDX-License-Identifier: BSL-1.0
#include "graph/model/claim_hash.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "graph/memory/hash.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

struct Said {
    ClaimLedger::Row row;
    ClaimLedger::Detail detail;
    std::string quote = "q";
    std::uint64_t source = 7;
    std::vector<Field> qualifiers{{"k", {ValueType::string, "v"}}};

    [[nodiscard]] std::uint64_t hash() {
        detail.qualifiers = qualifiers;
        return said_hash(row, quote, detail, source);
    }
};

} // namespace

TEST_CASE("every part of what a claim says is in its hash") {
    const std::map<std::string, std::function<void(Said&)>> changes{
        {"nothing", [](Said&) {}},
        {"date", [](Said& s) { s.row.date = *Date::parse("2023"); }},
        {"date, to the month", [](Said& s) { s.row.date = *Date::parse("2023-01"); }},
        {"from", [](Said& s) { s.detail.period.from = *Date::parse("2023"); }},
        {"to", [](Said& s) { s.detail.period.to = *Date::parse("2023"); }},
        {"open end", [](Said& s) { s.detail.period.to = *Date::parse(".."); }},
        {"confidence", [](Said& s) { s.row.confidence = 0.5; }},
        {"confidence 0", [](Said& s) { s.row.confidence = 0; }},
        {"stance", [](Said& s) { s.row.stance = Stance::denied; }},
        {"span begin",
         [](Said& s) {
             s.detail.span = {1, 0};
         }},
        {"span end",
         [](Said& s) {
             s.detail.span = {0, 1};
         }},
        {"quote", [](Said& s) { s.quote = "Q"; }},
        {"no quote", [](Said& s) { s.quote = ""; }},
        {"source", [](Said& s) { s.source = 8; }},
        {"no source", [](Said& s) { s.source = 0; }},
        {"no qualifiers", [](Said& s) { s.qualifiers.clear(); }},
        {"qualifier's key", [](Said& s) { s.qualifiers[0].key = "K"; }},
        {"qualifier's value", [](Said& s) { s.qualifiers[0].value.text = "V"; }},
        {"qualifier's type", [](Said& s) { s.qualifiers[0].value.type = ValueType::json; }},
        {"key and value",
         [](Said& s) {
             s.qualifiers[0] = {"v", {ValueType::string, "k"}};
         }},
        {"two qualifiers", [](Said& s) {
             s.qualifiers.push_back({"l", {{}, "w"}});
         }}};
    std::map<std::uint64_t, std::string> seen;
    for (const auto& [what, change] : changes) {
        Said said;
        change(said);
        const auto [at, fresh] = seen.emplace(said.hash(), what);
        CHECK_MESSAGE(fresh, what << " has the hash of " << at->second);
    }
}

TEST_CASE("where a claim was read is not in its hash") {
    Said a, b;
    b.row.position = {1, 2, 3};
    b.row.subject = 4;
    b.row.object = 5;
    b.row.source = 6;
    b.row.detail = 7;
    b.row.type = 8;
    b.row.hash = 9;
    b.detail.stated_by = 10;
    CHECK(a.hash() == b.hash());
}

TEST_CASE("every part of whom a claim is about is in its hash, in its role") {
    const auto of = [](std::string_view id, std::string_view called) {
        return mention_hash(id, called);
    };
    CHECK(of("a", "") != of("b", ""));
    CHECK(of("a", "b") != of("b", "a"));
    CHECK(of("ab", "c") != of("a", "bc"));
    const AboutHashes about{1, 2, 3, 4, 5};
    const std::uint64_t hash = claim_hash(about);
    for (const AboutHashes& other :
         {AboutHashes{9, 2, 3, 4, 5}, AboutHashes{1, 9, 3, 4, 5}, AboutHashes{1, 2, 9, 4, 5},
          AboutHashes{1, 2, 3, 9, 5}, AboutHashes{1, 2, 3, 4, 9}, AboutHashes{1, 4, 3, 2, 5}})
        CHECK(claim_hash(other) != hash);
}

TEST_CASE("the id of a claim is the same on every machine and in every version") {
    const GraphPtr graph = test::graph_of(
        R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "date": "1960-01-19", "confidence": 0.9, "stated_by": "nation/FRA", "source": "s", "quote": "日本", "span": [3, 12], "office": "O"})");
    CHECK(claim_id(tables(*graph).claims[0].hash) == "claim/445e8c8b35e33636");
    CHECK(stable_hash("") == 0x2d06800538d394c2); // XXH3's own, without a seed
}
