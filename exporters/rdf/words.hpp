// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "graph/language/date.hpp"

namespace entente {

/// The classes, predicates and datatypes that every export in RDF says over and over, numbered, so
/// that a writer makes their markup once.
enum class RdfWord : std::uint8_t {
    type,
    statement,
    subject,
    predicate,
    object,
    json,
    relation_class,
    claim_class,
    source_class,
    provenance_entity,
    creative_work,
    bundle,
    identifier,
    name,
    alternate_name,
    description,
    date_modified,
    publisher,
    url,
    published,
    language,
    kind,
    same_as,
    exact_match,
    from,
    to,
    provisional,
    derived_from,
    attributed_to,
    judgements,
    subject_as,
    object_as,
    stated_by_as,
    date,
    stance,
    confidence,
    quote,
    span_begin,
    span_end,
    relation_name,
    status,
    derived,
    claim_count,
    source_count,
    claim,
    attributes,
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
};

/// In the order of RdfWord, as prefixed names.
inline constexpr std::array<std::string_view, 56> rdf_words{
    "rdf:type",
    "rdf:Statement",
    "rdf:subject",
    "rdf:predicate",
    "rdf:object",
    "rdf:JSON",
    "kg:Relation",
    "kg:Claim",
    "kg:Source",
    "prov:Entity",
    "schema:CreativeWork",
    "prov:Bundle",
    "schema:identifier",
    "schema:name",
    "schema:alternateName",
    "schema:description",
    "schema:dateModified",
    "schema:publisher",
    "schema:url",
    "schema:datePublished",
    "schema:inLanguage",
    "kg:kind",
    "kg:sameAs",
    "skos:exactMatch",
    "kg:from",
    "kg:to",
    "kg:provisional",
    "prov:wasDerivedFrom",
    "prov:wasAttributedTo",
    "kg:judgements",
    "kg:subjectAs",
    "kg:objectAs",
    "kg:statedByAs",
    "kg:date",
    "kg:stance",
    "kg:confidence",
    "kg:quote",
    "kg:spanBegin",
    "kg:spanEnd",
    "kg:relationName",
    "kg:status",
    "kg:derived",
    "kg:claimCount",
    "kg:sourceCount",
    "kg:claim",
    "kg:attributes",
    "kg:exactAliases",
    "xsd:integer",
    "xsd:decimal",
    "xsd:double",
    "xsd:boolean",
    "xsd:gYear",
    "xsd:gYearMonth",
    "xsd:date",
    "xsd:dateTime",
    "edtf:EDTF",
};
static_assert(rdf_words.size() == static_cast<std::size_t>(RdfWord::edtf) + 1);

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
