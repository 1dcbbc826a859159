// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/terms.hpp"
#include "exporters/vocabulary/vocabulary.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/text/iri.hpp"

namespace entente {

namespace {

/// Turtle's escapes for a quoted string are a superset of JSON's.
std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

/// `<full IRI>` unless the name has a prefix already.
std::string term(const std::string& iri) {
    return is_web_iri(iri) ? '<' + iri + '>' : iri;
}

/// Includes, not domain: RDFS would infer that whatever has the relation is all of these.
std::string includes(std::string_view property, KindSet set, const Vocabulary& vocabulary) {
    std::string list;
    for (KindId id = 0; id < kind::builtin_count; ++id)
        if ((set & set_of(id)) != 0)
            list += (list.empty() ? " kg:" : ", kg:") + std::string(vocabulary.kind(id).iri);
    return list.empty() ? list : " ;\n    schema:" + std::string(property) + list;
}

void append_class_of_kind(std::string& out, const Kind& kind) {
    out += '\n' + term(kind_iri(kind, vocabulary_iri)) + " a rdfs:Class, owl:Class";
    out += " ;\n    rdfs:label " + quoted(kind.label) + "@en";
    if (!kind.meaning.empty()) out += " ;\n    rdfs:comment " + quoted(kind.meaning) + "@en";
    if (kind.name != "entity") out += " ;\n    rdfs:subClassOf kg:Entity";
    if (!kind.schema_org.empty())
        out += " ;\n    rdfs:subClassOf schema:" + std::string(kind.schema_org);
    if (!kind.wikidata.empty()) out += " ;\n    skos:closeMatch wd:" + std::string(kind.wikidata);
    out += " .\n";
}

void append_property_of_relation(std::string& out, const RelationType& type,
                                 const Vocabulary& vocabulary) {
    out += '\n' + term(relation_iri(type, vocabulary_iri)) + " a rdf:Property, owl:ObjectProperty";
    if (type.symmetric) out += ", owl:SymmetricProperty";
    out += " ;\n    rdfs:label " + quoted(type.label) + "@en";
    if (!type.meaning.empty()) out += " ;\n    rdfs:comment " + quoted(type.meaning) + "@en";
    out += includes("domainIncludes", type.subjects, vocabulary);
    out += includes("rangeIncludes", type.objects, vocabulary);
    if (!type.schema_org.empty())
        out += " ;\n    rdfs:subPropertyOf schema:" + std::string(type.schema_org);
    if (!type.wikidata.empty()) out += " ;\n    skos:closeMatch wdt:" + std::string(type.wikidata);
    out += " .\n";
}

} // namespace

std::string vocabulary_turtle(const Vocabulary& vocabulary) {
    std::string out = "# SPDX-License-Identifier: BSL-1.0\n";
    for (const Prefix& prefix : prefixes)
        out += "@prefix " + std::string(prefix.name) + ": <" + std::string(prefix.iri) + "> .\n";
    out +=
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix wd: <http://www.wikidata.org/entity/> .\n"
        "@prefix wdt: <http://www.wikidata.org/prop/direct/> .\n\n";
    out += '<' + std::string(vocabulary_iri.substr(0, vocabulary_iri.size() - 1)) +
           "> a owl:Ontology ;\n    rdfs:label \"Vocabulary of nations, officials, alliances and "
           "threats\"@en .\n";

    out += "\n# What entities are.\n";
    for (const Kind& kind : vocabulary.kinds())
        append_class_of_kind(out, kind);

    out +=
        "\n# What is said of them, and by whom.\n"
        "\nkg:Relation a rdfs:Class, owl:Class ;\n    rdfs:label \"Relation\"@en ;\n"
        "    rdfs:comment \"All claims of one subject, relation and object, taken together.\"@en "
        ";\n"
        "    rdfs:subClassOf rdf:Statement .\n"
        "\nkg:Claim a rdfs:Class, owl:Class ;\n    rdfs:label \"Claim\"@en ;\n"
        "    rdfs:comment \"One fact as one source has it.\"@en ;\n"
        "    rdfs:subClassOf prov:Entity .\n"
        "\nkg:Source a rdfs:Class, owl:Class ;\n    rdfs:label \"Source\"@en ;\n"
        "    rdfs:comment \"A document that claims come from.\"@en ;\n"
        "    rdfs:subClassOf prov:Entity, schema:CreativeWork .\n";

    out += "\n# Relations between entities.\n";
    for (const RelationType& type : vocabulary.relations())
        append_property_of_relation(out, type, vocabulary);

    out += "\n# Fields of entities, sources and claims.\n";
    std::string done = " ";
    for (const FieldWord& type : Vocabulary::attributes()) {
        const std::string iri(type.iri);
        if (iri.substr(0, 3) != "kg:" || done.find(' ' + iri + ' ') != std::string::npos) continue;
        done += iri + ' ';
        out += '\n' + iri + " a rdf:Property ;\n    rdfs:label " + quoted(type.name) +
               "@en ;\n    rdfs:comment " + quoted(type.meaning) + "@en .\n";
    }
    return out;
}

} // namespace entente
