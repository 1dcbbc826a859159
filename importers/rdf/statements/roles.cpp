// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/statements/roles.hpp"

#include <algorithm>

#include "importers/rdf/statements/predicates.hpp"

namespace entente {

namespace {

/// Written with --lean: a graph of one statement, of which it is said how sure that is and who says
/// so.
bool is_lean_relation(std::span<const RdfTriple> triples, const RdfDataset& data, RdfNames& names) {
    const RdfTriple* said = data.only_statement_of(triples.front().subject);
    if (said == nullptr || data.term(said->object).is_literal()) return false;
    return std::any_of(triples.begin(), triples.end(), [&](const RdfTriple& t) {
        return is_one_of(names.short_name(t.predicate),
                         {"kg:confidence", "kg:claimCount", "kg:derived", "kg:date", "kg:from",
                          "kg:to", "kg:relationName", "prov:wasDerivedFrom"});
    });
}

} // namespace

RdfRole role_of(std::span<const RdfTriple> triples, const RdfDataset& data, RdfNames& names) {
    bool identifier = false, kind = false, source = false, subject = false, predicate = false,
         object = false, relation = false;
    for (const RdfTriple& t : triples) {
        const std::string_view name = names.short_name(t.predicate);
        identifier |= name == "schema:identifier";
        kind |= name == "kg:kind";
        subject |= name == "rdf:subject";
        predicate |= name == "rdf:predicate";
        object |= name == "rdf:object";
        if (name == "rdf:first") return RdfRole::cell;
        if (name != "rdf:type") continue;
        const std::string_view type = names.short_name(t.object);
        if (type == "kg:Claim") return RdfRole::claim;
        if (type == "prov:Bundle") return RdfRole::bundle;
        relation |= type == "kg:Relation";
        source |= type == "kg:Source";
    }
    if (identifier && kind) return RdfRole::entity;
    if (identifier && source) return RdfRole::source;
    if (subject && predicate && object) return relation ? RdfRole::relation : RdfRole::statement;
    return is_lean_relation(triples, data, names) ? RdfRole::relation : RdfRole::none;
}

} // namespace entente
