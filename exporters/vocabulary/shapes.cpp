// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/terms.hpp"
#include "exporters/vocabulary/vocabulary.hpp"

namespace entente {

namespace {

/// Every kind that the table names is a class of its own; all have an id, a kind and a name.
void append_shape_of_kind(std::string& out, const Kind& kind) {
    const std::string iri(kind.iri);
    out +=
        "\nshape:" + iri + " a sh:NodeShape ;\n    sh:targetClass kg:" + iri +
        " ;\n    sh:property\n"
        "        [ sh:path schema:identifier ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype "
        "xsd:string ],\n"
        "        [ sh:path kg:kind ; sh:hasValue \"" +
        std::string(kind.name) +
        "\" ; sh:maxCount 1 ],\n"
        "        [ sh:path schema:name ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; "
        "sh:minLength 1 ],\n"
        "        [ sh:path kg:from ; sh:maxCount 1 ; sh:nodeKind sh:Literal ],\n"
        "        [ sh:path kg:to ; sh:maxCount 1 ; sh:nodeKind sh:Literal ] .\n";
}

std::string class_choice(KindSet set, const Vocabulary& vocabulary) {
    std::string list;
    for (KindId id = 0; id < kind::builtin_count; ++id)
        if ((set & set_of(id)) != 0)
            list += " [ sh:class kg:" + std::string(vocabulary.kind(id).iri) + " ]";
    // Whoever nobody has said the kind of may turn out to be any.
    return "sh:or (" + list + " [ sh:class kg:Entity ] )";
}

/// Joining other kinds than the table expects is odd, not wrong.
void append_shape_of_relation(std::string& out, const RelationType& type,
                              const Vocabulary& vocabulary) {
    const std::string iri(type.iri);
    if (type.subjects != 0)
        out += "\nshape:" + iri + "-subjects a sh:NodeShape ;\n    sh:targetSubjectsOf kg:" + iri +
               " ;\n    sh:severity sh:Warning ;\n    " + class_choice(type.subjects, vocabulary) +
               " .\n";
    if (type.objects != 0)
        out += "\nshape:" + iri + "-objects a sh:NodeShape ;\n    sh:targetObjectsOf kg:" + iri +
               " ;\n    sh:severity sh:Warning ;\n    " + class_choice(type.objects, vocabulary) +
               " .\n";
}

constexpr std::string_view provenance = R"(
shape:Relation a sh:NodeShape ;
    sh:targetClass kg:Relation ;
    sh:property
        [ sh:path rdf:subject ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
        [ sh:path rdf:predicate ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
        [ sh:path rdf:object ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
        [ sh:path kg:status ; sh:minCount 1 ; sh:maxCount 1 ;
          sh:in ( "supported" "disputed" "denied" "planned" "possible" ) ],
        [ sh:path kg:confidence ; sh:maxCount 1 ; sh:minInclusive 0.0 ; sh:maxInclusive 1.0 ],
        [ sh:path kg:claim ; sh:class kg:Claim ] .

shape:Claim a sh:NodeShape ;
    sh:targetClass kg:Claim ;
    sh:property
        [ sh:path [ sh:inversePath kg:claim ] ; sh:minCount 1 ; sh:maxCount 1 ; sh:class kg:Relation ],
        [ sh:path kg:stance ; sh:minCount 1 ; sh:maxCount 1 ;
          sh:in ( "asserted" "denied" "planned" "possible" ) ],
        [ sh:path kg:confidence ; sh:maxCount 1 ; sh:minInclusive 0.0 ; sh:maxInclusive 1.0 ],
        [ sh:path kg:date ; sh:maxCount 1 ; sh:nodeKind sh:Literal ],
        [ sh:path kg:from ; sh:maxCount 1 ; sh:nodeKind sh:Literal ],
        [ sh:path kg:to ; sh:maxCount 1 ; sh:nodeKind sh:Literal ],
        [ sh:path kg:quote ; sh:maxCount 1 ; sh:datatype xsd:string ],
        [ sh:path prov:wasAttributedTo ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
        [ sh:path prov:wasDerivedFrom ; sh:maxCount 1 ; sh:class kg:Source ] .

shape:Source a sh:NodeShape ;
    sh:targetClass kg:Source ;
    sh:property
        [ sh:path schema:identifier ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ],
        [ sh:path schema:name ; sh:maxCount 1 ],
        [ sh:path schema:publisher ; sh:maxCount 1 ],
        [ sh:path schema:datePublished ; sh:maxCount 1 ; sh:nodeKind sh:Literal ] .
)";

} // namespace

std::string shacl_shapes(const Vocabulary& vocabulary) {
    std::string out = "# SPDX-License-Identifier: BSL-1.0\n";
    for (const Prefix& prefix : prefixes)
        out += "@prefix " + std::string(prefix.name) + ": <" + std::string(prefix.iri) + "> .\n";
    out +=
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "@prefix shape: <https://entente.example/shapes#> .\n";
    out += "\n# What exported JSON-LD holds, and what other data can be checked against.\n";
    out += provenance;
    for (const Kind& kind : vocabulary.kinds())
        if (kind.builtin) append_shape_of_kind(out, kind);
    for (const RelationType& type : vocabulary.relations())
        if (type.builtin) append_shape_of_relation(out, type, vocabulary);
    return out;
}

} // namespace entente
