// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <algorithm>
#include <clocale>
#include <string>
#include <vector>

#include "exporters/diagram/place/pack.hpp"
#include "exporters/diagram/place/route.hpp"
#include "exporters/diagram/scene/make/make_scene.hpp"
#include "exporters/drawing/flags/flags.hpp"
#include "exporters/drawing/palette.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/formats.hpp"
#include "tests/support/facts.hpp"

using namespace std::string_literals;
using entente::Code;
using entente::Date;
using entente::Diagnostics;
using entente::GraphPtr;
using entente::View;
using entente::view_of;
using entente::ViewOptions;
using entente::test::graph_of;
using namespace entente::diagram;

namespace {

struct Pictured {
    std::string bytes;
    entente::ExportReport report;
};

Pictured pictured(const View& view, const entente::Exporter& exporter, Diagnostics& diagnostics,
                  const entente::ExportOptions& options = {}) {
    Pictured result;
    entente::Output output([&](std::string_view bytes) { result.bytes += bytes; });
    result.report = exporter.write(view, output, options, diagnostics);
    output.flush();
    return result;
}

std::string svg_of(std::string_view facts) {
    Diagnostics diagnostics;
    return pictured(view_of(graph_of(facts)), entente::svg_exporter, diagnostics).bytes;
}

Scene scene_of(std::string_view facts, const ViewOptions& options = {}) {
    Diagnostics diagnostics;
    return make_scene(view_of(graph_of(facts), options), {}, diagnostics, true);
}

std::size_t node_called(const Scene& scene, std::string_view name) {
    for (std::size_t n = 0; n < scene.nodes.size(); ++n)
        if (scene.nodes[n].name == name) return n;
    FAIL("no node is called " << name);
    return none;
}

/// The link between two nodes, whichever way it runs; nullptr if there is none.
const Link* link_between(const Scene& scene, std::size_t a, std::size_t b) {
    for (const Link& link : scene.links)
        if ((link.from == a && link.to == b) || (link.from == b && link.to == a)) return &link;
    return nullptr;
}

std::size_t labels_in(const Scene& scene) {
    return static_cast<std::size_t>(
        std::count_if(scene.nodes.begin(), scene.nodes.end(),
                      [](const Node& node) { return node.kind == NodeKind::label; }));
}

/// What is wrong with the XML; empty if each element is closed and each attribute quoted.
std::string xml_fault(std::string_view xml) {
    std::vector<std::string> open;
    for (std::size_t at = 0; (at = xml.find('<', at)) != std::string_view::npos;) {
        char quote = 0;
        std::size_t end = at;
        for (; end < xml.size(); ++end) {
            if (quote != 0 && xml[end] == '<') return "a < within an attribute";
            if (quote != 0)
                quote = xml[end] == quote ? '\0' : quote;
            else if (xml[end] == '"' || xml[end] == '\'')
                quote = xml[end];
            else if (xml[end] == '>')
                break;
        }
        const std::string_view tag = xml.substr(at + 1, end - at - 1);
        const std::string name(tag.substr(0, tag.find_first_of(" \n/", 1)));
        if (tag.starts_with("/")) {
            if (open.empty() || "/" + open.back() != tag) return "unexpected " + std::string(tag);
            open.pop_back();
        } else if (!tag.starts_with("?") && !tag.ends_with("/")) {
            open.push_back(name);
        }
        at = end;
    }
    for (std::size_t at = 0; (at = xml.find('&', at)) != std::string_view::npos; ++at) {
        const std::string_view name = xml.substr(at + 1, xml.find(';', at) - at - 1);
        if (name != "amp" && name != "lt" && name != "gt" && name != "quot" && name != "#39")
            return "unknown entity " + std::string(name.substr(0, 10));
    }
    return open.empty() ? "" : "not closed: " + open.back();
}

constexpr std::string_view talks = R"x(
{"graph": {"title": "Talks", "date": "2023-06-01"}}
{"source": "a", "publisher": "Paper A", "url": "https://example.org/a"}
{"source": "b", "publisher": "Paper B", "url": "javascript:alert(1)"}
{"entity": "alliance/pact", "kind": "alliance", "name": "Pact", "from": "1960"}
{"entity": "alliance/plan", "kind": "alliance", "name": "Plan"}
{"entity": "threat/launch", "kind": "threat", "name": "Launch"}
{"entity": "official/ann-example", "kind": "official", "name": "Ann Example"}
{"subject": "nation/USA", "relation": "member_of", "object": "alliance/pact", "source": "a"}
{"subject": "nation/JPN", "relation": "member_of", "object": "alliance/pact", "source": "a"}
{"subject": "nation/JPN", "relation": "member_of", "object": "alliance/pact", "source": "b"}
{"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "source": "a"}
{"subject": "nation/JPN", "relation": "member_of", "object": "alliance/plan", "stance": "planned"}
{"subject": "nation/AUS", "relation": "member_of", "object": "alliance/plan", "stance": "planned"}
{"subject": "official/ann-example", "relation": "holds_office", "object": "nation/JPN", "office": "Minister", "from": "2022", "to": "2024"}
{"subject": "nation/PRK", "relation": "poses", "object": "threat/launch", "source": "a"}
{"subject": "threat/launch", "relation": "targets", "object": "nation/JPN", "source": "a"}
{"subject": "nation/PRK", "relation": "threatens", "object": "nation/JPN", "source": "a"}
)x";

} // namespace

