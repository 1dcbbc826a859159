// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "graph/language/dates/date.hpp"
#include "graph/language/words.hpp"

namespace entente {

/// The classes, predicates and datatypes that every export in RDF says over and over, numbered, so
/// that a writer makes their markup once.
enum class RdfWord : std::uint8_t {
    type,
    statement,
    predicate,
    json,
    relation_class,
    claim_class,
    source_class,
    provenance_entity,
    creative_work,
    bundle,
    exact_match,
    exact_aliases,
    xsd_integer,
    xsd_decimal,
    xsd_double,
    xsd_boolean,
    xsd_year,
    xsd_month,
    xsd_date,
    xsd_instant,
    edtf,
    fields, ///< the predicate of the first row of field_words; the others follow
};

/// In the order of RdfWord, as prefixed names.
inline constexpr auto rdf_words = [] {
    constexpr std::array<std::string_view, static_cast<std::size_t>(RdfWord::fields)> own{
        "rdf:type",    "rdf:Statement",   "rdf:predicate",
        "rdf:JSON",    "kg:Relation",     "kg:Claim",
        "kg:Source",   "prov:Entity",     "schema:CreativeWork",
        "prov:Bundle", "skos:exactMatch", "kg:exactAliases",
        "xsd:integer", "xsd:decimal",     "xsd:double",
        "xsd:boolean", "xsd:gYear",       "xsd:gYearMonth",
        "xsd:date",    "xsd:dateTime",    "edtf:EDTF"};
    std::array<std::string_view, own.size() + field_words.size()> all;
    std::size_t n = 0;
    for (const std::string_view word : own)
        all[n++] = word;
    for (const FieldWord& row : field_words)
        all[n++] = row.iri;
    return all;
}();

/// The predicate of a field: of the first one that has the same, so that each is one.
constexpr RdfWord rdf_word(On on, Word word) {
    std::string_view iri;
    for (const FieldWord& row : field_words)
        if (row.on == on && row.word == word) iri = row.iri;
    for (std::size_t n = static_cast<std::size_t>(RdfWord::fields); n < rdf_words.size(); ++n)
        if (rdf_words[n] == iri) return static_cast<RdfWord>(n);
    return RdfWord::fields;
}
template <On on, Word word>
constexpr RdfWord rdf_word(FieldTag<on, word>) {
    constexpr RdfWord found = rdf_word(on, word);
    return found;
}

constexpr std::size_t number_of(RdfWord word) {
    return static_cast<std::size_t>(word);
}

/// `xsd:date`
constexpr std::string_view prefixed(RdfWord word) {
    return rdf_words[number_of(word)];
}

/// The XSD type that a date of this precision has, or EDTF for what XSD cannot say (open ends,
/// decades, centuries, uncertain dates, years before 1).
RdfWord datatype(Date date);

} // namespace entente
