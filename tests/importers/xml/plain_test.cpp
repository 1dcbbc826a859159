// SPDX-License-Identifier: BSL-1.0
// Plain items of GraphML are read without expat. Whatever the file is like, that must change
// nothing: neither records nor diagnostics, rejects, counts and positions.
#include "importers/xml/plain.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "exporters/registry.hpp"
#include "importers/syntax/utf8.hpp"
#include "tests/importers/recording.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using test::Outcome;

namespace {

// Neither means anything, and they are of one length; after a DOCTYPE all is left to expat.
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view doctype = "<!DOCTYPE graphml>\n", comment = "<!-- 0123456789-->\n";
static_assert(doctype.size() == comment.size());

std::string without_declaration(const std::string& text) {
    return text.starts_with(declaration) ? text.substr(declaration.size()) : text;
}

/// `rest`: a document without its XML declaration.
void check_same(const std::string& rest) {
    const std::string head(declaration);
    const Outcome quick = test::read_text(head + std::string(comment) + rest, "graphml");
    const Outcome slow = test::read_text(head + std::string(doctype) + rest, "graphml");
    const bool same = quick.records == slow.records && quick.diagnostics == slow.diagnostics &&
                      quick.rejects == slow.rejects && quick.counts.read == slow.counts.read &&
                      quick.counts.accepted == slow.counts.accepted;
    if (same) return;
    CAPTURE(rest);
    CHECK(quick.text() == slow.text());
    CHECK(quick.told() == slow.told());
    CHECK(quick.rejects == slow.rejects);
    CHECK(quick.counts.read == slow.counts.read);
    CHECK(quick.counts.accepted == slow.counts.accepted);
}

std::string written(std::string_view facts, const ExportOptions& options) {
    std::string text;
    Diagnostics diagnostics;
    Output out([&](std::string_view bytes) { text += bytes; });
    find_exporter("graphml")->write(view_of(test::graph_of(facts)), out, options, diagnostics);
    out.flush();
    return without_declaration(text);
}

void check_each_form(std::string_view facts) {
    check_same(written(facts, {}));
    check_same(written(facts, {.lean = true}));
    check_same(written(facts, {.profile = "boost"}));
    check_same(written(facts, {.profile = "yed"}));
}

constexpr std::string_view few_facts =
    R"({"entity": "nation/JPN", "kind": "nation", "name": "Japan", "aliases": ["日本"], "population": 125}
{"source": "s1", "url": "https://example.org/a?b&c", "title": "A & B"}
{"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "from": "1960-01-19", "confidence": 0.9, "source": "s1", "quote": "x < y ]]> z\r\n"}
{"subject": "nation/USA", "relation": "opposes", "object": "nation/RUS", "stance": "denied", "source": "s2", "role": "é"}
)";

/// What programs write, and some that none would.
const std::string others[] = {
    R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="label" attr.type="string"/>
<key id="d1" for="edge" attr.name="weight" attr.type="double"><default>1.5</default></key>
<graph edgedefault="undirected"><node id="a">
  <data key="d0">A &amp; B&#10;&#x41;</data>
</node><node id="b"/><node id="b" /><node  id="c"></node >
<edge source="a" target="b" id="0"><data key="d1">2</data><data key="d1">3</data></edge>
<edge  source="a"  target="c" directed="true"/><edge source="a" target="zz"/>
<!-- <node id="no"/> --><node id="&lt;d"/><node id="e"><desc>E</desc><data key="zz"/></node>
<node id="f"><data key="d0"><![CDATA[<node id="g"/>]]>]]&gt;</data></node><?p <node id="h"/>?>
<node id="i"><graph id="in" edgedefault="directed"><node id="i::1"/><edge source="i::1" target="a"/></graph></node>
<x><node id="j"/></x> text <node id="k" name="K"/><node id="l" id2="L"><data key="d0" id="x">L</data></node>
<node id="m"><data key="d0">]]</data><port name="p"/></node><hyperedge><endpoint node="a"/></hyperedge>
</graph><graph id="h" edgedefault="directed"><node id="a"/><edge id="" source="a" target="a"/></graph></graphml>
)",
};

