// SPDX-License-Identifier: BSL-1.0
#include "graph/model/view.hpp"

#include <doctest/doctest.h>

#include "tests/support/facts.hpp"

using namespace entente;

namespace {

GraphPtr sample() {
    return test::graph_of(
        R"({"entity": "alliance/pact", "kind": "alliance", "name": "Pact", "obligation": ["defense"], "from": "1950", "to": "1980"}
{"subject": "nation/FRA", "relation": "member_of", "object": "alliance/pact", "from": "1950", "to": "1966", "source": "a"}
{"subject": "nation/GBR", "relation": "member_of", "object": "alliance/pact", "from": "1950", "to": "1980", "source": "a", "confidence": 0.4}
{"subject": "nation/GBR", "relation": "member_of", "object": "alliance/pact", "from": "1952", "source": "b", "confidence": 0.5}
{"subject": "nation/ITA", "relation": "member_of", "object": "alliance/pact", "from": "1970", "to": "1980", "source": "b"}
{"subject": "nation/SUN", "relation": "opposes", "object": "alliance/pact", "date": "1962-10-01", "source": "b", "confidence": 0.9}
{"entity": "official/x", "kind": "official", "name": "X"})");
}

std::string ids(const View& view) {
    std::string out;
    for (const EntityIndex at : view.entities()) {
        const std::string_view id = view.entity(at).id;
        out += std::string(out.empty() ? "" : " ") + std::string(id.substr(id.find('/') + 1));
    }
    return out;
}

View at(std::string_view date) {
    ViewOptions options;
    options.at = *Date::parse(date);
    return view_of(sample(), options);
}

} // namespace

TEST_CASE("without options a view is the whole graph") {
    const View view = view_of(sample());
    CHECK(ids(view) == "pact FRA GBR ITA SUN x");
    CHECK(view.relations().size() == 4);
    CHECK(view.claim_count() == 5);
    CHECK(view.sources().size() == 2);
}

TEST_CASE("a date shows what held then") {
    CHECK(ids(at("1955")) == "pact FRA GBR");
    CHECK(ids(at("1962-10-01")) == "pact FRA GBR SUN");
    CHECK(ids(at("1975")) == "pact GBR ITA");
    CHECK(ids(at("1990")).empty());
}

TEST_CASE("a view folds over the claims that passed") {
    ViewOptions options;
    options.sources = {"b"};
    const View view = view_of(sample(), options);
    CHECK(ids(view) == "pact GBR ITA SUN");
    for (const Relation& relation : view.relations()) {
        CHECK(relation.claim_count == 1);
        CHECK(view.source(view.claim(relation, 0).source).id == "b");
    }
    CHECK(view.claim_count() == 3);
    options.sources = {"nobody"};
    CHECK(view_of(sample(), options).entities().empty());
}

TEST_CASE("kinds, relations and confidence narrow a view") {
    ViewOptions options;
    options.kinds = {"nation"};
    CHECK(ids(view_of(sample(), options)) == "FRA GBR ITA SUN");
    options = {};
    options.relations = {"opposes"};
    CHECK(ids(view_of(sample(), options)) == "pact SUN");
    options = {};
    options.min_confidence = 0.8; // what nobody rated is kept
    CHECK(ids(view_of(sample(), options)) == "pact FRA ITA SUN");
}

TEST_CASE("a focus shows the neighbourhood") {
    ViewOptions options;
    options.focus = {"nation/FRA"};
    CHECK(ids(view_of(sample(), options)) == "pact FRA");
    options.hops = 2;
    CHECK(ids(view_of(sample(), options)) == "pact FRA GBR ITA SUN");
    options.hops = 0;
    CHECK(ids(view_of(sample(), options)) == "FRA");
}

TEST_CASE("top keeps the best connected and says how many it left out") {
    ViewOptions options;
    options.top = 2;
    const View view = view_of(sample(), options);
    CHECK(ids(view) == "pact FRA");
    CHECK(view.entities_left_out() == 4);
    CHECK(view.relations().size() == 1);
}

TEST_CASE("allies are derived from common membership while both are members") {
    ViewOptions options;
    options.derived = true;
    const View view = view_of(sample(), options);
    std::size_t derived = 0;
    for (const Relation& relation : view.relations()) {
        if (!relation.derived) continue;
        ++derived;
        CHECK(view.vocabulary().relation(relation.type).name == "ally_of");
        CHECK(relation.claim_count == 0);
    }
    CHECK(derived == 2); // France with Britain, Britain with Italy; never France with Italy
}
