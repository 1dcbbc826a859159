// SPDX-License-Identifier: BSL-1.0
// The parts of the page for the browser that need no browser: what gets in, how it is escaped,
// where it stands.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "exporters/html/extract.hpp"
#include "exporters/html/layout.hpp"
#include "exporters/html/markup.hpp"
#include "exporters/registry.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::html;

namespace {

std::string between(std::string_view text, std::string_view begin, std::string_view end) {
    const std::size_t from = text.find(begin);
    REQUIRE(from != std::string_view::npos);
    const std::size_t to = text.find(end, from + begin.size());
    REQUIRE(to != std::string_view::npos);
    return std::string(text.substr(from + begin.size(), to - from - begin.size()));
}

constexpr std::string_view facts_element = "<script type=\"application/x-ndjson\" id=\"facts\">\n";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

bool overlap(const Body& a, const Place& p, const Body& b, const Place& q) {
    return std::abs(p.x - q.x) < (a.width + b.width) / 2 - 1 &&
           std::abs(p.y - q.y) < (a.height + b.height) / 2 - 1;
}

void check_no_overlap(const std::vector<Body>& bodies, const std::vector<Place>& places) {
    REQUIRE(places.size() == bodies.size());
    std::size_t overlaps = 0;
    for (std::size_t i = 0; i < bodies.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            overlaps += overlap(bodies[i], places[i], bodies[j], places[j]) ? 1U : 0U;
    CHECK(overlaps == 0);
}

/// `count` nations, each in an alliance with the `ties` that follow.
std::string many(std::size_t count, std::size_t ties) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 1; k <= ties; ++k)
            text += R"({"subject":"organization/o)" + std::to_string(i) +
                    R"(","relation":"cooperates_with","object":"organization/o)" +
                    std::to_string((i + k) % count) + R"(","source":"s)" + std::to_string(k % 3) +
                    "\"}\n";
    return text;
}

} // namespace

TEST_CASE("html: JSON in a script element can neither end it nor open a comment") {
    std::string out;
    append_script_data(out,
                       "{\"a\":\"</script><!-- --> \\\\u003c\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\"}");
    CHECK(out ==
          "{\"a\":\"\\u003c/script\\u003e\\u003c!-- --\\u003e "
          "\\\\u003c\\u2028\\u2029\xE2\x80\"}");
    std::string title;
    append_html_text(title, R"(<b title="&">)");
    CHECK(title == "&lt;b title=&quot;&amp;&quot;&gt;");
}

TEST_CASE("html: the page has the native facts, line by line") {
    for (const std::string_view sample : {"tokyo-talks", "hostile", "alliances"}) {
        CAPTURE(sample);
        const View view = view_of(test::graph_of(test::sample(sample)));
        const std::string page = test::written(view, "html");
        std::string facts = between(page, facts_element, "</script>");
        CHECK(facts.find('<') == std::string::npos);
        facts = replaced(replaced(facts, "\\u003c", "<"), "\\u003e", ">");
        facts = replaced(replaced(facts, "\\u2028", "\xE2\x80\xA8"), "\\u2029", "\xE2\x80\xA9");
        CHECK(facts == test::written(view, "facts"));
    }
}

TEST_CASE("html: nothing runs but what the policy names, and nothing is fetched") {
    const View view = view_of(test::graph_of(test::sample("hostile")));
    const std::string page = test::written(view, "html");
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    CHECK(policy.starts_with("default-src 'none'; script-src 'sha256-"));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("http") == std::string::npos);
    std::size_t scripts = 0;
    for (std::size_t at = 0; (at = page.find("<script", at)) != std::string::npos; ++at)
        ++scripts;
    CHECK(scripts == 4); // scene, facts, library, program
    CHECK(between(page, "<title>", "</title>").find('<') == std::string::npos);
}

TEST_CASE("html: a graph too large for a browser is reduced, and it is told") {
    const std::string facts = many(2'300, 6);
    const View view = view_of(test::graph_of(facts));
    const Extract part = extract(view, false);
    CHECK(part.written.entities == most_entities);
    CHECK(part.written.relations <= most_relations);
    CHECK(part.left_out.entities == 300);
    CHECK(part.written.relations + part.left_out.relations == view.relations().size());
    CHECK(part.written.claims + part.left_out.claims == view.claim_count());
    for (const Relation& relation : part.relations)
        CHECK_FALSE(
            (!part.view.contains(relation.subject) || !part.view.contains(relation.object)));

    Diagnostics diagnostics;
    Output nowhere([](std::string_view) {});
    const ExportReport report = find_exporter("html")->write(view, nowhere, {}, diagnostics);
    CHECK(report.left_out == part.left_out);
    CHECK(diagnostics.count(Code::reduced) == 3); // entities, relations, claims
}

TEST_CASE("html: nothing covers anything in the opening layout") {
    std::vector<Body> bodies(120);
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        bodies[i].width = 60 + static_cast<double>(i % 7) * 20;
        bodies[i].height = 30;
        bodies[i].hub = i % 10 == 0;
    }
    std::vector<Tie> ties;
    for (std::size_t i = 0; i + 20 < bodies.size(); ++i)
        ties.push_back({i, (i * i + 3) % 40, 1});
    bodies[50].owner = 3;
    bodies[51].owner = 50;
    bodies[52].owner = 53; // a circle is no list
    bodies[53].owner = 52;
    const std::vector<Place> places = place(bodies, ties);
    check_no_overlap(bodies, places);
    CHECK(places[50].owner == 3);
    CHECK(places[51].owner == 3);
    CHECK(places[52].owner == nobody);
    const std::vector<Place> again = place(bodies, ties);
    for (std::size_t i = 0; i < places.size(); ++i)
        CHECK((places[i].x == again[i].x && places[i].y == again[i].y));
}

TEST_CASE("html: a layout of nothing, of one, of one that is tied to itself") {
    CHECK(place({}, {}).empty());
    std::vector<Body> one(1);
    one[0].width = one[0].height = 20;
    const std::vector<Tie> self{{0, 0, 1}};
    CHECK(place(one, {}).size() == 1);
    CHECK(std::isfinite(place(one, self)[0].x));
}
