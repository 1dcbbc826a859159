// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "importers/rdf/own/attributes.hpp"
#include "importers/rdf/statements/record.hpp"

namespace entente {

/// Reads the relations that entente wrote, each with its claims.
class OwnRdfClaims {
  public:
    OwnRdfClaims(Reading& reading, RdfContents& contents, RdfRecord& record)
        : reading_(reading),
          data_(contents.data),
          names_(contents.names),
          subjects_(contents.subjects),
          record_(record),
          attributes_(reading, contents, record) {}

    /// One relation counts as one record, however many claims it has.
    void relation(TermId subject);

  private:
    /// What a subject's statements with that predicate end at.
    [[nodiscard]] std::vector<TermId> objects(TermId subject, std::string_view predicate) const;
    void claims(TermId relation, const std::vector<TermId>& claims, std::size_t offset);
    void claim(TermId relation, TermId claim);
    void field(const FieldWord& row, TermId object);
    void lean_claims(TermId relation, std::size_t offset);
    void lean_fields(TermId relation);

    Reading& reading_;
    const RdfDataset& data_;
    RdfNames& names_;
    const RdfSubjects& subjects_;
    RdfRecord& record_;
    OwnRdfAttributes attributes_;
};

} // namespace entente
