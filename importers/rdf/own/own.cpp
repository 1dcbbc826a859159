// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/own/own.hpp"

#include "importers/rdf/own/claims.hpp"
#include "importers/rdf/own/entities.hpp"

namespace entente {

void read_own_rdf(Reading& reading, RdfContents& contents, RdfRecord& record) {
    OwnRdfEntities entities(reading, contents, record);
    OwnRdfClaims claims(reading, contents, record);
    const auto for_each = [&](RdfRole wanted, auto&& read_one) {
        for (const TermId subject : contents.subjects.all())
            if (contents.subjects.role(subject) == wanted) read_one(subject);
    };
    for_each(RdfRole::bundle, [&](TermId subject) { entities.bundle(subject); });
    for_each(RdfRole::source, [&](TermId subject) { entities.source(subject); });
    for_each(RdfRole::entity, [&](TermId subject) { entities.entity(subject); });
    for_each(RdfRole::relation, [&](TermId subject) { claims.relation(subject); });
}

} // namespace entente
