// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/patterns/match.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "graph/explore/network/adjacency.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::explore;

namespace {

GraphPtr pact() {
    return test::graph_of(R"({"entity": "alliance/pact", "kind": "alliance", "name": "Pact"}
{"subject": "nation/FRA", "relation": "member_of", "object": "alliance/pact"}
{"subject": "nation/GBR", "relation": "member_of", "object": "alliance/pact"}
{"subject": "nation/ITA", "relation": "member_of", "object": "alliance/pact"}
{"subject": "nation/ITA", "relation": "opposes", "object": "nation/FRA"}
{"subject": "nation/FRA", "relation": "ally_of", "object": "nation/GBR"}
{"subject": "nation/GBR", "relation": "attacks", "object": "nation/ITA", "stance": "denied"})");
}

std::string matched(const GraphPtr& graph, std::string_view text, std::size_t most = 50) {
    const View view = view_of(graph);
    const Matches matches = find_matches(view, parse_pattern(text, view.graph()), {.most = most});
    std::string out;
    for (const Match& match : matches.found) {
        out += out.empty() ? "" : " | ";
        for (const EntityIndex entity : match.entities) {
            const std::string_view id = view.entity(entity).id;
            out += (out.empty() || out.ends_with("| ") ? "" : " ") +
                   std::string(id.substr(id.find('/') + 1));
        }
    }
    if (matches.more > 0) out += " +" + std::to_string(matches.more);
    return out;
}

} // namespace

TEST_CASE("who fits a pattern") {
    const GraphPtr graph = pact();
    CHECK(matched(graph, "nation") == "FRA | GBR | ITA");
    CHECK(matched(graph, "nation -opposes-> nation") == "ITA FRA");
    CHECK(matched(graph, "nation -opposes- nation") == "FRA ITA"); // both ends are alike
    CHECK(matched(graph, "nation -opposes-> France") == "ITA FRA");
    CHECK(matched(graph, "event") == "");
}

TEST_CASE("members that oppose one another: the second part means the nations of the first") {
    CHECK(matched(pact(),
                  "nation -member_of-> alliance <-member_of- nation, nation -opposes-> nation") ==
          "ITA pact FRA");
}

TEST_CASE("answers that are the same but for an exchange are given once") {
    const GraphPtr graph = pact();
    CHECK(matched(graph, "nation -member_of-> alliance <-member_of- nation") ==
          "FRA pact GBR | FRA pact ITA | GBR pact ITA");
    CHECK(matched(graph, "nation -ally_of-> nation") == "FRA GBR");
    CHECK(matched(graph, "Britain -ally_of-> nation") == "GBR FRA");
    CHECK(matched(graph,
                  "a:nation -member_of-> x:alliance, b:nation -member_of-> x, "
                  "c:nation -member_of-> x") == "FRA pact GBR ITA");
}

TEST_CASE("different nodes are different entities, and what is denied fits nothing") {
    const GraphPtr graph = pact();
    CHECK(matched(graph, "nation -conflict-> nation") == "ITA FRA");
    CHECK(matched(graph, "France -member_of-> alliance <-member_of- nation") ==
          "FRA pact GBR | FRA pact ITA");
}

TEST_CASE("only what may hold on one day, if that is asked") {
    const GraphPtr graph = test::graph_of(
        R"({"subject": "nation/FRA", "relation": "member_of", "object": "alliance/pact", "from": "1950", "to": "1960"}
{"subject": "nation/GBR", "relation": "member_of", "object": "alliance/pact", "from": "1960", "to": ".."}
{"subject": "nation/ITA", "relation": "member_of", "object": "alliance/pact", "from": "1970"}
{"subject": "nation/ESP", "relation": "member_of", "object": "alliance/pact"})");
    const View view = view_of(graph);
    const Pattern pattern =
        parse_pattern("nation -member_of-> alliance <-member_of- nation", view.graph());
    CHECK(find_matches(view, pattern).found.size() == 6);
    const Matches together = find_matches(view, pattern, {.together = true});
    CHECK(together.found.size() == 5); // France had left when Italy came
    CHECK(find_matches(view, pattern, {.most = 1, .together = true}).more == 4);
}

TEST_CASE("what is beyond the limit is counted") {
    CHECK(matched(pact(), "nation -member_of-> alliance", 2) == "FRA pact | GBR pact +1");
}

namespace {

/// Every assignment of entities to nodes that fits, as sorted sets, by trying all.
std::size_t answers_by_trying(const View& view, const Pattern& pattern) {
    std::vector<EntityIndex> taken(pattern.nodes.size());
    std::size_t count = 0;
    const auto joined = [&](const Pattern::Edge& edge) {
        return std::any_of(
            view.relations().begin(), view.relations().end(), [&](const Relation& relation) {
                const auto from = taken[edge.from], to = taken[edge.to];
                const bool along = relation.subject == from && relation.object == to;
                const bool against = relation.subject == to && relation.object == from;
                return relation.status != Status::denied &&
                       (along || (!edge.directed && against)) &&
                       (edge.type == Vocabulary::none || relation.type == edge.type);
            });
    };
    const auto go = [&](const auto& self, std::size_t node) -> void {
        if (node == taken.size()) {
            count += std::all_of(pattern.edges.begin(), pattern.edges.end(), joined) ? 1U : 0U;
            return;
        }
        for (const EntityIndex entity : view.entities()) {
            const auto end = taken.begin() + static_cast<std::ptrdiff_t>(node);
            if (std::find(taken.begin(), end, entity) != end) continue;
            if (!pattern.nodes[node].any_kind &&
                view.entity(entity).kind != pattern.nodes[node].kind)
                continue;
            taken[node] = entity;
            self(self, node + 1);
        }
    };
    go(go, 0);
    return count;
}

} // namespace

TEST_CASE("the search finds just what trying everything finds") {
    struct Asked {
        std::string_view text;
        std::size_t same; ///< how many answers differ only by an exchange
    };
    for (unsigned seed = 1; seed <= 6; ++seed) {
        std::string facts;
        for (const std::string& line : test::generated_facts(seed, 60))
            facts += line + '\n';
        Diagnostics diagnostics;
        const View view = view_of(test::graph_of(facts, diagnostics));
        for (const Asked asked :
             {Asked{"nation -?-> nation", 1}, Asked{"nation -?- nation", 2},
              Asked{"* -?- nation -?- *", 2}, Asked{"nation -?-> * <-?- nation", 2},
              Asked{"a:nation -?- b:nation, b -?- c:nation, c -?- a", 6}}) {
            const Pattern pattern = parse_pattern(asked.text, view.graph());
            CAPTURE(seed);
            CAPTURE(asked.text);
            const Matches matches = find_matches(view, pattern, {.most = 5});
            CHECK((matches.found.size() + matches.more) * asked.same ==
                  answers_by_trying(view, pattern));
        }
    }
}
