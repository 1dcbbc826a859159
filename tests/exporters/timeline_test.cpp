// SPDX-License-Identifier: BSL-1.0
#include "exporters/timeline/timeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "exporters/timeline/axis.hpp"
#include "exporters/timeline/rows.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::timeline_picture;

namespace {

View sample(std::string_view folder) {
    return view_of(test::graph_of(test::sample(folder)));
}

std::string groups_of(const View& view, const TimelineOptions& options) {
    std::string out;
    for (const Group& group : rows_of(view, explore::timeline(view), options))
        out += group.title + " " + std::to_string(group.rows.size()) + "/" +
               std::to_string(group.all) + "\n";
    return out;
}

std::vector<std::string> labels(std::string_view first, std::string_view last) {
    std::vector<std::string> out;
    const Range range{*Date::parse(first), *Date::parse(last), 0};
    double before = -1000;
    for (const Tick& tick : Axis(range, 0, 720).ticks()) {
        CHECK(tick.x - before > 50); // labels do not run into one another
        before = tick.x;
        out.push_back(tick.label);
    }
    return out;
}

} // namespace

TEST_CASE("the axis counts years, months or days") {
    CHECK(labels("1815", "2024").front() == "1820");
    CHECK(labels("1949", "1955").size() == 8);
    CHECK(labels("2022-01-01", "2023-06").front() == "2022-01");
    CHECK(labels("2023-05-28", "2023-06-05").size() >= 5);
    CHECK_FALSE(labels("2023-06-01", "2023-06-01").empty());
    CHECK(labels("-9999", "9999").size() > 3);
    CHECK(labels("-0044-03-15", "0014").size() > 3);
}

TEST_CASE("things with dates come first, and no group takes another's place") {
    const View view = view_of(test::graph_of(
        R"({"entity": "alliance/a", "kind": "alliance", "name": "A", "from": "1900", "to": ".."}
{"entity": "alliance/b", "kind": "alliance", "name": "B", "from": "1901", "to": ".."}
{"entity": "alliance/c", "kind": "alliance", "name": "C", "from": "1902", "to": ".."}
{"entity": "event/e", "kind": "event", "name": "E", "from": "1903", "to": "1903"}
{"entity": "nation/FRA", "kind": "nation", "name": "France", "from": "0843"}
{"subject": "nation/FRA", "relation": "member_of", "object": "alliance/b", "from": "1901"}
{"subject": "nation/FRA", "relation": "member_of", "object": "alliance/c", "from": "1902"})"));
    CHECK(groups_of(view, {.rows = 3}) ==
          "Alliances 1/3\nEvents 1/1\nis a member of 1/2\nNations 0/1\n");
    CHECK(groups_of(view, {.rows = 0}) ==
          "Alliances 3/3\nEvents 1/1\nis a member of 2/2\nNations 1/1\n");
    CHECK(groups_of(view, {.by = TimelineOptions::By::subject, .rows = 0}) ==
          "France 3/3\nOthers 4/4\n");
}

TEST_CASE("dates are told no more exactly than they are known") {
    const auto told = [](std::string_view from, std::string_view to) {
        explore::Happening happening;
        happening.period = {*Date::parse(from), *Date::parse(to)};
        return dates_of(happening);
    };
    CHECK(told("1949-04-04", "..") == "1949-04-04 –");
    CHECK(told("1949", "") == "1949 – ?");
    CHECK(told("", "1991~") == "? – 1991~");
    CHECK(told("..", "1991") == "– 1991");
    CHECK(told("194X", "1955") == "194X – 1955");
    CHECK(told("1914", "1914") == "1914");
    CHECK(told("2023-06-01T09:30:00Z", "") == "2023-06-01 – ?");
}

TEST_CASE("a timeline is the same every time, and says what it leaves out") {
    const TimelinePicture picture = draw_timeline(sample("alliances"), {});
    CHECK(picture.rows == 60);
    CHECK(picture.svg == draw_timeline(sample("alliances"), {}).svg);
    CHECK(std::find(picture.left_out.begin(), picture.left_out.end(), "Alliances: 139 of 163") !=
          picture.left_out.end());
    CHECK(picture.svg.find("<title id=\"title\">Alliances of the world since 1815</title>") !=
          std::string::npos);
    CHECK(picture.svg.find("NATO, 1949-04-04 –") != std::string::npos);
    CHECK(timeline_as(picture, "png").starts_with("\x89PNG"));
    CHECK(timeline_as(picture, "pdf").starts_with("%PDF"));
}

TEST_CASE("names are text in a timeline, never markup") {
    const View view = view_of(test::graph_of(
        R"({"entity": "event/x", "kind": "event", "name": "<script>alert('&')</script>", "from": "1999"}
{"graph": {"title": "</title><svg onload=\"x\">"}})"));
    const std::string svg = draw_timeline(view, {}).svg;
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("<svg onload") == std::string::npos);
    CHECK(svg.find("&lt;script&gt;") != std::string::npos);
    CHECK(draw_timeline(sample("hostile"), {}).svg.ends_with("</svg>\n"));
}

TEST_CASE("a timeline of nothing says so") {
    for (const std::string_view facts :
         {"", R"({"subject": "France", "relation": "ally_of", "object": "Italy"})"}) {
        const TimelinePicture picture = draw_timeline(view_of(test::graph_of(facts)), {});
        CHECK(picture.rows == 0);
        CHECK(picture.svg.find("Nothing here has a date.") != std::string::npos);
    }
}
