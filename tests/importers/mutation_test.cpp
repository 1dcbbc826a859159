// SPDX-License-Identifier: BSL-1.0
// Valid inputs, damaged at random (the same way in every run): whatever happens to a text, nothing
// crashes, every record is accounted for, and every position lies inside of the text.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>

#include "importers/importer.hpp"
#include "importers/syntax/utf8.hpp"
#include "tests/importers/recording.hpp"

using namespace entente;

namespace {

const std::string seeds[] = {
    R"({"graph": {"title": "T", "date": "2023-06"}}
{"source": "s", "publisher": "P", "published": "2023-06-01", "pages": 3}
{"entity": "nation/JPN", "kind": "nation", "name": "Japan", "aliases": ["N", {"name": "日本", "language": "ja"}], "same_as": ["wikidata:Q17"]}
{"subject": {"name": "Austin", "kind": "official", "x": [1, {"y": null}]}, "relation": "r", "object": "B", "date": "2021/..", "confidence": 0.98, "span": [3, 9], "quote": "\u00e9\ud83c\udf0d\n"}
{"same": ["a", "b"]}
["A", "r", "B"]
)",
    R"(Sure!
```json
{"graph": {"title": "T"}, "sources": [{"id": "s", "url": "u"}], "nodes": [{"id": 1, "label": "A"}, "B"],
 "edges": [{"source": 1, "target": "B", "type": "r", "ok": True}, {"head": "A", "relation": "r", "tail": "B",},
  {"subject": "A", "relation": "r", "object": {"id": "b", "name": "B"}, "source": {"id": "s"}}]}
```
)",
    "subject,subject_kind,relation,object,source,source_url,span,aliases@ja,n:integer,confidence\n"
    "A,nation,r,\"B, \"\"b\"\"\nc\",s,u,3-9,日本|x,7,0.5\r\nA,,r,B,,,,,,\n",
    R"(<?xml version="1.0"?>
<graphml><key id="d0" for="node" attr.name="label" attr.type="string"/><key id="d1" for="all" attr.name="n" attr.type="int"><default>1</default></key>
<key id="d2" for="node" yfiles.type="nodegraphics"/>
<graph edgedefault="undirected"><data key="d9">t</data><node id="a"><data key="d0">A &amp; <![CDATA[B]]></data><data key="d2"><y:N><y:NodeLabel>L</y:NodeLabel></y:N></data>
<graph><node id="b"><port name="p"/></node></graph></node><hyperedge><endpoint node="a"/></hyperedge>
<edge source="a" target="b"><data key="d1">7</data></edge><node id="c"><data key="kg_id">x/c</data></node></graph></graphml>
)",
    R"(<gexf version="1.3"><meta><description>D</description></meta><graph defaultedgetype="directed" timeformat="date">
<attributes class="node"><attribute id="0" title="t" type="double"><default>1</default></attribute></attributes>
<nodes><node id="a" label="A" start="2001-01-01"><attvalues><attvalue for="0" value="2"/></attvalues><viz:size value="1"/><spells><spell end="2002-01-01"/></spells></node>
<node id="b"/></nodes><edges><edge id="e" source="a" target="b" kind="r" weight="1.5"/></edges></graph></gexf>
)",
    R"(strict digraph "g" { // a comment
  node [shape=box]; graph [label="L"] # another
  subgraph cluster_1 { label="C"; "%a"; b [label=<<b>B</b> &amp; c>] }
  "%a" -> b:p -> {c d} [label="r\n\"s\"" key="k" note="x" + "y"] /* and
  one */ "n.1" [kg_id="nation/A", kg_kind="nation", kg_name="A", kg_empty="[\"kg_a_x\"]", kg_a_x=""]
}
graph h { x -- y [kg_claims="[{\"from\":\"1960\"}]" ] }
)",
    R"({"data": {"name": "T", "kg_sources": "[{\"source\":\"s\"}]"}, "directed": true, "elements": {
 "nodes": [{"data": {"id": "a", "name": "Japan", "x": [1, {"y": null}]}, "position": {"x": 1}, "classes": "c d"},
  {"data": {"id": "n", "kg_id": "nation/A", "kg_kind": "nation", "name": "A", "kg_attributes": "[{\"k\":1},{\"k\":2}]"}}],
 "edges": [{"data": {"id": "e", "source": "a", "target": "n", "interaction": "r", "kg_claims": "[{\"from\":\"1960\"}]"}}]}})",
    R"({"directed": false, "multigraph": true, "graph": {"name": "g"}, "nodes": [{"id": 0, "label": "A"}, {"name": "B"}],
 "links": [{"source": 0, "target": {"id": 1}, "key": 0, "relation": "r"}, {"source": 1, "target": 0, "confidence": 0.5}]})",
    R"(<http://e.org/1> <http://schema.org/name> "A\u00e9"@en .
