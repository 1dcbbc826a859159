// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <set>
#include <string>

#include "importers/rdf/statements/record.hpp"

namespace entente {

/// Reads the RDF of others as far as it goes: schema.org, Wikidata, DBpedia, FOAF, SKOS, people. A
/// subject is an entity, a statement about another one is a claim, literals are attributes. The
/// name settles who is meant, so that `Japan` is the nation that other inputs call so; the IRI is
/// kept in same_as.
class OtherRdf {
  public:
    OtherRdf(Reading& reading, RdfContents& contents, RdfRecord& record)
        : reading_(reading),
          data_(contents.data),
          names_(contents.names),
          subjects_(contents.subjects),
          nodes_(contents.nodes),
          record_(record) {}

    /// To be called when all that entente wrote is read.
    void read();

  private:
    void entity(TermId subject);
    void aliases(const RdfTriples& triples, const RdfNode& node);
    void same_as(TermId subject, const RdfTriples& triples);
    /// The predicates that say when it was there.
    std::set<TermId> period(const RdfTriples& triples);
    void type(TermId type, const RdfNode& node);
    void attribute(const RdfTriple& triple);

    void source(TermId subject);
    void source_member(const RdfTriple& triple);

    void statement(TermId subject);
    void claim_member(const RdfTriple& triple);

    void relations(TermId subject);
    void lost_part(TermId subject);

    Reading& reading_;
    const RdfDataset& data_;
    RdfNames& names_;
    const RdfSubjects& subjects_;
    const RdfNodes& nodes_;
    RdfRecord& record_;
};

} // namespace entente
