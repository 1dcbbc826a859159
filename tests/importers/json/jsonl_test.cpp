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

void check_law(const Outcome& outcome) {
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    CHECK(outcome.rejects.size() == outcome.counts.rejected);
}

} // namespace

TEST_CASE("JSON Lines: one record a line, blank lines and CRLF do no harm") {
    const Outcome outcome =
        read_text(fact("B") + "\r\n\n  \n  " + fact("C") + "\n" + fact("D"), "jsonl");
    CHECK(outcome.in_order() == claim("1:1", "B") + claim("4:3", "C") + claim("5:1", "D"));
    CHECK(outcome.diagnostics.empty());
    check_law(outcome);
}

TEST_CASE("JSON Lines: a broken line costs only that line") {
    const Outcome outcome = read_text(
        fact("B") + "\n{\"subject\":\"A\",\"rel\n" + fact("C") + "\ngarbage\n" + fact("D") + "\n",
        "jsonl");
    CHECK(outcome.in_order() == claim("1:1", "B") + claim("3:1", "C") + claim("5:1", "D"));
    CHECK(outcome.counts.rejected == 2);
    CHECK(outcome.rejects[0] == "2:1 {\"subject\":\"A\",\"rel");
    CHECK(outcome.rejects[1] == "4:1 garbage");
    check_law(outcome);
}

TEST_CASE("JSON Lines: a record may spread over lines if it is clear where it ends") {
    const Outcome outcome =
        read_text("{\n  \"subject\": \"A\",\n  \"relation\": \"r\",\n  \"object\": \"B\"\n}\n" +
                      fact("C") + "\n",
                  "jsonl");
    CHECK(outcome.in_order() == claim("1:1", "B") + claim("6:1", "C"));
    check_law(outcome);
    // The second line begins a record of its own, so the first one is cut off.
    const Outcome cut = read_text("{\"subject\": \"A\",\n" + fact("C") + "\n}\n", "jsonl");
    CHECK(cut.in_order() == claim("2:1", "C"));
    CHECK(cut.counts.rejected == 2);
    check_law(cut);
}

TEST_CASE("JSON Lines: what is around the records is forgiven with a note") {
    const Outcome fenced =
        read_text("Here they are:\n```jsonl\n" + fact("B") + "\n```\nDone.\n", "jsonl");
    CHECK(fenced.in_order() == claim("3:1", "B"));
    CHECK(fenced.counts.read == 1);
    CHECK(fenced.diagnostics.size() == 2);
    const Outcome list = read_text("[\n" + fact("B") + ",\n" + fact("C") + "\n]\n", "jsonl");
    CHECK(list.in_order() == claim("2:1", "B") + claim("3:1", "C"));
    CHECK(list.counts.rejected == 0);
    const Outcome joined = read_text(fact("B") + " " + fact("C") + "\n", "jsonl");
    CHECK(joined.counts.accepted == 2);
    CHECK(joined.diagnostics.size() == 1);
}

TEST_CASE("JSON Lines: a line may hold a whole document") {
    const Outcome outcome = read_text(
        R"({"id": "t1", "triples": [["A", "r", "B"], {"sub": "A", "rel": "r", "obj": "C"}]})"
        "\n" +
            fact("D") + "\n",
        "jsonl");
    CHECK(outcome.in_order() == claim("1:26", "B") + claim("1:43", "C") + claim("2:1", "D"));
    CHECK(outcome.counts.read == 3);
    check_law(outcome);
}

TEST_CASE("JSON Lines: hostile texts cost neither stack nor quadratic time") {
    std::string text = fact("B") + "\n" + fact("C") + "\n";
    for (int i = 0; i < 50000; ++i)
        text += i % 2 == 0 ? "[1\n" : " {\"a\":\n";
    text += R"({"subject":"A","relation":"r","object":"B","x":)" + std::string(100000, '[') + "\n";
    text += fact(std::string(std::size_t{1} << 20, 'x')) + "\n" + fact("D") + "\n";
    const Outcome outcome = read_text(text, "jsonl");
    CHECK(outcome.counts.accepted == 4);
    CHECK(outcome.counts.rejected == 50001);
    check_law(outcome);
}

TEST_CASE("JSON Lines: positions count characters, not bytes") {
    const Outcome outcome = read_text(
        "{\"subject\":\"日本\",\"relation\":\"r\",\"object\":\"B\",\"date\":\"x\"}\n", "jsonl");
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(outcome.diagnostics[0].starts_with("facts:1:52: error:"));
}

TEST_CASE("an input without any record says so") {
    for (const char* format : {"jsonl", "json", "csv", "tsv"})
        for (const char* text : {"", "\n", "  \n\n"}) {
            CAPTURE(format);
            const Outcome outcome = read_text(text, format);
            CHECK(outcome.counts.read == 0);
            CHECK(outcome.told() == "facts:1:1: warning: no record in here [empty-input]\n");
        }
}
