// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "importers/rdf/statements/record.hpp"

namespace entente {

/// Reads what entente wrote (docs/formats/jsonld.md says where each thing stands): it gives back
/// the records that it was written from, whatever the order, prefixes and blank nodes.
void read_own_rdf(Reading& reading, RdfContents& contents, RdfRecord& record);

} // namespace entente
