// SPDX-License-Identifier: BSL-1.0
// How files of others are read. What entente wrote comes back: tests/laws_test.cpp.
#include <doctest/doctest.h>

#include <string>

#include "importers/dot/labels.hpp"
#include "tests/importers/recording.hpp"

using entente::test::Outcome;
using entente::test::read_text;
using namespace entente::dot;

namespace {

Outcome read(const std::string& text) {
    Outcome outcome = read_text(text, "dot");
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    return outcome;
}

} // namespace

TEST_CASE("DOT: nodes go by their labels, edges are claims, defaults of a drawing are not kept") {
    const Outcome outcome = read(R"(digraph g {
  node [shape=box, realm="east"]
  jp [label="Japan", kind=nation]; us [label="United\nStates"]
  jp -> us [label="ally of", since=1960]
  us -> "unnamed"
})");
    CHECK(outcome.text() ==
          "3:3 entity kind=nation name=Japan +node_id:s=jp +realm:s=east\n"
          "3:36 entity name=United States +node_id:s=us +realm:s=east\n"
          "5:9 entity name=unnamed +realm:s=east\n"
          "4:3 claim subject=Japan<nation> relation=ally of object=United States +since:s=1960\n"
          "5:3 claim subject=United States relation=related_to object=unnamed\n");
    CHECK(outcome.told() ==
          "facts:3:3: note: 'shape' is how all are drawn; it is not kept where it is so "
          "[unknown-column]\n");
}

TEST_CASE("DOT: chains, groups, ports, keys, comments, joined texts, several graphs, both cases") {
    const Outcome outcome = read(R"(/* first */ strict DIGRAPH { a:p1:n -> b -> {c d} [key=k] }
# a line for the preprocessor
Graph two { a -- "b" + "c" } // behind
)");
    CHECK(outcome.text() ==
          "1:30 entity name=a\n1:40 entity name=b\n1:46 entity name=c\n1:48 entity name=d\n"
          "1:46 claim subject=a relation=related_to object=b +tailport:s=p1:n +edge_id:s=k\n"
          "1:46 claim subject=b relation=related_to object=c +edge_id:s=k\n"
          "1:46 claim subject=b relation=related_to object=d +edge_id:s=k\n"
          "3:13 entity name=a\n3:1 entity name=bc\n"
          "3:13 claim subject=a relation=related_to object=bc\n");
}

TEST_CASE("DOT: clusters leave their label on the nodes") {
    const Outcome outcome = read(R"(digraph {
  subgraph cluster_east { label="The East"; a
    subgraph cluster_b { b } }
  subgraph rank { c }
  pos [pos="1,2"]
})");
    CHECK(outcome.text() ==
          "2:45 entity name=a +cluster:s=The East\n"
          "3:26 entity name=b +cluster:j=[\"The East\",\"b\"]\n"
          "4:19 entity name=c\n5:3 entity name=pos\n");
    CHECK(outcome.told() ==
          "facts:1:1: note: subgraph 'rank' is no cluster; it is not kept [unknown-column]\n"
          "facts:5:3: note: 'pos' is the place of a drawing; it is not kept [unknown-column]\n");
}

TEST_CASE("DOT: a name that begins with a percent sign is kept") {
    CHECK(read("digraph { \"%a\" -> \"b%\"; \"%a\" [note=\"say \\\"%x\"] }").text() ==
          "1:11 entity name=%a +note:s=say \"%x\n1:19 entity name=b%\n"
          "1:11 claim subject=%a relation=related_to object=b%\n");
}

TEST_CASE("DOT: a broken line is left out, the others are read") {
    const Outcome outcome = read("digraph {\n  a -> b\n  c -> ;\n  d -> e\n}\ndigraph { f }\n");
    CHECK(outcome.counts.rejected == 1);
    CHECK(outcome.rejects.size() == 1);
    CHECK(outcome.told() ==
          "facts:3:8: error: syntax error near ';'; this line is left out [syntax]\n");
    CHECK(outcome.counts.accepted == 7);
}

TEST_CASE("DOT: what is never closed is told where it begins") {
    const Outcome quote = read("digraph {\n  a -> b\n  c [label=\"x]\n");
    CHECK(quote.told() ==
          "facts:3:12: error: this text is never closed; its end is missing [syntax]\n"
          "facts:4:1: error: a graph is never closed; '}' is missing [syntax]\n");
    CHECK(quote.counts.accepted == 3);
    // ... and the text after it is read as if nothing had been.
    CHECK(read("digraph { a } /* b").counts.accepted == 1);
    CHECK(read("digraph { a } \"b").counts.accepted == 1);
    CHECK(read("digraph { a } <b").counts.accepted == 1);
    CHECK(read("digraph { a }").told().empty());
}

TEST_CASE("DOT: an undirected edge, a node twice, a loop") {
    const Outcome outcome = read("graph { a -- a; a [x=1]; a [x=2] }");
    CHECK(outcome.text() ==
          "1:9 entity name=a +x:s=2\n1:9 claim subject=a relation=related_to object=a\n");
}

TEST_CASE("DOT: labels as people see them") {
    CHECK(label_text(R"(\N of \G\n a\\b \"c\"  &amp;&eacute;&#x65E5;)",
                     {"node", "graph", "", ""}) == "node of graph a\\b \"c\" &&eacute;日");
    CHECK(label_text(R"(\T to \H: \E\)", {"", "", "a", "b"}) == "a to b: a->b\\");
    CHECK(html_text("<table><tr><td>A &lt; B</td><td>C<br/>D</td></tr></table><!-- <x> -->") ==
          "A < B C D");
    CHECK(record_text(R"({<f0> left\|side|{ mid|}} | <f1>right)", {}) == "left|side | mid | right");
    CHECK(label_text("&#0;&#xD800;&#x110000;&;&#;", {}) == "&#0;&#xD800;&#x110000;&;&#;");
}

TEST_CASE("DOT: a value of ours is escaped twice") {
    CHECK(decoded(R"(a\\\\b\\nc\\td\\re)") == "a\\b\nc\td\re");
    CHECK(decoded(R"(\)") == "\\");
}
