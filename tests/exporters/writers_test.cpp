// SPDX-License-Identifier: BSL-1.0
// What single writers do beyond the goldens. How other programs read the files is tried in
// tests/conformance.
#include "exporters/formats.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/support/facts.hpp"

using namespace entente;

namespace {

struct Result {
    std::string text;
    ExportReport report;
    Diagnostics diagnostics;
};

void write(const Exporter& format, std::string_view input, Result& result,
           const ExportOptions& options = {}, const ViewOptions& view = {}) {
    Output out([&](std::string_view bytes) { result.text += bytes; });
    result.report =
        format.write(view_of(test::graph_of(input), view), out, options, result.diagnostics);
    out.flush();
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

constexpr std::string_view pair =
    R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "source": "s", "quote": "words"})"
    "\n";

constexpr std::string_view members =
    R"({"entity": "alliance/x", "name": "X", "obligation": ["defense"]}
{"subject": "nation/JPN", "relation": "member_of", "object": "alliance/x"}
{"subject": "nation/USA", "relation": "member_of", "object": "alliance/x"}
)";

const Exporter* const graph_formats[] = {&dot_exporter, &graphml_exporter, &jsonld_exporter,
                                         &gexf_exporter};

} // namespace

TEST_CASE("without the claims: nodes, edges and sources stay, and the claims are told") {
    ExportOptions lean;
    lean.lean = true;
    for (const Exporter* format : graph_formats) {
        CAPTURE(format->name);
        Result result;
        write(*format, pair, result, lean);
        CHECK(result.report.written == ItemCounts{2, 1, 0, 1});
        CHECK(result.report.left_out == ItemCounts{0, 0, 1, 0});
        CHECK(result.diagnostics.count(Code::lean) == 1);
        CHECK(count(result.text, "words") == 0);
        CHECK(count(result.text, "\"s\"") + count(result.text, "\\\"s\\\"") +
                  count(result.text, "&quot;s&quot;") + count(result.text, "/s\"") >
              0);
    }
}

TEST_CASE("lean GraphML: one line an edge, and nothing that is there only for single readers") {
    constexpr std::string_view facts =
        R"({"source": "s", "url": "https://example.org/s"}
{"source": "t"}
{"source": "v", "title": "of no claim"}
{"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "from": "1960", "confidence": 0.5, "source": "t"}
{"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "source": "s"}
)";
    Result plain;
    write(graphml_exporter, facts, plain, {.lean = true});
    const std::string edge = R"(<edge source="n.nation-2FJPN" target="n.nation-2FUSA">)"
                             R"(<data key="label">ally_of</data>)";
    const std::string rest = R"(<data key="e_kg_confidence">0.5</data>)"
                             R"(<data key="e_kg_from">1960</data>)"
                             R"(<data key="e_kg_claim_count">2</data>)";
    CHECK(count(plain.text, "\n" + edge + rest +
                                R"(<data key="e_kg_sources">["s","t"]</data></edge>)"
                                "\n") == 1);
    for (const char* word : {"labelV", "labels", "labelE", "interaction", "e_kg_id", "kg_status",
                             "kg_source_count", "kg_claims", "  "})
        CHECK(count(plain.text, word) == 0);
    CHECK(count(plain.text, R"([{"source":"v","title":"of no claim"}])") == 1);
    REQUIRE(plain.report.losses.size() == 1);
    CHECK(plain.report.losses[0].count == 2);
    CHECK(plain.report.losses[0].what ==
          "claims and the details of 1 sources left out, as asked (--lean)");

    // Where one denies, all edges have a status, and this one more sources than support it.
    const std::string denied =
        std::string(facts) +
        R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "stance": "denied", "source": "u"}
{"subject": "nation/USA", "relation": "opposes", "object": "nation/RUS", "source": "u"}
)";
    Result disputed;
    write(graphml_exporter, denied, disputed, {.lean = true});
    CHECK(count(disputed.text, R"(<data key="e_kg_status">disputed</data>)") == 1);
    CHECK(count(disputed.text, R"(<data key="e_kg_status">supported</data>)") == 1);
    CHECK(count(disputed.text, R"(<data key="e_kg_source_count">2</data>)") == 1);
    CHECK(count(disputed.text, "<data key=\"e_kg_source_count\">") == 1);
    CHECK(count(disputed.text, R"(["s","t","u"])") == 1);
}

TEST_CASE("derived relations are edges that say so") {
    ViewOptions view;
    view.derived = true;
    Result graphml, dot, jsonld;
    write(graphml_exporter, members, graphml, {}, view);
    REQUIRE(graphml.report.written.relations == 3);
    CHECK(graphml.report.left_out.total() == 0);
    CHECK(count(graphml.text, "<edge ") == graphml.report.written.relations);
    CHECK(count(graphml.text, R"(<data key="e_kg_derived">true</data>)") ==
          graphml.report.written.relations - 2);
    write(dot_exporter, members, dot, {}, view);
    CHECK(count(dot.text, "\"kg_derived\"=\"true\"") == dot.report.written.relations - 2);
    write(jsonld_exporter, members, jsonld, {}, view);
    CHECK(count(jsonld.text, R"("derived":true)") == jsonld.report.written.relations - 2);
}

