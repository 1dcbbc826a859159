// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/changes/diff.hpp"

#include <doctest/doctest.h>

#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::explore;

namespace {

std::string_view short_id(const View& view, EntityIndex entity) {
    const std::string_view id = view.entity(entity).id;
    return id.substr(id.find('/') + 1);
}

std::string text_of(const std::vector<FieldChange>& fields) {
    std::string out;
    for (const FieldChange& field : fields)
        out += " " + field.field + "[" + field.before + "|" + field.after + "]";
    return out;
}

/// A line a change: `ended FRA member_of pact`.
std::string lines(const Difference& found) {
    std::string out;
    for (const EntityChange& change : found.entities) {
        out += std::string(name(change.change)) + ":";
        for (const EntityIndex entity : change.before)
            out += " " + std::string(short_id(found.before, entity));
        out += " ->";
        for (const EntityIndex entity : change.after)
            out += " " + std::string(short_id(found.after, entity));
        out += text_of(change.fields) + "\n";
    }
    for (const RelationChange& change : found.relations) {
        const View& view = change.after ? found.after : found.before;
        const Relation& relation = change.after ? *change.after : *change.before;
        out += std::string(name(change.change)) + ": " +
               std::string(short_id(view, relation.subject)) + " " +
               std::string(view.vocabulary().relation(relation.type).name) + " " +
               std::string(short_id(view, relation.object)) + text_of(change.fields) + " +" +
               std::to_string(change.gained.size()) + " -" + std::to_string(change.lost.size()) +
               "\n";
    }
    return out;
}

constexpr std::string_view over_time =
    R"({"entity": "alliance/pact", "kind": "alliance", "name": "Pact", "from": "1930", "to": "1970"}
{"entity": "event/crisis", "kind": "event", "name": "Crisis", "from": "1956", "to": "1957"}
{"entity": "threat/bomb", "kind": "threat", "name": "Bomb", "from": "1960"}
{"subject": "threat/bomb", "relation": "targets", "object": "nation/ITA", "source": "b"}
{"subject": "nation/FRA", "relation": "member_of", "object": "alliance/pact", "from": "1945", "to": "1966", "source": "a"}
{"subject": "nation/FRA", "relation": "member_of", "object": "alliance/pact", "from": "1945", "source": "c"}
{"subject": "nation/GBR", "relation": "member_of", "object": "alliance/pact", "from": "1940", "to": "1955", "role": "guest", "source": "a"}
{"subject": "nation/GBR", "relation": "member_of", "object": "alliance/pact", "from": "1955", "to": "..", "role": "host", "source": "b"}
{"subject": "nation/ITA", "relation": "member_of", "object": "alliance/pact", "from": "1960", "source": "b"}
{"subject": "nation/ESP", "relation": "member_of", "object": "alliance/pact", "from": "1951", "to": "1953", "source": "b"}
{"subject": "nation/SUN", "relation": "opposes", "object": "alliance/pact", "date": "1949", "source": "b"}
{"subject": "nation/CHN", "relation": "opposes", "object": "alliance/pact", "date": "1967", "source": "b"}
{"subject": "nation/IND", "relation": "opposes", "object": "alliance/pact", "source": "b"})";

std::string between(std::string_view facts, std::string_view from, std::string_view to) {
    return lines(
        difference(tables_of(test::graph_of(facts)), {}, *Date::parse(from), *Date::parse(to)));
}

std::string with(std::string_view before, std::string_view after) {
    return lines(difference(view_of(test::graph_of(before)), view_of(test::graph_of(after))));
}

} // namespace

TEST_CASE("what began, ended, changed or passed between two dates") {
    CHECK(between(over_time, "1949", "1967") ==
          "new: -> bomb\n"
          "only in between: -> crisis\n"
          "new: ITA member_of pact +1 -0\n"
          "new: bomb targets ITA +1 -0\n"
          "first seen: CHN opposes pact +1 -0\n"
          "not seen since: SUN opposes pact +0 -1\n"
          "only in between: ESP member_of pact +1 -0\n"
          "changed: FRA member_of pact to[1966|] +0 -1\n"
          "changed: GBR member_of pact from[1940|1955] to[1955|..] role[guest|host] +1 -1\n");
    CHECK(between(over_time, "1967", "1967").empty());
    CHECK(between("", "1949", "1967").empty());
}

TEST_CASE("an end is only told if somebody says it") {
    const std::string facts =
        R"({"subject": "nation/FRA", "relation": "ally_of", "object": "nation/GBR", "from": "1904", "to": "1940"}
{"subject": "nation/FRA", "relation": "ally_of", "object": "nation/POL", "from": "1921"})";
    CHECK(between(facts, "1930", "1950") == "ended: FRA ally_of GBR +0 -1\n");
}

TEST_CASE("what one graph says otherwise than another") {
    CHECK(
        with(
            R"({"subject": "France", "relation": "ally_of", "object": "Italy", "from": "1902", "to": "..", "source": "a"}
{"subject": "France", "relation": "opposes", "object": "Spain", "source": "a"}
{"subject": "France", "relation": "supports", "object": "Italy", "source": "a"}
{"entity": "event/e", "kind": "event", "name": "E", "note": "x"})",
            R"({"subject": "France", "relation": "ally_of", "object": "Italy", "from": "1902", "to": "1915", "source": "a"}
{"subject": "France", "relation": "supports", "object": "Italy", "source": "a"}
{"subject": "France", "relation": "supports", "object": "Italy", "source": "b"}
{"subject": "France", "relation": "opposes", "object": "Japan", "source": "a"}
{"entity": "event/e", "kind": "event", "name": "E", "note": "y", "aliases": ["EE"]})") ==
        "new: -> JPN\n"
        "gone: ESP ->\n"
        "changed: e -> e aliases[|EE] note[x|y]\n"
        "new: FRA opposes JPN +1 -0\n"
        "ended: FRA ally_of ITA to[..|1915] +1 -1\n"
        "gone: FRA opposes ESP +0 -1\n"
        "changed: FRA supports ITA claims[1|2] +1 -0\n");
}

TEST_CASE("entities that were two and are one, and the other way round") {
    const std::string two =
        R"({"entity": "event/a", "kind": "event", "name": "Crisis of May"}
{"entity": "event/b", "kind": "event", "name": "May Crisis"}
{"subject": "France", "relation": "participates_in", "object": "event/a", "source": "a"}
{"subject": "Italy", "relation": "participates_in", "object": "event/b", "source": "b"}
)";
    const std::string one = two + R"({"same": ["event/a", "event/b"]})";
    CHECK(with(two, one) == "merged: a b -> a\n");
    CHECK(with(one, two) ==
          "split: a -> a b\n"
          "new: ITA participates_in b +1 -0\n"
          "gone: ITA participates_in a +0 -1\n");
    const Difference found = difference(view_of(test::graph_of(two)), view_of(test::graph_of(one)));
    REQUIRE(found.entities.size() == 1);
    CHECK(found.entities.front().rules == std::vector<std::string>{"identity judgement"});
}

TEST_CASE("a graph does not differ from itself") {
    for (const std::string_view folder : {"tokyo-talks", "alliances", "hostile"})
        CHECK(with(test::sample(folder), test::sample(folder)).empty());
}
