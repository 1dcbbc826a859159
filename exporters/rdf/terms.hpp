// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "exporters/rdf/words.hpp"
#include "graph/language/value.hpp"
#include "graph/language/vocabulary.hpp"

namespace entente {

/// What the RDF formats and the vocabulary's own documents share.

/// Namespace of the built-in kinds, relations and attributes. It stays the same whatever base IRI
/// a user chooses for the data.
inline constexpr std::string_view vocabulary_iri = "https://entente.example/vocabulary#";

struct Prefix {
    std::string_view name, iri;
};

inline constexpr std::array prefixes{
    Prefix{"kg", vocabulary_iri},
    Prefix{"schema", "https://schema.org/"},
    Prefix{"prov", "http://www.w3.org/ns/prov#"},
    Prefix{"skos", "http://www.w3.org/2004/02/skos/core#"},
    Prefix{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    Prefix{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    Prefix{"xsd", "http://www.w3.org/2001/XMLSchema#"},
    Prefix{"edtf", "http://id.loc.gov/datatypes/edtf/"},
};

/// `kg:Nation`, or the full IRI under the user's base for a kind that is not built in.
std::string kind_iri(const Kind& kind, std::string_view base);
/// `kg:allyOf`, likewise.
std::string relation_iri(const RelationType& type, std::string_view base);

/// Calls `f(const FieldWord&)` for each attribute that has a term of its own. Where several are
/// called alike, that of claims wins: `source` is first of all where a claim comes from.
template <class F>
void for_each_attribute_term(F f) {
    std::set<std::string_view> done;
    for (const On on : {On::claim, On::entity, On::source})
        for (const FieldWord& row : Vocabulary::attributes())
            if (row.on == on && row.name != "span" && row.name != "entity" &&
                done.insert(row.name).second)
                f(row);
}

/// `founded%20on`: an attribute's name as a path without a slash.
void append_attribute_path(std::string& out, std::string_view name);

/// The IRI of an identifier elsewhere, if it has one: `wikidata:Q17`, a web address; else empty.
std::string exact_match(std::string_view id);

/// The path of an entity's IRI under the base: its id, percent-encoded, and kept apart from claims,
/// relations and sources.
void append_entity_path(std::string& out, std::string_view id);

struct NumberLiteral {
    std::string text;
    std::optional<RdfWord> datatype; ///< none: a plain string, the number is out of every range
    bool exact = true;               ///< the digits are those of the original
};

/// `kg:Nation` as a full IRI; what has none of our prefixes stays as it is.
std::string full_iri(std::string_view name);

/// Throws std::invalid_argument if nothing can stand under such a base.
void require_base_iri(std::string_view base);

/// A number in XSD's canonical form, as RDF stores write it: a decimal without exponent (readers
/// agree on nothing else), a double only where that would take more than 18 digits on either side
/// of the point.
NumberLiteral number_literal(const Value& value);
NumberLiteral number_literal(double number);

/// True for the JSON text of a list of strings without escapes.
bool is_list_of_strings(std::string_view json);

/// BCP 47 in form: letters, then subtags of letters and digits.
bool is_language_tag(std::string_view tag);

} // namespace entente
