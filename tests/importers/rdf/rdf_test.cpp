// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <string>

#include "importers/importer.hpp"
#include "tests/importers/recording.hpp"

using namespace entente;

namespace {

std::string recognised(std::string_view text) {
    const Importer* importer = recognise({"-", text, 1, false});
    return importer ? std::string(importer->name) : "none";
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("RDF is recognised by its first statements") {
    CHECK(recognised("<http://e/1> <http://e/p> \"x\" .\n") == "nquads");
    CHECK(recognised("# r\n@prefix e: <http://e/> .\ne:1 e:p 1 .\n") == "turtle");
    CHECK(recognised("PREFIX e: <http://e/>\ne:1 e:p 1 .\n") == "turtle");
    CHECK(recognised("@prefix e: <http://e/> .\ne:g {\n e:1 e:p 1 .\n}\n") == "trig");
    CHECK(recognised("{\"@context\": {},\n\"@graph\": [\n{},\n{}\n]}") == "jsonld");
    CHECK(recognised("[{\"@id\": \"http://e/1\"}]") == "jsonld");
    CHECK(recognised("{\"subject\": \"@context\"}\n{\"subject\": 2}\n") == "jsonl");
}

TEST_CASE("a line that is no statement is rejected alone") {
    const auto outcome = test::read_text(
        "<http://e/1> <http://schema.org/name> \"A\" .\n"
        "what is this\n"
        "<http://e/2> <http://schema.org/name> \"B\" .\n",
        "nquads");
    CHECK(outcome.counts.accepted == 2);
    CHECK(outcome.counts.rejected == 1);
    REQUIRE(outcome.rejects.size() == 1);
    CHECK(has(outcome.rejects[0], "what is this"));
    CHECK(has(outcome.told(), ":2:1: error"));
}

TEST_CASE("Turtle goes on behind a damaged statement") {
    const auto outcome = test::read_text(
        "@prefix s: <http://schema.org/> .\n"
        "<http://e/1> s:name \"A\" ; ] .\n"
        "<http://e/2> s:name \"B\" ; s:n 12.\n",
        "turtle");
    CHECK(outcome.counts.rejected == 1);
    CHECK(outcome.counts.accepted >= 1);
}

TEST_CASE("a remote context is named and refused; that of schema.org is known") {
    const auto refused =
        test::read_text(R"({"@context": "https://e.org/c", "name": "A"})", "jsonld");
    CHECK(refused.counts.rejected == 1);
    CHECK(has(refused.told(), "https://e.org/c"));
    const auto known = test::read_text(
        R"({"@context": "https://schema.org", "@type": "Country", "name": "Japan"})", "jsonld");
    CHECK(known.counts.accepted == 1);
    CHECK(has(known.text(), "nation"));
    CHECK(has(known.told(), "repaired"));
}
