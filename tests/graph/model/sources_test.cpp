// SPDX-License-Identifier: BSL-1.0
#include "graph/model/sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "tests/support/facts.hpp"

using namespace entente;

namespace {

std::string claim(std::string_view source, std::string_view quote = "") {
    return R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", "source": ")" +
           std::string(source) + R"(", "quote": ")" + std::string(quote) + "\"}\n";
}

/// More sources than an Intake keeps in mind, each named several times far apart: by a record
/// that only has a URL, by one that says more, and by claims.
std::vector<std::string> many(std::size_t count) {
    std::vector<std::string> lines;
    for (int round = 0; round < 2; ++round)
        for (std::size_t i = 0; i < count; ++i) {
            const std::string id = "s" + std::to_string(i);
            lines.push_back(claim(id, "round " + std::to_string(round)));
            if (i % 3 != 0)
                lines.push_back(R"({"source": ")" + id + R"(", "url": "https://x.example/)" + id +
                                "\"}\n");
            if (i % 5 == 1)
                lines.push_back(R"({"source": ")" + id + R"(", "title": "T )" +
                                std::to_string(i % (round == 0 ? 1000 : 999)) + "\"}\n");
        }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line;
    return text;
}

} // namespace

TEST_CASE("a source is found by its id") {
    const GraphPtr graph = test::graph_of(claim("a") + claim("b") + claim("ü"));
    const SourceTable& sources = tables(*graph).sources;
    CHECK(sources.size() == 3);
    CHECK(!sources.empty());
    for (const char* id : {"a", "b", "ü"}) {
        const SourceIndex at = sources.find(id);
        REQUIRE(at != no_index);
        CHECK(sources.id(at) == id);
        CHECK(sources[at].id == id);
    }
    CHECK(sources.find("c") == no_index);
    CHECK(sources.find("") == no_index);
    CHECK(tables(*test::graph_of("")).sources.find("a") == no_index);
}

TEST_CASE("records of one source are one source, and nothing of them is lost") {
    Diagnostics diagnostics;
    const GraphPtr graph = test::graph_of(
        R"({"source": "s", "publisher": "P", "published": "2023-06"}
{"source": "s", "publisher": "O", "title": "T", "pages": 3}
{"source": "s", "url": "https://x.example/", "published": "2022"}
{"source": "s", "url": "https://x.example/"}
{"source": "t"}
)",
        diagnostics);
    const SourceTable& sources = tables(*graph).sources;
    CHECK(sources.size() == 2);
    const Source source = sources[sources.find("s")];
    CHECK(source.declared);
    CHECK(source.publisher == "O");
    CHECK(source.title == "T");
    CHECK(source.url == "https://x.example/");
    CHECK(source.published.text() == "2022");
    REQUIRE(source.attributes.size() == 2);
    CHECK(source.attributes[0].key == "pages");
    CHECK(source.attributes[1].key == "publisher");
    CHECK(source.attributes[1].value.text == "P");
    CHECK(diagnostics.count(Code::conflicting_attribute) == 1);
    CHECK(diagnostics.count(Code::undeclared_source) == 0);
}

TEST_CASE("a source that only claims name is known by its id alone") {
    Diagnostics diagnostics;
    const GraphPtr graph = test::graph_of(
        claim("z") + claim("a") + claim("z", "again") + claim("d") + R"({"source": "d"})",
        diagnostics);
    const SourceTable& sources = tables(*graph).sources;
    CHECK(sources.size() == 3);
    CHECK(!sources[sources.find("a")].declared);
    CHECK(!sources[sources.find("z")].declared);
    CHECK(sources[sources.find("d")].declared);
    REQUIRE(diagnostics.count(Code::undeclared_source) == 1);
    const auto told = std::find_if(diagnostics.all().begin(), diagnostics.all().end(),
                                   [](const auto& d) { return d.code == Code::undeclared_source; });
    CHECK(told->message ==
          "2 sources are named by claims but not declared, such as 'a'; only the id is known");
}

TEST_CASE("thousands of sources: each is one, whatever the order of the records") {
    constexpr std::size_t count = 6000;
    std::vector<std::string> lines = many(count);
    const GraphPtr graph = test::graph_of(joined(lines));
    const SourceTable& sources = tables(*graph).sources;
    CHECK(sources.size() == count);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string id = "s" + std::to_string(i);
        const SourceIndex at = sources.find(id);
        if (at == no_index) {
            ++wrong;
            continue;
        }
        const Source source = sources[at];
        wrong += source.declared != (i % 3 != 0 || i % 5 == 1);
        wrong += source.url != (i % 3 == 0 ? "" : "https://x.example/" + id);
        wrong += source.title.empty() != (i % 5 != 1);
    }
    CHECK(wrong == 0);
    std::size_t of_claims = 0;
    for (ClaimIndex at = 0; at < tables(*graph).claims.size(); ++at)
        of_claims += tables(*graph).claims[at].source != no_index;
    CHECK(of_claims == 2 * count);

    const View view = view_of(graph);
    CHECK(view.source_count() == count);
    CHECK(std::is_sorted(
        view.sources().begin(), view.sources().end(),
        [&](SourceIndex a, SourceIndex b) { return view.source_id(a) < view.source_id(b); }));
    const std::string facts = test::facts_of(graph);
    std::mt19937 engine(6);
    for (std::size_t i = lines.size(); i > 1; --i)
        std::swap(lines[i - 1], lines[engine() % i]);
    CHECK((test::facts_of(test::graph_of(joined(lines))) == facts));
}
