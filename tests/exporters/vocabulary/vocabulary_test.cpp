// SPDX-License-Identifier: BSL-1.0
// The documents of the vocabulary are what its table makes; ENTENTE_ACCEPT=1 rewrites them.
#include "exporters/vocabulary/vocabulary.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace entente;

namespace {

bool fits(std::string_view name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::path(ENTENTE_SOURCE_DIR) / "docs" / name;
    const char* const accept = std::getenv("ENTENTE_ACCEPT");
    if (accept != nullptr && std::string_view(accept) == "1")
        std::ofstream(path, std::ios::binary) << text;
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {}) == text;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

} // namespace

TEST_CASE("docs/vocabulary.md, vocabulary.ttl and shapes.ttl are made from the table") {
    const Vocabulary vocabulary;
    CHECK(fits("vocabulary.md", vocabulary_markdown(vocabulary)));
    CHECK(fits("vocabulary.ttl", vocabulary_turtle(vocabulary)));
    CHECK(fits("shapes.ttl", shacl_shapes(vocabulary)));
}

TEST_CASE("every row of the vocabulary stands in every document") {
    const Vocabulary vocabulary;
    const std::string markdown = vocabulary_markdown(vocabulary);
    const std::string turtle = vocabulary_turtle(vocabulary);
    const std::string shapes = shacl_shapes(vocabulary);
    const std::string json = vocabulary_json(vocabulary);
    for (const Kind& kind : vocabulary.kinds()) {
        CAPTURE(kind.name);
        CHECK(count(markdown, "| `" + std::string(kind.name) + "` |") >= 1);
        CHECK(count(turtle, "\nkg:" + std::string(kind.iri) + " a rdfs:Class") == 1);
        CHECK(count(shapes, "sh:targetClass kg:" + std::string(kind.iri) + " ;") == 1);
        CHECK(count(json, "{\"name\":\"" + std::string(kind.name) + "\"") == 1);
    }
    for (const RelationType& type : vocabulary.relations()) {
        CAPTURE(type.name);
        CHECK(count(markdown, "| `" + std::string(type.name) + "` |") >= 1);
        CHECK(count(turtle, "\nkg:" + std::string(type.iri) + " a rdf:Property") == 1);
        CHECK(count(json, "{\"name\":\"" + std::string(type.name) + "\"") == 1);
    }
}

TEST_CASE("rows that the user adds stand in the documents too") {
    Vocabulary vocabulary;
    vocabulary.add_kind("faction");
    vocabulary.add_relation("quarrels_with");
    CHECK(count(vocabulary_markdown(vocabulary), "`faction`") == 1);
    CHECK(count(vocabulary_json(vocabulary), "\"quarrels_with\"") == 2); // name and label
    CHECK(count(vocabulary_turtle(vocabulary), "vocabulary#quarrels_with> a rdf:Property") == 1);
}
