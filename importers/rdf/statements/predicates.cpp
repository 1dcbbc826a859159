// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/statements/predicates.hpp"

#include <algorithm>

namespace entente {

namespace {

/// What a claim's relation says.
bool is_end(const FieldWord& field) {
    return field.on == On::claim && (field.word == Word::subject || field.word == Word::object ||
                                     field.word == Word::relation);
}

} // namespace

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

const FieldWord* field_of(On on, std::string_view predicate) {
    const auto row =
        std::find_if(field_words.begin(), field_words.end(), [&](const FieldWord& field) {
            return field.on == on && field.role != FieldRole::free && field.type != "span" &&
                   !is_end(field) && !field.iri.empty() && field.iri == predicate;
        });
    return row == field_words.end() ? nullptr : &*row;
}

bool is_name_predicate(std::string_view predicate) {
    return is_one_of(predicate, {"schema:name", "rdfs:label", "skos:prefLabel", "foaf:name",
                                 "dct:title", "dc:title"});
}

bool is_alias_predicate(std::string_view predicate) {
    return is_one_of(predicate, {"schema:alternateName", "skos:altLabel", "foaf:nick"});
}

bool is_same_predicate(std::string_view predicate) {
    return is_one_of(predicate, {"owl:sameAs", "skos:exactMatch", "schema:sameAs"});
}

bool is_address_predicate(std::string_view predicate) {
    return is_one_of(
        predicate,
        {"schema:url", "schema:image", "schema:logo", "schema:mainEntityOfPage", "foaf:homepage",
         "foaf:page", "foaf:depiction", "foaf:img", "foaf:mbox", "rdfs:seeAlso", "rdfs:isDefinedBy",
         "dct:license", "schema:license", "foaf:isPrimaryTopicOf", "prov:wasDerivedFrom"});
}

std::string_view date_field_of(std::string_view predicate) {
    if (is_one_of(predicate, {"schema:startDate", "schema:foundingDate", "schema:birthDate"}))
        return "from";
    if (is_one_of(predicate, {"schema:endDate", "schema:dissolutionDate", "schema:deathDate"}))
        return "to";
    return {};
}

bool is_document_class(std::string_view type) {
    return is_one_of(
        type, {"schema:CreativeWork", "schema:Article", "schema:NewsArticle", "schema:Report",
               "schema:WebPage", "schema:Book", "foaf:Document", "schema:ScholarlyArticle"});
}

} // namespace entente
