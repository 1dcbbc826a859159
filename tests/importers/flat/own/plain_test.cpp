// SPDX-License-Identifier: BSL-1.0
// Records of our own files that need no second look take a short way. It must come to the same as
// the usual one, which a member that is null, or a space between texts, makes them take.
#include <doctest/doctest.h>

#include <string>

#include "exporters/registry.hpp"
#include "tests/importers/recording.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using test::Outcome;

namespace {

std::string replaced(std::string text, std::string_view part, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += by.size())
        text.replace(at, part.size(), by);
    return text;
}

/// The same file with nothing plain in its lists. Each of them stands in one line.
std::string odd(const std::string& text) {
    std::string out;
    for (std::string line : test::lines_of(text)) {
        if (line.find("<data key=\"e_kg_") != std::string::npos) {
            line = replaced(std::move(line), "[{\"", "[{\"no\":null,\"");
            for (const char* before : {"}", "\""}) // behind an object, and behind a lone id
                line = replaced(std::move(line), std::string(before) + ",{\"",
                                std::string(before) + ",{\"no\":null,\"");
        }
        for (const char* list : {"e_kg_sources\">[", "n_kg_aliases\">["})
            line = replaced(std::move(line), list, std::string(list) + ' ');
        out += line + "\n";
    }
    return out;
}

void check_same(std::string_view facts, bool lean) {
    std::string text;
    Diagnostics diagnostics;
    Output out([&](std::string_view bytes) { text += bytes; });
    find_exporter("graphml")->write(view_of(test::graph_of(facts)), out, {.lean = lean},
                                    diagnostics);
    out.flush();
    const Outcome quick = test::read_text(text, "graphml");
    const Outcome slow = test::read_text(odd(text), "graphml");
    CHECK(quick.text() == slow.text());
    CHECK(quick.told() == slow.told());
    CHECK(quick.rejects == slow.rejects);
    CHECK(quick.counts.accepted == slow.counts.accepted);
    CHECK(quick.counts.rejected == slow.counts.rejected);
}

/// An edge of ours with these data, between the nodes x/a and x/b, and what becomes of it.
std::string edge(const std::string& data) {
    const Outcome outcome = test::read_text(
        R"(<graphml><key id="c" for="edge" attr.name="kg_confidence" attr.type="double"/>
<key id="n" for="edge" attr.name="kg_claim_count" attr.type="long"/><graph edgedefault="directed">
<node id="a"><data key="kg_id">x/a</data></node><node id="b"><data key="kg_id">x/b</data></node>
<edge source="a" target="b"><data key="n">2</data>)" +
            data + "</edge></graph></graphml>",
        "graphml");
    std::string text;
    for (std::size_t n = 2; n < outcome.records.size(); ++n)
        text += outcome.records[n] + "\n";
    for (const std::string& line : outcome.rejects)
        text += "rejected " + line + "\n";
    return text;
}

constexpr const char* relation = R"(<data key="label">r</data>)";

} // namespace

TEST_CASE("plain records: the samples and generated facts") {
    for (const bool lean : {false, true}) {
        for (const std::string_view folder : {"tokyo-talks", "alliances", "hostile"})
            check_same(test::sample(folder), lean);
        for (unsigned seed = 0; seed < 60; ++seed) {
            std::string facts;
            for (const std::string& line : test::generated_facts(seed, 5 + seed))
                facts += line + "\n";
            check_same(facts, lean);
        }
    }
}

TEST_CASE("plain records: a lean edge is ours, and each source is one claim") {
    const std::string claim = "4:1 claim subject=x/a relation=r object=x/b";
    CHECK(edge(relation) == claim + "\n");
    CHECK(
        edge(
            std::string(relation) +
            R"(<data key="c">0.5</data><data key="kg_from">2001</data><data key="kg_status">planned</data>
<data key="kg_sources">["s","t"]</data>)") ==
        claim + " from=2001 stance=planned confidence=0.5 source=s\n" + claim +
            " from=2001 stance=planned source=t\n");
    CHECK(edge(std::string(relation) + R"(<data key="kg_status">disputed</data>
<data key="kg_sources">["s"," t ","e\u0301",{}]</data>)") ==
          claim + " source=s\n" + claim + " source=t\n" + claim + " source=é\n");
}

TEST_CASE("plain records: what is wrong is rejected as before") {
    CHECK(edge(std::string(relation) + R"(<data key="kg_from">soon</data>)") ==
          "rejected 4:1 {\"subject\":\"x/a\",\"relation\":\"r\",\"object\":\"x/b\",\"from\":"
          "\"soon\"}\n");
    CHECK(edge(std::string(relation) + R"(<data key="c">1.5</data>)") ==
          "rejected 4:1 {\"subject\":\"x/a\",\"relation\":\"r\",\"object\":\"x/b\","
          "\"confidence\":1.5}\n");
    CHECK(edge("").starts_with("rejected 4:1"));
    CHECK(
        edge(std::string(relation) +
             R"(<data key="kg_claims">[{"from":"2001"},{"to":"x"},{"date":"2001/2002"}]</data>)") ==
        "4:1 claim subject=x/a relation=r object=x/b from=2001\n"
        "4:1 claim subject=x/a relation=r object=x/b from=2001 to=2002\n"
        "rejected 4:1 {\"subject\":\"x/a\",\"relation\":\"r\",\"object\":\"x/b\",\"to\":\"x\"}\n");
}
