// SPDX-License-Identifier: BSL-1.0
// What becomes of GraphML that others wrote. That our own files come back exactly is one of the
// laws (tests/laws_test.cpp).
#include <doctest/doctest.h>

#include <string>

#include "tests/importers/recording.hpp"

using entente::test::Outcome;
using entente::test::read_text;

namespace {

Outcome read(const std::string& text) {
    Outcome outcome = read_text(text);
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    return outcome;
}

/// A document with these keys and this inside of its one graph.
Outcome read_graph(const std::string& keys, const std::string& inside,
                   const std::string& attributes = " edgedefault=\"directed\"") {
    return read("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">" + keys + "<graph" +
                attributes + ">\n" + inside + "\n</graph></graphml>");
}

std::size_t count(const Outcome& outcome, std::string_view part) {
    std::size_t n = 0;
    for (const std::string& line : outcome.diagnostics)
        n += line.find(part) != std::string::npos;
    return n;
}

} // namespace

TEST_CASE("GraphML: typed data become typed attributes") {
    const Outcome outcome = read_graph(
        R"(<key id="a" for="node" attr.name="label" attr.type="string"/>
<key id="b" for="node" attr.name="i" attr.type="int"/><key id="c" for="node" attr.name="l" attr.type="long"/>
<key id="d" for="node" attr.name="f" attr.type="float"/><key id="e" for="node" attr.name="d" attr.type="double"/>
<key id="f" for="node" attr.name="t" attr.type="boolean"/><key id="g" for="node" attr.name="u" attr.type="boolean"/>
<key id="h" for="node" attr.name="s"/><key id="j" for="node" attr.name="inf" attr.type="double"/>)",
        R"(<node id="1"><data key="a">A &amp; <![CDATA[<b>]]></data><data key="b"> 7 </data><data key="c">-8</data>
<data key="d">1.50</data><data key="e">1E5</data><data key="f">True</data><data key="g">0</data>
<data key="h"> x </data><data key="j">INF</data></node>)");
    CHECK(outcome.text() ==
          "6:1 entity name=A & <b> +node_id:s=1 +i:i=7 +l:i=-8 +f:d=1.50 +d:d=1E5 +t:b=true "
          "+u:b=false +s:s= x  +inf:s=INF\n");
    CHECK(outcome.diagnostics.empty());
}

TEST_CASE("GraphML: defaults hold where there are no data, also for keys of everything") {
    const Outcome outcome = read_graph(
        R"(<key id="a" for="all" attr.name="color"><default>blue</default></key>
<key id="b" for="edge" attr.name="weight" attr.type="double"><default>1.0</default></key>)",
        R"(<node id="A"/><node id="B"><data key="a">red</data></node>
<edge source="A" target="B"/>)");
    CHECK(outcome.text() ==
          "3:1 entity name=A +color:s=blue\n3:15 entity name=B +color:s=red\n"
          "4:1 claim subject=A relation=related_to object=B +color:s=blue "
          "+weight:d=1.0\n");
}

TEST_CASE("GraphML: no number, no value") {
    const Outcome outcome = read_graph(
        R"(<key id="a" for="node" attr.name="n" attr.type="double"/><key id="b" for="node" attr.name="m" attr.type="int"/>)",
        R"(<node id="A"><data key="a">NaN</data><data key="b"/></node>)");
    CHECK(outcome.text() == "2:1 entity name=A\n");
    CHECK(count(outcome, "NaN is no number") == 1);
}

TEST_CASE("GraphML: edges before their nodes, without ids, without a direction") {
    const Outcome outcome =
        read_graph("", R"(<edge source="A" target="B"/><edge source="B" target="A" directed="true"/>
<edge source="B" target="A"/><node id="A"/><node id="B"/>)",
                   " edgedefault=\"undirected\"");
    CHECK(outcome.counts.accepted == 5);
    CHECK(outcome.text() ==
          "3:30 entity name=A\n3:44 entity name=B\n"
          "2:1 claim subject=A relation=related_to object=B\n"
          "2:30 claim subject=B relation=related_to object=A\n"
          "3:1 claim subject=B relation=related_to object=A\n");
    CHECK(count(outcome, "without a direction") == 1);
}

TEST_CASE("GraphML: nested graphs, several graphs, ports") {
    const Outcome nested = read_graph(
        "", R"(<node id="A"><port name="p"/><graph id="g"><node id="A::B"/></graph></node>
<edge source="A" target="A::B" sourceport="p"/>)");
    CHECK(nested.counts.accepted == 3);
    CHECK(count(nested, "graphs inside of nodes") == 1);
    CHECK(count(nested, "ports are not kept") == 1);
    const Outcome several = read(R"(<graphml><graph id="g"><node id="A"/></graph>
<graph id="h"><node id="A"/><node id="B"/><edge source="A" target="B"/></graph></graphml>)");
    CHECK(several.counts.accepted == 4);
    CHECK(several.text() ==
          "1:24 entity name=A\n2:15 entity name=h/A\n2:29 entity name=h/B\n"
          "2:43 claim subject=h/A relation=related_to object=h/B\n");
    CHECK(count(several, "are read as one") == 1);
}