TEST_CASE("the profile boost writes booleans as Boost reads them") {
    ExportOptions boost;
    boost.profile = "boost";
    Result result;
    write(graphml_exporter, R"({"entity": "place/x", "name": "X", "flag": true}
{"entity": "place/y", "name": "Y", "flag": false}
)",
          result, boost);
    CHECK(count(result.text, R"(<data key="n_flag">1</data>)") == 1);
    CHECK(count(result.text, R"(<data key="n_flag">0</data>)") == 1);
}

TEST_CASE("the profile yed adds shapes, lines and labels, and takes nothing away") {
    constexpr std::string_view input =
        R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA"}
{"subject": "nation/JPN", "relation": "attacks", "object": "nation/USA", "stance": "possible"}
{"subject": "nation/JPN", "relation": "opposes", "object": "nation/USA", "stance": "denied"}
{"entity": "place/a", "kind": "place", "name": "<A & B>"}
)";
    ExportOptions yed;
    yed.profile = "yed";
    Result plain, drawn;
    write(graphml_exporter, input, plain);
    write(graphml_exporter, input, drawn, yed);
    CHECK(count(drawn.text, "<data key=\"n_kg_") == count(plain.text, "<data key=\"n_kg_"));
    CHECK(count(drawn.text, "<data key=\"e_kg_") == count(plain.text, "<data key=\"e_kg_"));
    CHECK(count(drawn.text, "<y:ShapeNode>") == 3);
    CHECK(count(drawn.text, "<y:PolyLineEdge>") == 3);
    CHECK(count(drawn.text, R"(target="none"/>)") == 1); // an alliance has no direction
    CHECK(count(drawn.text, R"(target="standard"/>)") == 2);
    CHECK(count(drawn.text, R"(type="dashed" width="1.0"/><y:Arrows)") == 1);
    CHECK(count(drawn.text, R"(type="dotted" width="1.0"/><y:Arrows)") == 1);
    CHECK(count(drawn.text, "<![CDATA[<A & B>]]></y:NodeLabel>") == 1);
    CHECK(count(drawn.text, R"(x="0.0" y="0.0")") == 1);
    CHECK(count(plain.text, "y:") == 0);
}

TEST_CASE("keys that nobody uses are not declared") {
    Result result;
    write(graphml_exporter,
          R"({"entity": "place/x", "kind": "place", "name": "X"})"
          "\n",
          result);
    CHECK(count(result.text, "kg_aliases") == 0);
    CHECK(count(result.text, "kg_claims") == 0);
    CHECK(count(result.text, "kg_provisional") == 0);
}

TEST_CASE("DOT without a node cannot carry the title and the sources, and says so") {
    Result result;
    write(dot_exporter,
          R"({"source": "s", "title": "T"})"
          "\n",
          result);
    CHECK(result.report.written.total() == 0);
    CHECK(result.report.left_out == ItemCounts{0, 0, 0, 1});
    CHECK(result.diagnostics.count(Code::not_representable) == 1);
}

TEST_CASE("only what is supported is a plain triple") {
    Result result;
    write(jsonld_exporter,
          R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA"}
{"subject": "nation/JPN", "relation": "opposes", "object": "nation/USA", "stance": "denied"}
{"subject": "nation/JPN", "relation": "attacks", "object": "nation/USA", "stance": "possible"}
{"subject": "nation/JPN", "relation": "trades_with", "object": "nation/USA"}
{"subject": "nation/JPN", "relation": "trades_with", "object": "nation/USA", "stance": "denied"}
)",
          result);
    CHECK(count(result.text, R"(,"ally_of":[)") == 1);
    for (const char* relation : {R"(,"opposes":[)", R"(,"attacks":[)", R"(,"trades_with":[)"})
        CHECK(count(result.text, relation) == 0);
    CHECK(count(result.text, R"("status":"disputed")") == 1);
}

TEST_CASE("the base IRI is the user's; one that is none is refused") {
    ExportOptions options;
    options.base_iri = "https://example.org/facts/";
    Result result;
    write(jsonld_exporter, pair, result, options);
    CHECK(count(result.text, R"("e":{"@id":"https://example.org/facts/",)") == 1);
    CHECK(count(result.text, R"("@id":"e:nation/JPN")") == 1);
    options.base_iri = "not an IRI";
    CHECK_THROWS_AS(write(jsonld_exporter, pair, result, options), std::invalid_argument);
}

TEST_CASE("addresses that are no IRIs are text, and told") {
    Result result;
    write(jsonld_exporter, R"({"source": "a", "url": "https://example.org/{x}"}
{"source": "b", "url": "https://example.org/x"}
)",
          result);
    CHECK(count(result.text, R"("url":"https://example.org/{x}")") == 1);
    CHECK(count(result.text, R"("url":{"@id":"https://example.org/x"})") == 1);
    CHECK(result.diagnostics.count(Code::approximated) == 1);
}
