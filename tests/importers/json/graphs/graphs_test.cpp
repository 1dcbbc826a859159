// SPDX-License-Identifier: BSL-1.0
// Cytoscape JSON and node-link JSON that others wrote. What entente wrote comes back:
// tests/laws_test.cpp.
#include <doctest/doctest.h>

#include <string>

#include "importers/json/graphs/outline.hpp"
#include "tests/importers/recording.hpp"

using entente::test::Outcome;
using entente::test::read_text;

namespace {

Outcome read(const std::string& text, const char* format) {
    Outcome outcome = read_text(text);
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    CHECK(read_text(text, format).text() == outcome.text()); // it was recognised
    return outcome;
}

} // namespace

TEST_CASE("Cytoscape JSON: what Cytoscape.js exports") {
    const Outcome outcome = read(R"({"elements": {
  "nodes": [{"data": {"id": "a", "label": "Japan", "n": 1.50, "list": [1, null]},
             "position": {"x": 1, "y": 2}, "group": "nodes", "selected": false, "classes": "big"},
            {"data": {"id": "b", "parent": "a"}, "classes": ""}],
  "edges": [{"data": {"id": "e", "source": "a", "target": "b", "interaction": "ally_of"}}]},
 "style": [], "data": {}, "zoom": 1})",
                                 "cytoscape");
    CHECK(outcome.text() ==
          "2:13 entity name=Japan +node_id:s=a +n:d=1.50 +list:j=[1,null] +classes:s=big\n"
          "4:13 entity name=b +parent:s=a\n"
          "5:13 claim subject=Japan relation=ally_of object=b +edge_id:s=e\n");
    CHECK(outcome.told() ==
          "facts:2:13: note: places, styles and the state of the viewer are not kept "
          "[unknown-column]\n");
}

TEST_CASE("Cytoscape JSON: a list of elements, edges before their nodes") {
    CHECK(read(R"([{"data": {"id": "e", "source": "a", "target": "b"}},
{"data": {"id": "a"}}, {"group": "nodes", "data": {"id": "b"}}])",
               "cytoscape")
              .text() ==
          "2:1 entity name=a\n2:24 entity name=b\n"
          "1:2 claim subject=a relation=related_to object=b +edge_id:s=e\n");
}

TEST_CASE("Cytoscape JSON: what networkx writes") {
    CHECK(read(R"({"data": [["name", "talks"]], "directed": true, "multigraph": true, "elements":
{"nodes": [{"data": {"id": "1", "value": 1, "name": "Japan"}}],
"edges": [{"data": {"source": 1, "target": 1, "key": 0}}]}})",
               "cytoscape")
              .text() ==
          "1:10 graph title=talks\n2:12 entity name=Japan +node_id:s=1\n"
          "3:11 claim subject=Japan relation=related_to object=Japan +key:i=0\n");
}

TEST_CASE("Cytoscape JSON: damaged elements are told, the others are read") {
    const Outcome outcome = read(R"({"elements": {"nodes": [{"data": {"id": "a"}}, {"id": "b"}, 7,
{"data": {"x": 1}}, {"data": {"id": "a"}}, {"data": {"id": 'c'}}, {"data": {"id": "d"}}],
"edges": [{"data": {"source": "a", "target": "z"}}]}})",
                                 "cytoscape");
    CHECK(outcome.text() == "1:25 entity name=a\n2:67 entity name=d\n");
    CHECK(outcome.counts.rejected == 6);
    CHECK(outcome.rejects.size() == 6);
    const Outcome cut =
        read(R"({"elements": {"nodes": [{"data": {"id": "a"}}, {"data": {"id")", "cytoscape");
    CHECK(cut.text() == "1:25 entity name=a\n");
    CHECK(cut.counts.rejected == 1);
}

TEST_CASE("node-link JSON: networkx and D3") {
    CHECK(read(R"({"directed": true, "multigraph": true, "graph": {"name": "talks"},
"nodes": [{"label": "Japan", "id": 0}, {"id": 1}],
"links": [{"relation": "ally_of", "weight": 2.5, "source": 0, "target": 1, "key": 0}]})",
               "nodelink")
              .text() ==
          "1:49 graph title=talks\n"
          "2:11 entity name=Japan +node_id:s=0\n2:40 entity name=1\n"
          "3:11 claim subject=Japan relation=ally_of object=1 +weight:d=2.5\n");
    CHECK(read(R"({"nodes": [{"name": "A", "group": 1}, {"name": "B"}],
"links": [{"source": 1, "target": {"id": "0"}, "value": 3}]})",
               "nodelink")
              .text() ==
          "1:12 entity name=A +node_id:s=0 +group:i=1\n1:39 entity name=B +node_id:s=1\n"
          "2:11 claim subject=B relation=related_to object=A +value:i=3\n");
}

TEST_CASE("the outline of a JSON text ends where the text does") {
    using Paths = std::vector<std::string>;
    CHECK(entente::outline_of(R"( {"a": 1, "b": {"c": [{"d": 1}], "e)") ==
          Paths{"a", "b", "b/c", "b/c/[]/d"});
    CHECK(entente::outline_of(R"([{"x": {"y": 2}}, {"z": 3}])") == Paths{"[]/x", "[]/x/y"});
    CHECK(entente::outline_of("[1]").empty());
    CHECK(entente::outline_of("").empty());
}