_:b <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "x" <http://e.org/g> .
<http://e.org/1> <http://schema.org/knows> <http://e.org/2> .
<http://e.org/1> <http://e.org/n> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .
)",
    R"(@prefix s: <https://schema.org/> .
@prefix kg: <https://entente.example/vocabulary#> .
# a remark
<http://e.org/1> a s:Person ; s:name "A" , """B "" C"""@en ; s:address [ s:city 'X' ] ; s:n 1, 2.5, true, (1 (2) "x") .
<http://e.org/g> { s:x s:memberOf s:y . }
<http://e.org/r/1> a kg:Relation ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> s:x .
)",
    R"({"@context": [{"@vocab": "http://e.org/v#", "s": "https://schema.org/", "name": {"@id": "s:name", "@language": "en"},
 "l": {"@container": "@list"}, "m": {"@container": ["@index", "@set"]}, "k": {"@reverse": "s:knows", "@type": "@id"}}, null, {"@vocab": "https://schema.org/"}],
 "@graph": [{"@id": "_:a", "@type": ["Person"], "name": "A", "l": [1, [2.50, null]], "m": {"x": {"@id": "b"}}, "k": "c",
 "j": {"@type": "@json", "@value": {"a": []}}, "@included": [{"@id": "d", "name": {"@value": "D", "@language": "en"}}]}]}
)",
    "id:ID(n),name,tags:string[],:LABEL\n1,Japan,a;b,Entity;Nation\n2,\"F, \"\"x\"\"\",,x\n",
    "Source,Target,Type,Label,Weight\n1,2,Directed,ally_of,1.5\n2,3,Undirected,\"a\nb\",\n",
    "entity\tkind\tname\taliases\tsame\nnation/A\tnation\tA\tx|y\t\n\t\t\t\ta|b\n",
};

std::string damaged(std::string text, std::mt19937& engine) {
    const std::string_view spice = "{}[]\",:'\\\n\t;|`-0aTN\x01\xC3\xFF/#<>&!@.^_()";
    for (auto edits = 1 + engine() % 6; edits > 0 && !text.empty(); --edits) {
        const std::size_t at = engine() % text.size();
        const std::size_t length = std::min<std::size_t>(engine() % 12, text.size() - at);
        switch (engine() % 5) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, 1, spice[engine() % spice.size()]);
                break;
            case 2:
                text[at] = spice[engine() % spice.size()];
                break;
            case 3:
                text.insert(at, text.substr(engine() % text.size(), 40));
                break;
            default:
                text.resize(text.size() - std::min<std::size_t>(length, text.size()));
                break;
        }
    }
    mask_invalid_utf8(text); // as Input does
    return text;
}

/// `file:line:column: ...`
void check_position(const std::string& line, std::size_t lines) {
    std::size_t at = line.find(':');
    REQUIRE(at != std::string::npos);
    const auto number = [&] {
        std::size_t value = 0;
        for (++at; at < line.size() && line[at] >= '0' && line[at] <= '9'; ++at)
            value = value * 10 + static_cast<std::size_t>(line[at] - '0');
        return value;
    };
    const std::size_t row = number(), column = number();
    CHECK(row >= 1);
    CHECK(row <= lines);
    CHECK(column >= 1);
}

} // namespace

TEST_CASE("no damage crashes an importer or loses a record") {
    const char* wanted = std::getenv("ENTENTE_MUTATIONS");
    const int rounds = wanted != nullptr ? std::atoi(wanted) : 300;
    std::mt19937 engine(20230601);
    for (int round = 0; round < rounds; ++round) {
        for (const std::string& seed : seeds) {
            const std::string text = damaged(seed, engine);
            const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
            for (const Importer& importer : importers()) {
                const test::Outcome outcome = test::read_text(text, importer.name);
                const ReadCounts& counts = outcome.counts;
                const bool lawful = counts.read == counts.accepted + counts.rejected;
                const bool told = counts.rejected == 0 || !outcome.diagnostics.empty();
                if (!lawful || !told) CAPTURE(text);
                CHECK(lawful);
                CHECK(told);
                for (const std::string& line : outcome.diagnostics)
                    check_position(line, lines + 1);
            }
        }
    }
}
