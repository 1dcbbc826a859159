// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/records.hpp"

#include "importers/rdf/others.hpp"
#include "importers/rdf/own/own.hpp"

namespace entente {

/// Who wrote a statement is told by its subject, so that both kinds may stand in one input.
void read_rdf_records(Reading& reading, const RdfDataset& data) {
    const std::size_t end = reading.text().size();
    reading.move_to(end);
    RdfContents contents(data, end);
    RdfRecord record(reading, contents);
    read_own_rdf(reading, contents, record);
    OtherRdf(reading, contents, record).read();
}

} // namespace entente
