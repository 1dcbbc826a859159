// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "importers/rdf/statements/dataset.hpp"
#include "importers/reading.hpp"

namespace entente {

/// Turns the statements of an input into records: what the importers of all RDF syntaxes share.
/// What entente wrote is read by the rules of own/, the rest as others write (others.hpp); an input
/// may have both, and each may lead to the other. Each entity, source and relation counts as one
/// record. `data` is finished.
void read_rdf_records(Reading& reading, const RdfDataset& data);

} // namespace entente