TEST_CASE("GraphML: what is no node or edge is rejected with its text") {
    const Outcome outcome = read_graph("", R"(<node/><node id="A"/><node id="A"/>
<edge source="A"/><edge source="A" target="Z"/>
<hyperedge><endpoint node="A"/><endpoint node="A"/></hyperedge>)");
    CHECK(outcome.counts.accepted == 1);
    CHECK(outcome.counts.rejected == 5);
    CHECK(outcome.rejects.size() == 5);
    CHECK(count(outcome, "a node without an id") == 1);
    CHECK(count(outcome, "a second node with the id 'A'") == 1);
    CHECK(count(outcome, "without a source or target") == 1);
    CHECK(count(outcome, "ends at 'Z'") == 1);
    CHECK(count(outcome, "more than two nodes") == 1);
}

TEST_CASE("GraphML: after an error in the XML, what was read stays") {
    const Outcome outcome =
        read("<graphml><graph>\n<node id=\"A\"/>\n<node id=\"B\">\n<data key=\"x\">&bad;\n");
    CHECK(outcome.counts.accepted == 1);
    CHECK(outcome.counts.rejected == 1);
    CHECK(outcome.text() == "2:1 entity name=A\n");
    REQUIRE(outcome.rejects.size() == 1);
    CHECK(outcome.rejects[0].starts_with("3:1 <node id=\"B\">"));
    CHECK(count(outcome, "facts:4:15: error: broken XML: undefined entity") == 1);
}

TEST_CASE("GraphML: TinkerPop, Neo4j, networkx") {
    const std::string keys =
        R"(<key id="labelV" for="node" attr.name="labelV"/><key id="labels" for="node" attr.name="labels"/>
<key id="name" for="node" attr.name="name"/><key id="labelE" for="edge" attr.name="labelE"/>
<key id="tags" for="node" attr.name="tags" attr.list="string"/>)";
    const Outcome outcome = read_graph(
        keys, R"(<node id="1"><data key="labelV">nation</data><data key="name">Japan</data></node>
<node id="2" labels=":Person:Country"><data key="labels">:Person:Country</data><data key="name">US</data><data key="tags">["a"]</data></node>
<edge id="e" source="1" target="2" label="OTHER"><data key="labelE">ally_of</data></edge>
<edge source="1" target="2" label="ALLY_OF"/>)");
    CHECK(outcome.text() ==
          "4:1 entity kind=nation name=Japan +node_id:s=1\n"
          "5:1 entity kind=official name=US +node_id:s=2 +labels:s=:Person:Country "
          "+tags:j=[\"a\"]\n"
          "6:1 claim subject=Japan<nation> relation=ally_of object=US<official> "
          "+label:s=OTHER +edge_id:s=e\n"
          "7:1 claim subject=Japan<nation> relation=ALLY_OF object=US<official>\n");
    CHECK(outcome.diagnostics.empty());
}

TEST_CASE("GraphML: yEd's labels are the names, its drawing is left alone") {
    const Outcome outcome = read_graph(
        R"(<key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/>
<key attr.name="url" for="node" id="d2"/><key attr.name="description" for="node" id="d3"/>)",
        R"(<node id="n0"><data key="d2">https://x.example</data><data key="d3"/><data key="d0"><y:ShapeNode><y:Geometry x="1.0"/>
<y:NodeLabel>Japan
<y:LabelModel/></y:NodeLabel><y:NodeLabel>second</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node>
<node id="n1"><data key="d0"><y:ShapeNode><y:NodeLabel>US</y:NodeLabel></y:ShapeNode></data></node>
<edge id="e0" source="n0" target="n1"><data key="d1"><y:PolyLineEdge><y:EdgeLabel>ally of</y:EdgeLabel></y:PolyLineEdge></data></edge>)");
    CHECK(outcome.text() ==
          "3:1 entity name=Japan +node_id:s=n0 +url:s=https://x.example "
          "+label_2:s=second\n6:1 entity name=US +node_id:s=n1\n"
          "7:1 claim subject=Japan relation=ally of object=US +edge_id:s=e0\n");
    CHECK(outcome.diagnostics.empty());
}

TEST_CASE("GraphML: what is said of the graph, and what nobody declared") {
    const Outcome outcome =
        read_graph(R"(<key id="t" for="graph" attr.name="name"/>)",
                   R"(<desc> Words </desc><data key="t">Title</data><data key="z">9</data>
<node id="A"><data key="z">x<b>y</b></data></node>)");
    CHECK(outcome.text() ==
          "1:98 graph title=Title description=Words\n3:1 entity name=A +z:s=xy\n");
    CHECK(count(outcome, "without a <key>") == 1);
    CHECK(count(outcome, "'z' of the graph as a whole is not kept") == 1);
    CHECK(count(outcome, "only the text is kept") == 1);
}