TEST_CASE("an alliance is a hub with a line to each member") {
    const Scene scene = scene_of(talks);
    const std::size_t pact = node_called(scene, "Pact");
    CHECK(scene.nodes[pact].kind == NodeKind::hub);
    CHECK(scene.nodes[pact].note == "since 1960");
    const Link* japan = link_between(scene, pact, node_called(scene, "Japan"));
    const Link* states = link_between(scene, pact, node_called(scene, "United States"));
    REQUIRE(japan);
    REQUIRE(states);
    CHECK(japan->color == scene.nodes[pact].color);
    CHECK(japan->width > states->width); // two sources against one
    CHECK_FALSE(link_between(scene, pact, node_called(scene, "Australia")));
    CHECK(scene.nodes[node_called(scene, "Plan")].color != scene.nodes[pact].color);
}

TEST_CASE("what is planned is dashed and says so") {
    const Scene scene = scene_of(talks);
    const Node& plan = scene.nodes[node_called(scene, "Plan")];
    CHECK(plan.certainty == Certainty::planned);
    CHECK(plan.note == "planned");
    CHECK(scene.legend.planned);
    CHECK_FALSE(scene.legend.possible);
    CHECK(svg_of(talks).find("stroke-dasharray") != std::string::npos);
}

TEST_CASE("an official stands in the nation's box with the office") {
    const Scene scene = scene_of(talks);
    const Node& japan = scene.nodes[node_called(scene, "Japan")];
    REQUIRE(japan.lines.size() == 1);
    CHECK(japan.lines[0].strong == "Ann Example");
    CHECK(japan.lines[0].weak == "Minister");
    CHECK(japan.members.at(0).iso2 == "JP");
}

TEST_CASE("an office that has ended is not shown") {
    const Scene scene = scene_of(
        R"({"graph": {"title": "Later", "date": "2025-06-01"}}
{"entity": "official/ann-example", "kind": "official", "name": "Ann Example"}
{"subject": "official/ann-example", "relation": "holds_office", "object": "nation/JPN", "office": "Minister", "from": "2022", "to": "2024"}
{"subject": "nation/JPN", "relation": "supports", "object": "nation/UKR"}
)");
    CHECK(scene.nodes[node_called(scene, "Japan")].lines.empty());
    CHECK(scene.left_out.find("1 official") != std::string::npos);
}

