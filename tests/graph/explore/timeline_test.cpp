// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/timeline.hpp"

#include <doctest/doctest.h>

#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::explore;

namespace {

std::string_view short_id(const View& view, EntityIndex entity) {
    const std::string_view id = view.entity(entity).id;
    return id.substr(id.find('/') + 1);
}

/// A line a moment: `1950 begins FRA+GBR member_of pact`.
std::string told(std::string_view facts, const ViewOptions& options = {},
                 Joined joined = Joined::by_object) {
    const View view = view_of(test::graph_of(facts), options);
    const Timeline found = timeline(view, joined);
    std::string out;
    for (const Moment& moment : found.moments) {
        const Happening& happening = found.happenings[moment.happening];
        out += moment.date.text() + " " + std::string(name(moment.turn)) + " ";
        if (happening.is_entity()) out += short_id(view, happening.entity);
        for (const std::uint32_t r : happening.relations) {
            const Relation& relation = view.relations()[r];
            out += out.ends_with(' ') ? "" : "+";
            out += joined == Joined::by_object ? short_id(view, relation.subject)
                                               : short_id(view, relation.object);
        }
        out += "\n";
    }
    if (found.entities_without_date + found.relations_without_date > 0)
        out += "without " + std::to_string(found.entities_without_date) + " " +
               std::to_string(found.relations_without_date);
    return out;
}

constexpr std::string_view pact =
    R"({"entity": "alliance/pact", "kind": "alliance", "name": "Pact", "from": "1950-04", "to": ".."}
{"subject": "nation/FRA", "relation": "member_of", "object": "alliance/pact", "from": "1950-04", "to": ".."}
{"subject": "nation/GBR", "relation": "member_of", "object": "alliance/pact", "from": "1950-04", "to": ".."}
{"subject": "nation/ITA", "relation": "member_of", "object": "alliance/pact", "from": "1950-04", "to": "1960~"}
{"entity": "event/talks", "kind": "event", "name": "Talks", "from": "1955-03-01", "to": "1955-03-01"}
{"subject": "nation/ESP", "relation": "opposes", "object": "alliance/pact", "date": "195X"}
{"subject": "nation/ESP", "relation": "opposes", "object": "alliance/pact", "date": "1955"}
{"subject": "nation/CHN", "relation": "opposes", "object": "alliance/pact"})";

} // namespace

TEST_CASE("what begins, ends, happens or was observed, in order") {
    CHECK(told(pact) ==
          "195X observed ESP\n"
          "1950-04 begins pact\n"
          "1950-04 begins FRA+GBR\n"
          "1950-04 begins ITA\n"
          "1955 observed ESP\n"
          "1955-03-01 happens talks\n"
          "1960~ ends ITA\n"
          "without 5 1");
    CHECK(told("").empty());
}

TEST_CASE("relations are joined by their subject if that is asked") {
    const std::string facts =
        R"({"subject": "nation/FRA", "relation": "supports", "object": "nation/GBR", "from": "1904"}
{"subject": "nation/FRA", "relation": "supports", "object": "nation/ITA", "from": "1904"})";
    CHECK(told(facts, {}, Joined::by_subject) == "1904 begins GBR+ITA\nwithout 3 0");
    CHECK(told(facts, {}, Joined::by_object) == "1904 begins FRA\n1904 begins FRA\nwithout 3 0");
}

TEST_CASE("only moments that may lie in the window are told") {
    ViewOptions options;
    options.since = *Date::parse("1955-02");
    options.until = *Date::parse("1958");
    CHECK(told(pact, options)
              .starts_with("195X observed ESP\n"
                           "1955 observed ESP\n"));
    CHECK(told(pact, options).find("begins") == std::string::npos);
}

TEST_CASE("an observation is not a beginning where a claim says since when") {
    CHECK(
        told(
            R"({"subject": "nation/FRA", "relation": "opposes", "object": "nation/DEU", "date": "1875", "source": "a"}
{"subject": "nation/FRA", "relation": "opposes", "object": "nation/DEU", "from": "1871", "source": "b"})") ==
        "1871 begins FRA\nwithout 2 0");
}

TEST_CASE("one-day happenings and one-year happenings are one moment") {
    const std::string facts =
        R"({"entity": "event/a", "kind": "event", "name": "A", "from": "1900", "to": "1900"})";
    CHECK(told(facts) == "1900 happens a\n");
}
