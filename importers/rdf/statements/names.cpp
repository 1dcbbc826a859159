// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/statements/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "graph/text/ascii.hpp"

namespace entente {

namespace {

struct Namespace {
    std::string_view prefix, iri; ///< without `http:` or `https:`
};

constexpr std::array namespaces{
    Namespace{"kg", "//entente.example/vocabulary#"},
    Namespace{"schema", "//schema.org/"},
    Namespace{"prov", "//www.w3.org/ns/prov#"},
    Namespace{"skos", "//www.w3.org/2004/02/skos/core#"},
    Namespace{"rdf", "//www.w3.org/1999/02/22-rdf-syntax-ns#"},
    Namespace{"rdfs", "//www.w3.org/2000/01/rdf-schema#"},
    Namespace{"xsd", "//www.w3.org/2001/XMLSchema#"},
    Namespace{"owl", "//www.w3.org/2002/07/owl#"},
    Namespace{"foaf", "//xmlns.com/foaf/0.1/"},
    Namespace{"dct", "//purl.org/dc/terms/"},
    Namespace{"dc", "//purl.org/dc/elements/1.1/"},
    Namespace{"dbo", "//dbpedia.org/ontology/"},
    Namespace{"wd", "//www.wikidata.org/entity/"},
    Namespace{"wdt", "//www.wikidata.org/prop/direct/"},
};

/// Classes of others that no row of the vocabulary names.
struct ClassKind {
    std::string_view name, kind;
};
constexpr std::array classes{
    ClassKind{"person", "official"},
    ClassKind{"politician", "official"},
    ClassKind{"human", "official"},
    ClassKind{"state", "nation"},
    ClassKind{"sovereignstate", "nation"},
    ClassKind{"city", "place"},
    ClassKind{"administrativearea", "place"},
    ClassKind{"settlement", "place"},
    ClassKind{"governmentorganization", "organization"},
    ClassKind{"newsmediaorganization", "organization"},
    ClassKind{"corporation", "organization"},
    ClassKind{"ngo", "organization"},
    ClassKind{"group", "organization"},
    ClassKind{"treaty", "agreement"},
    ClassKind{"militaryconflict", "event"},
};

/// Properties of others that no row of the vocabulary names; inverses are as good.
struct RelationOfOthers {
    std::string_view name, relation;
};
constexpr std::array relations_of_others{
    RelationOfOthers{"schema:location", "located_in"},
    RelationOfOthers{"schema:containedInPlace", "located_in"},
    RelationOfOthers{"schema:member", "has_member"},
    RelationOfOthers{"schema:parentOrganization", "part_of"},
    RelationOfOthers{"schema:knows", "related_to"},
    RelationOfOthers{"foaf:knows", "related_to"},
};

/// The name of an attribute by its IRI in the vocabulary.
std::string_view attribute_named(std::string_view short_name) {
    for (const FieldWord& row : Vocabulary::attributes())
        if (row.iri == short_name) return row.name;
    return {};
}

} // namespace

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16).ptr ==
                text.data() + i + 3) {
            out += static_cast<char>(byte);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string shortened_iri(std::string_view iri) {
    for (const std::string_view page :
         {"http://www.wikidata.org/entity/Q", "https://www.wikidata.org/entity/Q",
          "http://www.wikidata.org/wiki/Q", "https://www.wikidata.org/wiki/Q"}) {
        if (!iri.starts_with(page)) continue;
        const std::string_view digits = iri.substr(page.size());
        if (!digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos)
            return "wikidata:Q" + std::string(digits);
    }
    return std::string(iri);
}

std::string_view RdfNames::short_name(TermId id) {
    Names& names = names_[id];
    if (names.has_name) return names.name;
    names.has_name = true;
    const RdfTerm term = data_.term(id);
    std::string_view iri = term.text;
    if (term.type != RdfTerm::Type::iri ||
        (!iri.starts_with("http:") && !iri.starts_with("https:")))
        return names.name;
    iri.remove_prefix(iri.starts_with("https:") ? 6 : 5);
    for (const Namespace& space : namespaces)
        if (iri.starts_with(space.iri))
            return names.name =
                       std::string(space.prefix) + ':' + std::string(iri.substr(space.iri.size()));
    return names.name;
}

std::string_view RdfNames::local_name(TermId id) {
    Names& names = names_[id];
    if (names.has_local) return names.local;
    names.has_local = true;
    const std::string_view text = data_.text(id);
    std::size_t end = text.size();
    while (end > 0 && (text[end - 1] == '/' || text[end - 1] == '#'))
        --end;
    const std::size_t begin = text.substr(0, end).find_last_of("/#") + 1;
    names.local = percent_decoded(text.substr(begin, end - begin));
    if (names.local.empty()) names.local = text;
    return names.local;
}

std::string_view RdfNames::attribute(TermId predicate) {
    Names& names = names_[predicate];
    if (names.has_attribute) return names.attribute;
    names.has_attribute = true;
    const std::string_view text = data_.text(predicate);
    const std::string_view before = text.substr(0, text.rfind('/'));
    // What entente made from a name: the base, `attribute/` and the name without a slash.
    if (before.size() < text.size() && before.ends_with("attribute"))
        names.attribute = percent_decoded(text.substr(before.size() + 1));
    else
        names.attribute = attribute_named(short_name(predicate));
    if (names.attribute.empty()) names.attribute = local_name(predicate);
    return names.attribute;
}

std::string_view RdfNames::relation(TermId predicate) {
    Names& names = names_[predicate];
    if (names.has_relation) return names.relation;
    names.has_relation = true;
    const std::string_view name = short_name(predicate);
    const std::string_view local = local_name(predicate);
    const std::string_view space = name.substr(0, name.find(':'));
    for (const RelationType& row : vocabulary_.relations()) {
        const bool ours = space == "kg" && local == row.iri;
        const bool theirs = space == "schema" && !row.schema_org.empty() && local == row.schema_org;
        const bool item =
            (space == "wdt" || space == "wd") && !row.wikidata.empty() && local == row.wikidata;
        if (ours || theirs || item) return names.relation = row.name;
    }
    for (const RelationOfOthers& row : relations_of_others)
        if (row.name == name) return names.relation = row.relation;
    const std::string_view text = data_.text(predicate);
    const std::size_t made = text.find("vocabulary#");
    if (made != std::string_view::npos)
        return names.relation = percent_decoded(text.substr(made + 11));
    if (vocabulary_.find_relation(local).id != Vocabulary::none) names.relation = local;
    return names.relation;
}

std::string_view RdfNames::kind(TermId type) {
    Names& names = names_[type];
    if (names.has_kind) return names.kind;
    names.has_kind = true;
    const std::string_view local = local_name(type), name = short_name(type);
    const std::string folded = ascii::lower(local);
    for (const Kind& row : vocabulary_.kinds()) {
        if (row.name == "entity") continue;
        const bool item = name.starts_with("wd:") && row.wikidata == local;
        const bool same = !row.schema_org.empty() && ascii::lower(row.schema_org) == folded;
        if (item || same || ascii::lower(row.name) == folded || ascii::lower(row.label) == folded)
            return names.kind = row.name;
    }
    const auto known = std::find_if(classes.begin(), classes.end(),
                                    [&](const ClassKind& c) { return c.name == folded; });
    if (known != classes.end()) names.kind = known->kind;
    return names.kind;
}

} // namespace entente