TEST_CASE("a threat stands between whom it is aimed at and who poses it") {
    const Scene scene = scene_of(talks);
    CHECK(scene.flow);
    const std::size_t launch = node_called(scene, "Launch");
    CHECK(scene.nodes[launch].kind == NodeKind::threat);
    CHECK(scene.nodes[launch].column == Column::middle);
    CHECK(scene.nodes[node_called(scene, "Japan")].column == Column::left);
    CHECK(scene.nodes[node_called(scene, "North Korea")].column == Column::right);
    const Link* aim = link_between(scene, launch, node_called(scene, "Japan"));
    REQUIRE(aim);
    CHECK(aim->arrow);
    CHECK(aim->to == node_called(scene, "Japan"));
}

TEST_CASE("what the picture says already gets no line of its own") {
    // ally_of goes with the common hub, threatens with the threat.
    const Scene scene = scene_of(talks);
    CHECK(labels_in(scene) == 0);
    CHECK(scene.report.left_out.relations == 0);
}

TEST_CASE("parallel relations are one line, and the same deed of several one label") {
    const Scene scene = scene_of(R"(
{"subject": "nation/USA", "relation": "opposes", "object": "nation/PRK"}
{"subject": "nation/USA", "relation": "sanctions", "object": "nation/PRK"}
{"subject": "nation/JPN", "relation": "opposes", "object": "nation/PRK"}
{"subject": "nation/KOR", "relation": "opposes", "object": "nation/PRK"}
{"subject": "nation/KOR", "relation": "trades_with", "object": "nation/JPN"}
{"subject": "nation/KOR", "relation": "trades_with", "object": "nation/USA"}
)");
    const std::size_t both = node_called(scene, "opposes, sanctions");
    const std::size_t opposes = node_called(scene, "opposes");
    const std::size_t korea = node_called(scene, "North Korea");
    CHECK(link_between(scene, opposes, node_called(scene, "Japan")));
    CHECK(link_between(scene, opposes, node_called(scene, "South Korea")));
    const Link* aim = link_between(scene, opposes, korea);
    REQUIRE(aim);
    CHECK(aim->arrow);
    CHECK(aim->color == color::conflict);
    CHECK(link_between(scene, both, korea));
    // Trade has no direction: joined, it would tie Japan to the United States.
    CHECK(labels_in(scene) == 4);
}

TEST_CASE("what is disputed and what is denied carry a mark") {
    const std::string_view facts = R"(
{"subject": "nation/IRN", "relation": "supports", "object": "nation/SYR", "source": "a"}
{"subject": "nation/IRN", "relation": "supports", "object": "nation/SYR", "source": "b", "stance": "denied"}
{"subject": "nation/RUS", "relation": "attacks", "object": "nation/EST", "stance": "denied"}
)";
    const Scene scene = scene_of(facts);
    CHECK(scene.legend.disputed);
    CHECK(scene.legend.denied);
    CHECK(scene.nodes[node_called(scene, "attacks")].color == color::neutral);
    CHECK(svg_of(facts).find(">?</text>") != std::string::npos);
}

TEST_CASE("nations that stand in the same relations share a box") {
    std::string facts = R"({"entity": "alliance/pact", "kind": "alliance", "name": "Pact"})";
    for (const char* code : {"AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN",
                             "FRA", "GRC", "HRV", "HUN", "IRL", "ITA"})
        facts += "\n{\"subject\": \"nation/"s + code +
                 "\", \"relation\": \"member_of\", \"object\": \"alliance/pact\"}";
    facts +=
        "\n{\"subject\": \"nation/ITA\", \"relation\": \"supports\", \"object\": \"nation/LBY\"}";
    const Scene scene = scene_of(facts);
    CHECK(scene.nodes[node_called(scene, "Pact")].note == "16 members");
    std::vector<std::size_t> groups;
    for (const Node& node : scene.nodes)
        if (node.kind == NodeKind::nation) groups.push_back(node.members.size());
    std::sort(groups.begin(), groups.end());
    CHECK(groups == std::vector<std::size_t>{1, 1, 15}); // Italy and Libya stand alone
    CHECK(scene.report.written.entities == 18);
}

