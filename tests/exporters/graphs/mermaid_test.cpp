// SPDX-License-Identifier: BSL-1.0
// What GitHub draws of a flowchart. Whether Mermaid reads it is tried in tests/conformance.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "exporters/formats.hpp"
#include "exporters/writing/text/text.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

struct Result {
    std::string text;
    ExportReport report;
    Diagnostics diagnostics;
};

void write(std::string_view facts, Result& result, const ExportOptions& options = {}) {
    Output out([&](std::string_view bytes) { result.text += bytes; });
    result.report =
        mermaid_exporter.write(view_of(test::graph_of(facts)), out, options, result.diagnostics);
    out.flush();
}

std::string label(std::string_view text) {
    std::string out;
    append_mermaid_text(out, text);
    return out;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string nation(std::size_t n) {
    return "place/" + std::to_string(n);
}

} // namespace

TEST_CASE("Mermaid: relations of one pair are one line, whose form tells how sure they are") {
    Result result;
    write(R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA"}
{"subject": "nation/JPN", "relation": "trades_with", "object": "nation/USA", "stance": "planned"}
{"subject": "nation/USA", "relation": "protects", "object": "nation/JPN"}
{"subject": "nation/USA", "relation": "attacks", "object": "nation/CHN", "stance": "denied"}
{"subject": "nation/CHN", "relation": "met_with", "object": "nation/JPN", "stance": "possible"}
)",
          result);
    CHECK(has(result.text, "flowchart LR\n  %% entente: 3 entities, 5 relations\n"));
    CHECK(has(result.text, " ---|\"is allied with<br>trades with (planned)\"| "));
    CHECK(has(result.text, " -->|\"protects\"| "));
    CHECK(has(result.text, " -.-x|\"attacks (denied)\"| "));
    CHECK(has(result.text, " -.-|\"met with (possible)\"| "));
    CHECK_FALSE(has(result.text, "---\ntitle"));
    CHECK(result.report.written == ItemCounts{3, 5, 0, 0});
    CHECK(result.report.left_out == ItemCounts{0, 0, 5, 0});
}

TEST_CASE("Mermaid: what means anything inside a label is a character code") {
    CHECK(label("a \"b\" #quot; <b>&amp;</b>") ==
          "a #34;b#34; #35;quot#59; #60;b#62;#38;amp#59;#60;/b#62;");
    CHECK(label("%%{init: {}}%%") == "#37;#37;#123;init: #123;#125;#125;#37;#37;");
    CHECK(label("`x` *y* _z_ $$w$$ \\n") ==
          "#96;x#96; #42;y#42; #95;z#95; #36;#36;w#36;#36; #92;n");
    CHECK(label("1. first") == "1#46; first");
    CHECK(label("- first-rate 1.5") == "#45; first-rate 1.5");
    CHECK(label(" two\n\nlines ") == "two lines");
    CHECK(label("fa:fa-car: x") == "fa#58;fa-car: x");
    CHECK(label("ﬂ°°35¶ß") == "#64258;°°35¶ß");
    CHECK(label("日本 end click") == "日本 end click");
}

TEST_CASE("Mermaid: a graph that GitHub would not draw is reduced, and the title says so") {
    std::string facts = "{\"graph\": {\"title\": \"T\"}}\n";
    for (std::size_t n = 0; n < 700; ++n)
        facts += R"({"subject": ")" + nation(n) + R"(", "relation": "borders", "object": ")" +
                 nation(n + 1) + "\", \"source\": \"a\"}\n";
    facts +=
        R"({"subject": "place/699", "relation": "borders", "object": "place/700", "source": "b"})"
        "\n";
    Result result;
    write(facts, result);
    CHECK(result.report.written.relations == 500);
    CHECK(result.report.left_out.relations == 200);
    CHECK(result.diagnostics.count(Code::reduced) == 1);
    CHECK(has(result.text, "title: \"T (504 of 701 entities)\"\n"));
    CHECK(has(result.text, "\"699\"")); // two sources speak of its border
    CHECK(result.text.size() < 50'000);
}

TEST_CASE("Mermaid: the page shows what is written") {
    ViewOptions options;
    options.focus = {"nation/PRK"};
    options.kinds = {"nation", "threat"};
    const View view = view_of(test::graph_of(test::sample("tokyo-talks")), options);
    const std::string chart = "```mermaid\n" + test::written(view, "mermaid") + "```\n";
    std::ifstream page(ENTENTE_SOURCE_DIR "/docs/formats/mermaid.md", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(page), {}};
    const bool shown = has(text, chart);
    CHECK_MESSAGE(shown, chart);
}

TEST_CASE("Mermaid: long names are fewer") {
    std::string facts;
    for (std::size_t n = 0; n < 300; ++n)
        facts += R"({"entity": "place/)" + std::to_string(n) + R"(", "name": ")" +
                 std::string(300, 'a') + std::to_string(n) + "\"}\n";
    Result result;
    write(facts, result);
    CHECK(result.text.size() < 50'000);
    CHECK(result.report.written.entities > 100);
    CHECK(result.report.written.entities + result.report.left_out.entities == 300);
}
