// SPDX-License-Identifier: BSL-1.0
// What becomes of GEXF that others wrote. That our own files come back exactly is one of the laws
// (tests/laws_test.cpp).
#include <doctest/doctest.h>

#include <string>

#include "tests/importers/recording.hpp"

using entente::test::Outcome;
using entente::test::read_text;

namespace {

Outcome read(const std::string& graph, const std::string& meta = {}) {
    Outcome outcome = read_text("<gexf version=\"1.3\">" + meta + "\n" + graph + "\n</gexf>");
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    return outcome;
}

std::size_t count(const Outcome& outcome, std::string_view part) {
    std::size_t n = 0;
    for (const std::string& line : outcome.diagnostics)
        n += line.find(part) != std::string::npos;
    return n;
}

} // namespace

TEST_CASE("GEXF: labels, typed attributes, defaults, undeclared ones") {
    const Outcome outcome = read(R"(<graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="pop" type="integer"/><attribute id="1" title="eu" type="boolean"><default>false</default></attribute></attributes>
<attributes class="edge"><attribute id="0" title="since" type="string"/></attributes>
<nodes count="2"><node id="a" label="Japan"><attvalues><attvalue for="0" value="125"/><attvalue id="1" value="true"/></attvalues></node>
<node id="b" label="US"><attvalues><attvalue for="z" value="1"/></attvalues></node></nodes>
<edges><edge id="e" source="a" target="b" kind="ally_of" label="allies" weight="2.0"><attvalues><attvalue for="0" value="1960"/></attvalues></edge></edges>
</graph>)");
    CHECK(outcome.text() ==
          "5:18 entity name=Japan +node_id:s=a +pop:i=125 +eu:b=true\n"
          "6:1 entity name=US +node_id:s=b +z:s=1 +eu:b=false\n"
          "7:8 claim subject=Japan relation=ally_of object=US +label:s=allies "
          "+weight:d=2.0 +since:s=1960 +edge_id:s=e\n");
    CHECK(outcome.diagnostics.size() == 1);
    CHECK(count(outcome, "does not declare are read as texts") == 1);
}

TEST_CASE("GEXF: dates of the timeline are ours, other scales are kept as they are") {
    const std::string inside =
        R"(<nodes><node id="A" start="2001-05" end="2003-01-01"/><node id="B" start="5" end="7.5"/></nodes>
<edges><edge source="A" target="B"><spells><spell start="2001-06-01" end="2002-01-01"/><spell start="2003-01-01"/></spells></edge></edges></graph>)";
    const Outcome dates = read("<graph defaultedgetype=\"directed\" timeformat=\"date\">" + inside);
    CHECK(dates.text() ==
          "2:60 entity name=A from=2001-05 to=2003-01-01\n"
          "2:107 entity name=B +start:s=5 +end:s=7.5\n"
          "3:8 claim subject=A relation=related_to object=B from=2001-06-01 "
          "to=2002-01-01\n"
          "3:8 claim subject=A relation=related_to object=B from=2003-01-01\n");
    CHECK(dates.diagnostics.empty());
    const Outcome numbers = read(
        R"(<graph timeformat="double"><nodes><node id="A" start="2001" end="2004.0"/></nodes></graph>)");
    CHECK(numbers.text() == "2:35 entity name=A +start:s=2001 +end:s=2004.0\n");
}

TEST_CASE("GEXF: what is not kept is told once") {
    const Outcome outcome = read(
        R"(<graph><attributes class="node" mode="dynamic"><attribute id="w" title="w" type="double"/></attributes>
<nodes><node id="A"><viz:color r="1" g="2" b="3"/><viz:size value="3"/><parents><parent for="B"/></parents>
<attvalues><attvalue for="w" value="1" end="2001"/><attvalue for="w" value="2" start="2001"/></attvalues>
<nodes><node id="B"><viz:position x="1" y="1" z="0"/></node></nodes></node></nodes>
<edges><edge source="A" target="B" type="mutual"/></edges></graph>)");
    CHECK(outcome.text() ==
          "5:8 entity name=B\n3:8 entity name=A +w:i=2\n"
          "6:8 claim subject=A relation=related_to object=B\n");
    CHECK(outcome.diagnostics.size() == 5);
    CHECK(count(outcome, "positions, colours and sizes") == 1);
    CHECK(count(outcome, "the last is kept") == 1);
    CHECK(count(outcome, "nodes inside of nodes") == 1);
    CHECK(count(outcome, "further parents") == 1);
    CHECK(count(outcome, "without a direction") == 1);
}

TEST_CASE("GEXF: the graph's description, and items that are none") {
    const Outcome outcome = read(
        R"(<graph><nodes><node label="x"/><node id="A"/></nodes><edges><edge source="A" target="Z"/><edge target="A"/></edges></graph>)",
        "<meta><creator>Gephi 0.10</creator><description>Words</description></meta>");
    CHECK(outcome.text() == "2:1 graph description=Words\n2:32 entity name=A\n");
    CHECK(outcome.counts.rejected == 3);
    CHECK(outcome.rejects.size() == 3);
}

TEST_CASE("GEXF: an empty description of Gephi is none; a broken end leaves what was read") {
    const Outcome outcome = read_text(
        "<gexf><meta><description></description></meta><graph><nodes><node id=\"A\"/><node "
        "id=\"B\"><attvalues>");
    CHECK(outcome.text() == "1:61 entity name=A\n");
    CHECK(outcome.counts.rejected == 1);
    REQUIRE(outcome.rejects.size() == 1);
    CHECK(outcome.rejects[0] == "1:75 <node id=\"B\"><attvalues>");
}