TEST_CASE("events and agreements are lists") {
    const Scene scene = scene_of(R"(
{"entity": "event/summit", "kind": "event", "name": "Summit", "from": "2023-06-03"}
{"entity": "agreement/treaty", "kind": "agreement", "name": "Treaty", "from": "1951"}
{"entity": "alliance/pact", "kind": "alliance", "name": "Pact"}
{"subject": "nation/JPN", "relation": "participates_in", "object": "event/summit", "stance": "planned"}
{"subject": "nation/JPN", "relation": "party_to", "object": "agreement/treaty"}
{"subject": "nation/JPN", "relation": "member_of", "object": "alliance/pact"}
)");
    REQUIRE(scene.panels.size() == 2);
    const Row& summit = scene.panels[0].rows.at(0);
    CHECK(summit.name == "Summit");
    CHECK(summit.date == "3 Jun 2023");
    CHECK(summit.note == "planned");
    CHECK(summit.members.at(0).iso2 == "JP");
    CHECK(scene.panels[1].rows.at(0).name == "Treaty");
}

TEST_CASE("organizations, places and capabilities without a box are lists") {
    const Scene scene = scene_of(R"(
{"entity": "organization/ministry", "kind": "organization", "name": "Ministry"}
{"entity": "organization/army", "kind": "organization", "name": "Army"}
{"entity": "organization/club", "kind": "organization", "name": "Club"}
{"entity": "organization/paper", "kind": "organization", "name": "Paper"}
{"entity": "place/strait", "kind": "place", "name": "Strait"}
{"entity": "official/ann-example", "kind": "official", "name": "Ann Example"}
{"entity": "event/summit", "kind": "event", "name": "Summit"}
{"subject": "organization/army", "relation": "part_of", "object": "organization/ministry"}
{"subject": "organization/army", "relation": "related_to", "object": "place/strait", "stance": "denied"}
{"subject": "organization/ministry", "relation": "part_of", "object": "nation/JPN"}
{"subject": "official/ann-example", "relation": "leads", "object": "organization/ministry", "source": "a"}
{"subject": "official/ann-example", "relation": "leads", "object": "organization/ministry", "source": "b"}
{"subject": "organization/paper", "relation": "states", "object": "event/summit"}
{"subject": "organization/club", "relation": "supports", "object": "nation/UKR"}
{"subject": "event/summit", "relation": "concerns", "object": "place/strait", "stance": "possible"}
)");
    REQUIRE(scene.panels.size() == 3);
    const Panel &bodies = scene.panels[1], &places = scene.panels[2];
    CHECK(bodies.title == "Organizations");
    REQUIRE(bodies.rows.size() == 3); // the club takes sides, and has a box
    CHECK(scene.nodes[node_called(scene, "Club")].kind == NodeKind::thing);
    CHECK(bodies.rows[0].name == "Ministry");
    CHECK(bodies.rows[0].note == "led by Ann Example · includes Army");
    CHECK(bodies.rows[0].members.at(0).iso2 == "JP");
    CHECK(bodies.rows[1].name == "Army");
    CHECK(bodies.rows[1].note == "part of Ministry");
    CHECK(bodies.rows[1].members.at(0).iso2 == "JP");
    CHECK(bodies.rows[2].note == "reports: Summit");
    CHECK(bodies.rows[2].members.empty());
    REQUIRE(places.rows.size() == 1);
    CHECK(places.rows[0].name == "Strait");
    CHECK(places.rows[0].note == "concerned by Summit (possible)");
    CHECK(scene.left_out.find("organization") == std::string::npos);
    CHECK(scene.left_out.find("place") == std::string::npos);
}

