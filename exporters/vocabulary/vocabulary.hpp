// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "graph/language/vocabulary.hpp"

namespace entente {

/// The vocabulary as documents; docs/vocabulary.md, .ttl and docs/shapes.ttl are made by these.

/// For people: tables in Markdown.
std::string vocabulary_markdown(const Vocabulary& vocabulary);
/// An RDF Schema and OWL ontology in Turtle, with its equivalents in schema.org and Wikidata.
std::string vocabulary_turtle(const Vocabulary& vocabulary);
/// SHACL shapes in Turtle: what the JSON-LD output fulfils and other data can be checked against.
std::string shacl_shapes(const Vocabulary& vocabulary);
/// For programs: `{"kinds": [...], "relations": [...], "attributes": [...]}`.
std::string vocabulary_json(const Vocabulary& vocabulary);

} // namespace entente
