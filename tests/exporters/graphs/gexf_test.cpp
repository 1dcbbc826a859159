// SPDX-License-Identifier: BSL-1.0
// GEXF beyond the goldens: the timeline, the versions, what is told.
#include <doctest/doctest.h>

#include "exporters/formats.hpp"
#include "exporters/graphs/gexf_time.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

struct Result {
    std::string text;
    ExportReport report;
    Diagnostics diagnostics;
};

void write(std::string_view input, Result& result, const ExportOptions& options = {}) {
    Output out([&](std::string_view bytes) { result.text += bytes; });
    result.report =
        gexf_exporter.write(view_of(test::graph_of(input)), out, options, result.diagnostics);
    out.flush();
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

std::string span(const char* from, const char* to) {
    const GexfTime::Span span = GexfTime::span_of({*Date::parse(from), *Date::parse(to)});
    return span.start + "/" + span.end;
}

} // namespace

TEST_CASE("a date stands on the timeline with all the days that it may mean") {
    CHECK(span("1960-01-19", "1960-01-19") == "1960-01-19/1960-01-19");
    CHECK(span("1960", "1960") == "1960-01-01/1960-12-31");
    CHECK(span("1960-02", "1961-02") == "1960-02-01/1961-02-28");
    CHECK(span("2023-06-01T09:30:00Z", "2023-06-01T23:59:59Z") == "2023-06-01/2023-06-01");
    CHECK(span("198X", "198X") == "1980-01-01/1989-12-31");
    CHECK(span("19XX", "1984?") == "1900-01-01/1984-12-31");
    CHECK(span("0001", "9999") == "0001-01-01/9999-12-31");
}

TEST_CASE("an end that is open, unknown or of no calendar is none") {
    CHECK(span("", "").size() == 1);
    CHECK(span("..", "..").size() == 1);
    CHECK(span("1949", "..") == "1949-01-01/");
    CHECK(span("", "1991") == "/1991-12-31");
    CHECK(span("0000", "-0044").size() == 1);
    CHECK(span("-0044", "1991") == "/1991-12-31");
    CHECK(span("1991", "1949").size() == 1);
}

TEST_CASE("what the timeline changes is told, with its number") {
    Result result;
    write(R"({"entity": "nation/a", "kind": "nation", "name": "A", "from": "-0044", "to": "19XX"}
{"entity": "nation/b", "kind": "nation", "name": "B", "from": "1991", "to": "1949"}
{"entity": "nation/c", "kind": "nation", "name": "C", "from": "1949~"}
{"entity": "nation/d", "kind": "nation", "name": "D", "from": "2023-06-01T09:30:00Z"}
)",
          result);
    const auto told = [&](std::string_view what) -> std::size_t {
        for (const Loss& loss : result.report.losses)
            if (loss.what.find(what) != std::string::npos) return loss.count;
        return 0;
    };
    CHECK(told("end before they begin") == 1);
    CHECK(told("before the year 1") == 1);
    CHECK(told("times of day") == 1);
    CHECK(told("uncertain dates") == 2);
    CHECK(count(result.text, " start=") == 2);
    CHECK(count(result.text, " end=") == 1);
}

TEST_CASE("without a date there is no timeline") {
    Result result;
    write(R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "to": ".."})"
          "\n",
          result);
    CHECK(count(result.text, "mode=\"static\">") == 3);
    CHECK(count(result.text, "timeformat") == 0);
}

TEST_CASE("version 1.3 has its own namespaces, and kinds of edges") {
    constexpr std::string_view pair =
        R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "stance": "planned"})"
        "\n";
    Result draft, latest;
    write(pair, draft);
    ExportOptions options;
    options.profile = "1.3";
    write(pair, latest, options);
    CHECK(
        count(
            draft.text,
            R"(xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2")") ==
        1);
    CHECK(
        count(latest.text,
              R"(xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3")") ==
        1);
    CHECK(count(draft.text, " kind=") == 0);
    CHECK(count(latest.text, R"( kind="ally_of")") == 1);
    CHECK(count(latest.text, R"(<viz:shape value="dashed"/>)") == 1);
}

TEST_CASE("GEXF without a node cannot carry the graph's sources, and says so") {
    Result result;
    write(R"({"source": "s", "title": "T"})"
          "\n",
          result);
    CHECK(result.report.left_out == ItemCounts{0, 0, 0, 1});
    CHECK(result.diagnostics.count(Code::not_representable) == 1);
}