TEST_CASE("a list of organizations ends after twenty, and a crowd of them is no list") {
    const auto with = [](int count) {
        std::string facts;
        for (int i = 0; i < count; ++i)
            facts += R"({"entity": "organization/o)" + std::to_string(i) +
                     R"(", "kind": "organization", "name": "O)" + std::to_string(i) + "\"}\n";
        return scene_of(facts);
    };
    const Scene scene = with(25);
    REQUIRE(scene.panels.size() == 1);
    CHECK(scene.panels[0].rows.size() == 20);
    CHECK(scene.panels[0].more == 5);
    CHECK(scene.left_out.find("5 organizations") != std::string::npos);
    CHECK(with(60).panels.size() == 1);
    CHECK(with(61).panels.empty());
}

TEST_CASE("without alliances, agreements are the hubs") {
    const Scene scene = scene_of(R"(
{"entity": "agreement/treaty", "kind": "agreement", "name": "Treaty"}
{"subject": "nation/JPN", "relation": "party_to", "object": "agreement/treaty"}
{"subject": "nation/USA", "relation": "party_to", "object": "agreement/treaty"}
)");
    CHECK(scene.nodes[node_called(scene, "Treaty")].kind == NodeKind::hub);
    CHECK(scene.panels.empty());
}

TEST_CASE("a relation that the vocabulary does not know is drawn under its own name") {
    const Scene scene = scene_of(
        R"({"subject": "nation/JPN", "relation": "sends_observers_to", "object": "nation/FJI"})");
    const Node& label = scene.nodes[node_called(scene, "sends observers to")];
    CHECK(label.color == color::neutral);
}

TEST_CASE("a graph too large for a page is reduced, and says so") {
    std::string facts;
    for (int i = 0; i < 300; ++i) {
        const std::string n = std::to_string(i), next = std::to_string((i * 7 + 1) % 300);
        facts += R"({"entity": "nation/state-)" + n + R"(", "kind": "nation", "name": "State )" +
                 n + "\"}\n" + R"({"subject": "nation/state-)" + n +
                 R"(", "relation": "opposes", "object": "nation/state-)" + next + "\"}\n";
        facts += R"({"subject": "nation/state-)" + n +
                 R"(", "relation": "member_of", "object": {"name": "All", "kind": "alliance"}})" +
                 "\n";
    }
    Diagnostics diagnostics;
    const View view = view_of(graph_of(facts));
    const Scene scene = make_scene(view, {}, diagnostics, true);
    CHECK(scene.nodes.size() <= 300);
    CHECK(scene.subtitle.find("of 300 nations shown") != std::string::npos);
    CHECK(scene.nodes[node_called(scene, "All")].note.starts_with("300 members · "));
    CHECK(diagnostics.count(Code::reduced) == 1);
    CHECK(diagnostics.count(Code::not_representable) == 1);
    CHECK(diagnostics.count(Code::missing_flag) == 1);
    CHECK(xml_fault(svg_of(facts)).empty());
}

TEST_CASE("every item is drawn or reported as left out") {
    std::vector<std::string> inputs = {"", std::string(talks), entente::test::sample("tokyo-talks"),
                                       entente::test::sample("alliances")};
    for (unsigned seed = 1; seed <= 4; ++seed) {
        std::string facts;
        for (const std::string& line : entente::test::generated_facts(seed, 300))
            facts += line + "\n";
        inputs.push_back(facts);
    }
    for (const std::string& facts : inputs) {
        const View view = view_of(graph_of(facts));
        const entente::ItemCounts all = count_items(view);
        for (const entente::Exporter* exporter : {&entente::svg_exporter, &entente::pdf_exporter}) {
            Diagnostics diagnostics;
            const Pictured picture = pictured(view, *exporter, diagnostics);
            const auto& [written, left, losses] = picture.report;
            CHECK(written.entities + left.entities == all.entities);
            CHECK(written.relations + left.relations == all.relations);
            CHECK(written.claims + left.claims == all.claims);
            CHECK(written.sources + left.sources == all.sources);
            CHECK((diagnostics.count(Code::not_representable) == 1) == (left.total() > 0));
            CHECK(losses.empty() == (left.total() == 0));
            CHECK(picture.bytes.size() > 100);
            if (exporter == &entente::svg_exporter) CHECK(xml_fault(picture.bytes) == "");
        }
    }
}

