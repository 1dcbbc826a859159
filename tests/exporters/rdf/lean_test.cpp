// SPDX-License-Identifier: BSL-1.0
// What --lean leaves of relations in RDF (docs/decisions/0009-lean-rdf.md).
#include <doctest/doctest.h>

#include <string>

#include "exporters/formats.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

constexpr std::string_view facts =
    R"({"source": "b", "publisher": "Paper"}
{"source": "unused"}
{"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "from": "1960-01-19", "confidence": 0.5, "source": "b"}
{"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "source": "a"}
{"subject": "nation/JPN", "relation": "met_with", "object": "nation/USA", "date": "2023-06-01", "quote": "They met."}
{"subject": "nation/PRK", "relation": "threatens", "object": "nation/JPN", "stance": "denied", "source": "a"}
)";

struct Result {
    std::string text;
    ExportReport report;
    Diagnostics diagnostics;
};

void write_lean(const View& view, const Exporter& format, Result& result) {
    Output out([&](std::string_view bytes) { result.text += bytes; });
    result.report = format.write(view, out, {.lean = true}, result.diagnostics);
    out.flush();
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("lean RDF: what is supported is said in a graph of its own, anything else by a node") {
    Result result;
    write_lean(view_of(test::graph_of(facts)), nquads_exporter, result);
    const auto line = [&](const std::string& text) {
        return has(result.text, "\n" + text + " .\n");
    };
    const std::string base = "<https://entente.example/", term = base + "vocabulary#",
                      rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                      xsd = "<http://www.w3.org/2001/XMLSchema#",
                      source = " <http://www.w3.org/ns/prov#wasDerivedFrom> " + base + "source/";
    const std::string ally = base + "relation/nation/JPN/ally_of/nation/USA>";
    CHECK(line(base + "nation/JPN> " + term + "allyOf> " + base + "nation/USA> " + ally));
    CHECK(line(ally + ' ' + term + "confidence> \"0.5\"^^" + xsd + "decimal>"));
    CHECK(line(ally + ' ' + term + "from> \"1960-01-19\"^^" + xsd + "date>"));
    CHECK(line(ally + source + "a>"));
    CHECK(line(ally + source + "b>"));
    CHECK_FALSE(has(result.text, ally + ' ' + term + "claimCount>"));
    const std::string met = base + "relation/nation/JPN/met_with/nation/USA>";
    CHECK(line(met + ' ' + term + "date> \"2023-06-01\"^^" + xsd + "date>"));
    CHECK(line(met + ' ' + term + "claimCount> \"1\"^^" + xsd + "integer>"));
    const std::string denied = base + "relation/nation/PRK/threatens/nation/JPN>";
    CHECK_FALSE(has(result.text, denied + " .")); // no graph: it would say that it is so
    CHECK(line(denied + ' ' + rdf + "subject> " + base + "nation/PRK>"));
    CHECK(line(denied + ' ' + term + "status> \"denied\""));
    CHECK_FALSE(has(result.text, "Paper"));
    CHECK_FALSE(has(result.text, "They met"));
}

TEST_CASE("lean RDF: sources left out and sources without their details are told") {
    for (const Exporter* format :
         {&nquads_exporter, &trig_exporter, &turtle_exporter, &jsonld_exporter}) {
        CAPTURE(format->name);
        Result result;
        const View view = view_of(test::graph_of(facts));
        write_lean(view, *format, result);
        CHECK(result.report.written == ItemCounts{3, 3, 0, 2});
        CHECK(result.report.left_out == ItemCounts{0, 0, 4, 1});
        CHECK(result.diagnostics.count(Code::lean) == 3);
    }
}

TEST_CASE("lean RDF: all syntaxes give the same facts back") {
    const auto check = [](const std::string& name, const std::string& text) {
        CAPTURE(name);
        const View view = view_of(test::graph_of(text));
        std::string first;
        for (const Exporter* format :
             {&nquads_exporter, &trig_exporter, &turtle_exporter, &jsonld_exporter}) {
            CAPTURE(format->name);
            Result result;
            write_lean(view, *format, result);
            Diagnostics diagnostics;
            const GraphPtr read = test::read_back(result.text, diagnostics);
            CHECK(diagnostics.count(Severity::error) == 0);
            CHECK(tables(*read).relations.size() == view.relations().size());
            const std::string again = test::facts_of(read);
            if (first.empty()) first = again;
            CHECK(again == first);
        }
    };
    check("few", std::string(facts));
    for (const std::string_view folder : {"tokyo-talks", "hostile"})
        check(std::string(folder), test::sample(folder));
    for (unsigned seed = 0; seed < 40; ++seed) {
        std::string text;
        for (const std::string& line : test::generated_facts(seed, 5 + seed))
            text += line + '\n';
        check("generated " + std::to_string(seed), text);
    }
}

TEST_CASE("lean RDF: the relation that was read is the relation that was written") {
    const View view = view_of(test::graph_of(facts));
    Result result;
    write_lean(view, nquads_exporter, result);
    Diagnostics diagnostics;
    const GraphPtr read = test::read_back(result.text, diagnostics);
    for (const char* type : {"ally_of", "met_with"}) {
        const Relation* was =
            test::find_relation(view.tables_ptr(), "nation/JPN", type, "nation/USA");
        const Relation* is = test::find_relation(read, "nation/JPN", type, "nation/USA");
        REQUIRE((was && is));
        CHECK(is->status == was->status);
        CHECK(is->period == was->period);
        CHECK(is->source_count == was->source_count);
    }
    const Relation* denied = test::find_relation(read, "nation/PRK", "threatens", "nation/JPN");
    REQUIRE(denied);
    CHECK(denied->status == Status::denied);
}
