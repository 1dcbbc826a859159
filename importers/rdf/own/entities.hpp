// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <vector>

#include "importers/rdf/own/attributes.hpp"
#include "importers/rdf/own/names.hpp"
#include "importers/rdf/statements/record.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// Reads what entente wrote of the graph as a whole, of its sources and of its entities.
class OwnRdfEntities {
  public:
    OwnRdfEntities(Reading& reading, RdfContents& contents, RdfRecord& record)
        : reading_(reading),
          data_(contents.data),
          names_(contents.names),
          subjects_(contents.subjects),
          record_(record),
          attributes_(reading, contents, record),
          entity_names_(contents, record) {}

    void bundle(TermId subject);
    void source(TermId subject);
    /// With the relations that are plain statements of it.
    void entity(TermId subject);

  private:
    void vocabulary(TermId rows, std::size_t offset);
    void judgements(TermId list, std::size_t offset);
    void fields(TermId subject, const RdfTriples& triples);
    void field(const FieldWord& row, TermId object);

    Reading& reading_;
    const RdfDataset& data_;
    RdfNames& names_;
    const RdfSubjects& subjects_;
    RdfRecord& record_;
    OwnRdfAttributes attributes_;
    OwnRdfNames entity_names_;
    JsonParser parser_;
};

} // namespace entente