TEST_CASE("nothing is drawn of nothing, and one nation alone") {
    CHECK(scene_of("").nodes.empty());
    CHECK(xml_fault(svg_of("")).empty());
    const std::string one =
        svg_of(R"({"entity": "nation/JPN", "kind": "nation", "name": "Japan"})");
    CHECK(one.find(">Japan</text>") != std::string::npos);
    CHECK(one.find("id=\"flag-jp\"") != std::string::npos);
}

TEST_CASE("hostile names stay text") {
    const std::string svg = svg_of(R"x(
{"graph": {"title": "</title><script>alert(1)</script>"}}
{"source": "s", "publisher": "\"><img onerror=x>", "url": "https://example.org/?a=1&b=\"><script>"}
{"source": "j", "publisher": "J", "url": "javascript:alert(1)"}
{"entity": "alliance/x", "kind": "alliance", "name": "]]><script>alert('x')</script>&amp;\\N\\G"}
{"entity": "nation/x", "kind": "nation", "name": "a\" onload=\"alert(1)"}
{"subject": "nation/x", "relation": "member_of", "object": "alliance/x", "source": "s", "quote": "</title><a href='x'>"}
{"subject": "nation/JPN", "relation": "member_of", "object": "alliance/x", "source": "j"}
)x");
    CHECK(xml_fault(svg) == "");
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("<img") == std::string::npos);
    CHECK(svg.find("xlink:href=\"javascript") == std::string::npos);
    CHECK(svg.find("onload=\"") == std::string::npos);
    CHECK(svg.find("&lt;script&gt;") != std::string::npos);
    CHECK(svg.find("xlink:href=\"https://example.org/?a=1&amp;b=&quot;&gt;&lt;script&gt;\"") !=
          std::string::npos);
}

TEST_CASE("the picture stands alone: whatever it refers to is inside, or a link to click") {
    const std::string svg = svg_of(entente::test::sample("tokyo-talks"));
    CHECK(svg.find("<image") == svg.find("<image width=\"640\" height=\"480\" "
                                         "preserveAspectRatio=\"none\" xlink:href=\"data:"));
    for (std::size_t at = 0; (at = svg.find("href=\"", at)) != std::string::npos; ++at) {
        const std::string target = svg.substr(at + 6, 5);
        const bool link = svg.rfind("<a ", at) == at - 9;
        CHECK((target[0] == '#' || target == "data:" || (link && target.starts_with("http"))));
    }
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(svg.find("<title id=\"title\">US–Japan defence talks, Tokyo</title>") !=
          std::string::npos);
}

TEST_CASE("the same facts give the same bytes, in any order and in any locale") {
    std::vector<std::string> lines = entente::test::lines_of(entente::test::sample("tokyo-talks"));
    const auto joined = [&] {
        std::string text;
        for (const std::string& line : lines)
            text += line + "\n";
        return text;
    };
    const GraphPtr graph = graph_of(joined());
    std::reverse(lines.begin(), lines.end());
    const GraphPtr reversed = graph_of(joined());
    Diagnostics diagnostics;
    for (const entente::Exporter* exporter :
         {&entente::svg_exporter, &entente::png_exporter, &entente::pdf_exporter}) {
        const std::string first = pictured(view_of(graph), *exporter, diagnostics).bytes;
        CHECK(first == pictured(view_of(reversed), *exporter, diagnostics).bytes);
        if (exporter != &entente::svg_exporter) continue; // the others are drawn from it
        for (const char* locale : {"de_DE.UTF-8", "C.UTF-8"}) {
            std::setlocale(LC_ALL, locale);
            CHECK(first == pictured(view_of(graph), *exporter, diagnostics).bytes);
            std::setlocale(LC_ALL, "C");
        }
    }
}

TEST_CASE("PNG and PDF are what they say") {
    Diagnostics diagnostics;
    const View view = view_of(graph_of(talks));
    CHECK(pictured(view, entente::png_exporter, diagnostics).bytes.starts_with("\x89PNG\r\n"));
    const std::string pdf = pictured(view, entente::pdf_exporter, diagnostics).bytes;
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pdf.find("CreationDate") == std::string::npos);
}