std::string damaged(std::string text, std::mt19937& engine) {
    constexpr std::string_view spice =
        "<>&\"'/= \t\n\r]![-?;#x0nedgatk\x01\x7F\xC3\xED\xEF\xBF\xBE\xFF";
    for (auto edits = 1 + engine() % 4; edits > 0 && !text.empty(); --edits) {
        const std::size_t at = engine() % text.size();
        switch (engine() % 4) {
            case 0:
                text.erase(at, engine() % 12);
                break;
            case 1:
                text.insert(at, 1, spice[engine() % spice.size()]);
                break;
            case 2:
                text[at] = spice[engine() % spice.size()];
                break;
            default:
                text.insert(at, text.substr(engine() % text.size(), engine() % 60));
                break;
        }
    }
    return text;
}

} // namespace

TEST_CASE("plain GraphML: the samples and generated facts are read as by expat") {
    for (const std::string_view folder : {"tokyo-talks", "alliances", "hostile"})
        check_each_form(test::sample(folder));
    for (unsigned seed = 0; seed < 40; ++seed) {
        std::string facts;
        for (const std::string& line : test::generated_facts(seed, 5 + seed))
            facts += line + "\n";
        check_each_form(facts);
    }
    for (const std::string& text : others)
        check_same(text);
}

TEST_CASE("plain GraphML: a file that ends anywhere is read as by expat") {
    for (const std::string& text :
         {written(few_facts, {.lean = true}), written(few_facts, {}), others[0]})
        for (std::size_t size = 0; size < text.size(); ++size)
            check_same(text.substr(0, size));
}

TEST_CASE("plain GraphML: whatever is damaged is read as by expat") {
    const std::string seeds[] = {written(few_facts, {.lean = true}), written(few_facts, {}),
                                 written(few_facts, {.profile = "yed"}), others[0]};
    std::mt19937 engine(8);
    for (unsigned round = 0; round < 1500; ++round) {
        for (const std::string& seed : seeds) {
            std::string text = damaged(seed, engine);
            check_same(text);
            mask_invalid_utf8(text); // as Input does
            check_same(text);
        }
    }
}

TEST_CASE("plain GraphML: what is plain, and what is not") {
    const auto reads = [](std::string_view text) {
        PlainItem item;
        return PlainItems(text).read(0, item);
    };
    CHECK(reads(R"(<node id="a"/>)"));
    CHECK(reads(R"(<edge source="a" target="b" id="c"><data key="k">v</data> </edge>)"));
    CHECK(reads(R"(<node id="a"><data key="k">&lt;&#10;<![CDATA[&]]></data></node>)"));
    CHECK_FALSE(reads(R"(<node id="a" id="b"/>)"));
    CHECK_FALSE(reads(R"(<node id="a"labels="b"/>)"));
    CHECK_FALSE(reads(R"(<node id="a&amp;"/>)"));
    CHECK_FALSE(reads("<node id=\"a\tb\"/>"));
    CHECK_FALSE(reads(R"(<node id="a"><data key="k">]]></data></node>)"));
    CHECK_FALSE(reads(R"(<node id="a"><data key="k">&nbsp;</data></node>)"));
    CHECK_FALSE(reads("<node id=\"a\"><data key=\"k\">\x01</data></node>"));
    CHECK_FALSE(reads("<node id=\"a\"><data key=\"k\">\xEF\xBF\xBF</data></node>"));
    CHECK_FALSE(reads("<node id=\"a\"><data key=\"k\">\xC3</data></node>"));
    CHECK_FALSE(reads("<node id=\"a\"><data key=\"k\">a\r\n</data></node>"));
    CHECK_FALSE(reads(R"(<node id="a"><data key="k">v</edge></node>)"));
    CHECK_FALSE(reads(R"(<node id="a">)"));
    CHECK_FALSE(reads(R"(<nodes id="a"/>)"));
}
