// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <string>

#include "tests/importers/recording.hpp"

using entente::test::Outcome;
using entente::test::read_text;

namespace {

std::string fact(std::string_view object) {
    return R"({"subject":"A","relation":"r","object":")" + std::string(object) + "\"}";
}

std::string claim(std::string_view at, std::string_view object) {
    return std::string(at) + " claim subject=A relation=r object=" + std::string(object) + "\n";
}

Outcome read(const std::string& text) {
    Outcome outcome = read_text(text, "json");
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    CHECK(outcome.rejects.size() == outcome.counts.rejected);
    return outcome;
}

} // namespace

TEST_CASE("JSON: a document, a list of records, one record, none") {
    const Outcome document = read(
        "{\"graph\": {\"title\": \"T\"},\n \"sources\": [{\"id\": \"s\"}, {\"source\": \"t\"}],\n"
        " \"entities\": [{\"id\": \"nation/JPN\", \"kind\": \"nation\"}],\n \"facts\": [" +
        fact("B") + ",\n" + fact("C") + ", {\"same\": [\"a\", \"b\"]}]}");
    CHECK(document.text() ==
          "1:11 graph title=T\n2:14 source id=s\n2:27 source id=t\n"
          "3:15 entity id=nation/JPN kind=nation\n" +
              claim("4:12", "B") + claim("5:1", "C") + "5:46 same a=a b=b\n");
    CHECK(document.diagnostics.empty());
    CHECK(read("[" + fact("B") + "]").text() == claim("1:2", "B"));
    CHECK(read(fact("B")).text() == claim("1:1", "B"));
    CHECK(read("[]").counts.read == 0);
    CHECK(read("{}").counts.rejected == 1);
}

TEST_CASE("JSON: what graph programs and models write is understood") {
    const Outcome outcome =
        read(R"({"nodes": [{"id": 1, "label": "A", "type": "nation"}, "B"],)"
             R"( "links": [{"source": 1, "target": "B", "type": "r"}, ["A", "r", "B"]]})");
    CHECK(outcome.text() ==
          "1:12 entity id=1 kind=nation name=A\n1:55 entity name=B\n"
          "1:71 claim subject=1 relation=r object=B\n" +
              claim("1:114", "B"));
    CHECK(outcome.counts.rejected == 0);
    for (const std::string& line : outcome.diagnostics)
        CHECK(line.find("note:") != line.npos);
    CHECK(read("{\"facts\": " + fact("B") + "}").text() == claim("1:11", "B"));
}

TEST_CASE("JSON: words and fences around it are forgiven with a note") {
    const Outcome outcome =
        read("Sure [1]! Here is the JSON:\n```json\n[" + fact("B") + ",]\n```\nAnything else?\n");
    CHECK(outcome.text() == claim("3:2", "B"));
    CHECK(outcome.counts.read == 1);
    CHECK(outcome.told().find("error") == std::string::npos);
    CHECK(read("The facts are " + std::string("[") + fact("B") + "]. Good luck.").text() ==
          claim("1:16", "B"));
}

TEST_CASE("JSON: words around a lone record are garbage") {
    const Outcome outcome = read("garbage\n" + fact("B") + "\nmore ][ garbage\n");
    CHECK(outcome.text() == claim("2:1", "B"));
    CHECK(outcome.counts.rejected == 2);
}

TEST_CASE("JSON: a damaged record costs only itself") {
    const auto with = [](const std::string& damaged) {
        return read("[" + fact("B") + ",\n" + damaged + ",\n" + fact("C") + "]");
    };
    for (const char* damaged :
         {R"({"subject":"A" "relation":"r"})", R"({"subject":"A","relation":"r","object":"D)",
          R"({"subject":"A","relation":"r","object":{"name":"D"})", R"({"subject":"A",)",
          R"({"subject":"A","relation":["r","object":"D"})", "garbage", "12", "{'subject':\"A\"}",
          R"({"subject": "A", "relation": "r"})", R"({"x": "\ud800"})"}) {
        CAPTURE(damaged);
        const Outcome outcome = with(damaged);
        CHECK(outcome.text() == claim("1:2", "B") + claim("3:1", "C"));
        CHECK(outcome.counts.rejected == 1);
    }
}

TEST_CASE("JSON: what follows a damaged list is read") {
    const Outcome outcome =
        read("{\"entities\": [{\"id\": \"x\", \"name\" \"y\"}],\n\"facts\": [" + fact("B") + "]}");
    CHECK(outcome.text() == claim("2:11", "B"));
    CHECK(outcome.counts.rejected == 1);
}

TEST_CASE("JSON: a document that is cut off gives what is whole") {
    const Outcome outcome = read("{\"facts\": [" + fact("B") + ", " + fact("C") + ", {\"subj");
    CHECK(outcome.text() == claim("1:12", "B") + claim("1:57", "C"));
    CHECK(outcome.counts.rejected == 1);
}

TEST_CASE("JSON: rejects are lines of their own") {
    const Outcome outcome = read("[{\n  \"subject\": \"A\",\n  \"object\": \"B\"\n}]");
    REQUIRE(outcome.rejects.size() == 1);
    CHECK(outcome.rejects[0] == "1:2 {   \"subject\": \"A\",   \"object\": \"B\" }");
}

TEST_CASE("JSON: hostile texts cost neither stack nor quadratic time") {
    const auto times = [](std::size_t n, std::string_view part) {
        std::string text;
        for (std::size_t i = 0; i < n; ++i)
            text += part;
        return text;
    };
    CHECK(read(std::string(100000, '[')).counts.accepted == 0);
    CHECK(read(times(100000, "{\"a\":")).counts.accepted == 0);
    CHECK(read("[" + times(50000, "{\"subject\":\"A\"\n")).counts.accepted == 0);
    CHECK(read("[" + times(50000, "{\"subject\":\"A\n") + "]").counts.accepted == 0);
    CHECK(read("[" + times(50000, "{\"subject\":\"A\" \"b\"},") + "]").counts.rejected == 50000);
    CHECK(read("[" + times(50000, "x,") + fact("B") + "]").counts.accepted == 1);
}