TEST_CASE("names in the reader's language") {
    Diagnostics diagnostics;
    entente::ExportOptions options;
    options.language = "ja";
    const View view = view_of(
        graph_of(R"({"subject": "nation/JPN", "relation": "supports", "object": "nation/UKR"})"));
    const std::string svg = pictured(view, entente::svg_exporter, diagnostics, options).bytes;
    CHECK(svg.find(">日本</text>") != std::string::npos);
    CHECK(svg.find(">ウクライナ</text>") != std::string::npos);
    CHECK(svg.find("xml:lang=\"ja\"") != std::string::npos);
}

TEST_CASE("right-to-left names are kept apart from what stands around them") {
    CHECK(isolated("Egypt") == "Egypt");
    CHECK(isolated("مصر") == "\u2068مصر\u2069");
    CHECK(isolated("日本") == "日本");
}

TEST_CASE("a flag's drawing fits into another drawing") {
    const auto art = clean_svg(
        R"x(<?xml version="1.0"?><!-- c --><svg width="640" height="480" onload="x()">
<metadata><x:y xmlns:x="z"/></metadata><defs><clipPath id="c"><path id="p" d="m0 0h1.23456"/></clipPath></defs>
<script>alert(1)</script><g clip-path="url(#c)" fill="#ff0000" onclick="x()"><use xlink:href="#c"/><use xlink:href="http://example.org/"/></g></svg>)x",
        "jp-");
    REQUIRE(art);
    CHECK(art->svg ==
          "<defs><clipPath id=\"jp-c\"><path d=\"m0 0h1.235\"/></clipPath></defs>"
          "<g clip-path=\"url(#jp-c)\" fill=\"#ff0000\"><use xlink:href=\"#jp-c\"/><use/></g>");
    CHECK_FALSE(clean_svg("<svg><text>a</text></svg>", ""));
    CHECK_FALSE(clean_svg("<svg><path d=\"", ""));
    CHECK_FALSE(flag_art("../../etc/passwd"));
    CHECK_FALSE(flag_art("qq"));
    for (const char* code : {"jp", "RS", "us", "es"}) {
        const auto flag = flag_art(code);
        REQUIRE(flag);
        CHECK(flag->svg.size() < 60'000);
        CHECK(xml_fault(flag->svg) == "");
    }
}

TEST_CASE("an arc passes by what stands in its way") {
    const auto box = [](double x, double y) {
        Bounds b;
        b.add({x, y}, 80, 30);
        return b;
    };
    const std::vector<Bounds> boxes = {box(0, 0), box(400, 0), box(200, 5)};
    const std::vector<Point> path = route(0, 1, boxes);
    REQUIRE(path.size() == 4);
    CHECK(path.front().x == doctest::Approx(40).epsilon(0.2));
    const double middle = (path[0].y + 3 * path[1].y + 3 * path[2].y + path[3].y) / 8;
    CHECK((middle < -10 || middle > 20));
    CHECK(route(0, 1, {boxes[0], boxes[1]})[1].y == doctest::Approx(0));
}

TEST_CASE("parts of a picture do not overlap") {
    std::vector<Shape> shapes;
    for (int i = 1; i <= 12; ++i) {
        Bounds b;
        b.add({0, 0}, 40.0 * i, 25.0 * (13 - i));
        shapes.push_back({b});
    }
    const std::vector<Point> moves = pack(shapes);
    for (std::size_t i = 0; i < shapes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const Bounds &a = shapes[i][0], &b = shapes[j][0];
            const bool apart = a.right + moves[i].x < b.left + moves[j].x ||
                               b.right + moves[j].x < a.left + moves[i].x ||
                               a.bottom + moves[i].y < b.top + moves[j].y ||
                               b.bottom + moves[j].y < a.top + moves[i].y;
            CHECK(apart);
        }
}
