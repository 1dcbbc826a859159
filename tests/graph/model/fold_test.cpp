// SPDX-License-Identifier: BSL-1.0
#include "graph/model/fold.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/facts.hpp"

using namespace entente;

namespace {

/// The only relation of these claims, each given by what stands behind the object.
Relation folded(std::initializer_list<std::string_view> claims) {
    static std::vector<GraphPtr> alive;
    std::string facts;
    for (const std::string_view claim : claims)
        facts += R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", )" +
                 std::string(claim) + "}\n";
    alive.push_back(test::graph_of(facts));
    REQUIRE(tables(*alive.back()).relations.size() == 1);
    return tables(*alive.back()).relations.front();
}

} // namespace

TEST_CASE("independent sources strengthen one another, one source twice does not") {
    CHECK(folded({R"("source": "a", "confidence": 0.9)"}).confidence == 0.9);
    const Relation two =
        folded({R"("source": "a", "confidence": 0.9)", R"("source": "b", "confidence": 0.5)"});
    CHECK(two.confidence == doctest::Approx(0.95));
    CHECK(two.source_count == 2);
    const Relation one =
        folded({R"("source": "a", "confidence": 0.9)", R"("source": "a", "confidence": 0.5)"});
    CHECK(one.confidence == 0.9);
    CHECK(one.source_count == 1);
    CHECK(one.claim_count == 2);
    CHECK(std::isnan(folded({R"("source": "a")"}).confidence));
}

TEST_CASE("the status says what the claims come to") {
    CHECK(folded({R"("stance": "asserted")"}).status == Status::supported);
    CHECK(folded({R"("stance": "denied")"}).status == Status::denied);
    CHECK(folded({R"("stance": "planned")"}).status == Status::planned);
    CHECK(folded({R"("stance": "possible")"}).status == Status::possible);
    CHECK(folded({R"("stance": "planned")", R"("stance": "possible")"}).status == Status::planned);
    CHECK(folded({R"("stance": "asserted")", R"("stance": "planned")"}).status ==
          Status::supported);
    CHECK(folded({R"("stance": "asserted")", R"("stance": "denied")"}).status == Status::disputed);
}

TEST_CASE("the period runs from the earliest beginning to the latest end") {
    const auto period = [](std::initializer_list<std::string_view> claims) {
        const Period p = folded(claims).period;
        return p.from.text() + "/" + p.to.text();
    };
    CHECK(period({R"("from": "1960-01-19", "to": "..")", R"("from": "1951")"}) == "1951/..");
    CHECK(period({R"("from": "1960")", R"("from": "1960-01-19")"}) == "1960/");
    CHECK(period({R"("date": "2001")", R"("date": "2005")"}) == "2001/2005");
    CHECK(period({R"("from": "1960")", R"("date": "2005")"}) == "1960/");
    CHECK(period({R"("to": "1991")", R"("stance": "denied", "to": "1999")"}) == "/1991");
    CHECK(period({R"("confidence": 0.5)"}) == "/");
}

TEST_CASE("a claim that says just the same counts once") {
    const Relation twice =
        folded({R"("source": "a", "quote": "q")", R"("source": "a", "quote": "q")"});
    CHECK(twice.claim_count == 1);
}
