// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/patterns/pattern.hpp"

#include <doctest/doctest.h>

#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::explore;

namespace {

GraphPtr sample() {
    return test::graph_of(
        R"({"entity": "alliance/us-japan-alliance", "kind": "alliance", "name": "US-Japan Alliance"}
{"subject": "Japan", "relation": "member_of", "object": "alliance/us-japan-alliance"}
{"subject": "South Korea", "relation": "opposes", "object": "North Korea"})");
}

/// `nation, alliance: 0 member_of> 1`
std::string parsed(std::string_view text) {
    static const GraphPtr graph = sample();
    const Pattern pattern = parse_pattern(text, tables(*graph));
    std::string out;
    for (const Pattern::Node& node : pattern.nodes)
        out += (out.empty() ? "" : ", ") + node.name;
    out += ":";
    for (const Pattern::Edge& edge : pattern.edges) {
        const auto type = edge.type == Vocabulary::none
                              ? std::string_view(edge.sign ? "sign" : "?")
                              : tables(*graph).vocabulary->relation(edge.type).name;
        out += " " + std::to_string(edge.from) + " " + std::string(type) +
               (edge.directed ? "> " : " ") + std::to_string(edge.to) + ";";
    }
    return out;
}

/// Where the pattern is wrong, and why.
std::string wrong(std::string_view text) {
    try {
        return parsed(text);
    } catch (const PatternError& error) {
        return std::to_string(error.at) + ": " + error.what();
    }
}

} // namespace

TEST_CASE("a pattern has nodes and edges") {
    CHECK(parsed("nation") == "nation:");
    CHECK(parsed("nation -member_of-> alliance") == "nation, alliance: 0 member_of> 1;");
    CHECK(parsed("alliance <-member_of- nation") == "alliance, nation: 1 member_of> 0;");
    CHECK(parsed("alliance -has_member-> nation") == "alliance, nation: 1 member_of> 0;");
    CHECK(parsed("nation -ally_of-> nation") == "nation, nation 2: 0 ally_of 1;");
    CHECK(parsed("nation -opposes- *") == "nation, any: 0 opposes 1;");
    CHECK(parsed("nation -?-> * -conflict- nation") == "nation, any, nation 2: 0 ?> 1; 1 sign 2;");
    CHECK(parsed("nation-member_of->alliance<-member-of- nation") ==
          "nation, alliance, nation 2: 0 member_of> 1; 2 member_of> 1;");
}

TEST_CASE("entities are called by any name") {
    CHECK(parsed("Japan -member_of-> alliance/us-japan-alliance") ==
          "Japan, US-Japan Alliance: 0 member_of> 1;");
    CHECK(parsed("\"South Korea\" -opposes-> DPRK") == "South Korea, North Korea: 0 opposes> 1;");
    CHECK(parsed("ROK -opposes-> nation, \"South Korea\" -?- *") ==
          "South Korea, nation, any: 0 opposes> 1; 0 ? 2;");
}

TEST_CASE("the nth of a kind is the same in every part, and so is what has the same name") {
    CHECK(parsed("nation -member_of-> alliance <-member_of- nation, nation -opposes-> nation") ==
          "nation, alliance, nation 2: 0 member_of> 1; 2 member_of> 1; 0 opposes> 2;");
    CHECK(parsed("a:nation -member_of-> x:alliance <-member_of- b:nation, b -opposes-> a") ==
          "a, x, b: 0 member_of> 1; 2 member_of> 1; 2 opposes> 0;");
    CHECK(parsed("a:nation -opposes-> nation, a -ally_of-> other:nation") ==
          "a, nation, other: 0 opposes> 1; 0 ally_of 2;");
}

TEST_CASE("what is wrong is told with its position") {
    CHECK(wrong("") == "0: a kind, an entity or * has to stand here");
    CHECK(wrong("nation -") ==
          "7: this relation has no second dash: -RELATION->, <-RELATION- or -RELATION-");
    CHECK(wrong("nation -membr_of-> alliance") == "8: there is no relation 'membr_of'");
    CHECK(wrong("nation --> alliance") == "8: a relation has to stand here, or ? for any");
    CHECK(wrong("nation <-opposes-> nation") == "7: an arrow to both sides; write -RELATION-");
    CHECK(wrong("nation -opposes-> Atlantis") ==
          "18: there is no kind and nothing else called 'Atlantis'");
    CHECK(wrong("nation -opposes->") == "17: a kind, an entity or * has to stand here");
    CHECK(wrong("nation alliance") ==
          "7: a relation has to stand here: -RELATION->, <-RELATION- or -RELATION-");
    CHECK(wrong("nation -opposes-> \"South") == "18: these quotes are not closed");
    CHECK(wrong("a:nation -opposes-> a") == "20: this is the node before it; a relation joins two");
    CHECK(wrong("a:nation -opposes-> a:nation") ==
          "20: 'a' stands for a node already; say a without what it is");
    CHECK(wrong("nation -opposes-> nation, event -?- place").starts_with("26: this part has no"));
    CHECK(wrong("nation -?- event -?- place -?- threat -?- official -?- alliance -?- agreement "
                "-?- capability -?- organization")
              .find("more than 8 nodes") != std::string::npos);
    CHECK(wrong("nation,") == "7: a kind, an entity or * has to stand here");
}
