// SPDX-License-Identifier: BSL-1.0
// N-Quads and N-Triples, line by line (docs/formats/nquads.md).
#include <algorithm>

#include "importers/formats.hpp"
#include "importers/rdf/recognise.hpp"
#include "importers/rdf/records.hpp"
#include "importers/rdf/serd_reading.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

namespace {

/// One bad line is one rejected record; what it says is missing, nothing else.
void read_lines(Reading& reading, RdfDataset& data) {
    SerdReading serd(SERD_NQUADS, data);
    const std::string_view text = reading.text();
    std::string line;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
        end = std::min(text.find('\n', at), text.size());
        line = trimmed(text.substr(at, end - at));
        if (line.empty() || line.starts_with('#')) continue;
        reading.move_to(at);
        bool good = line.find('\0') == std::string::npos;
        const bool read = good && serd.read_line(line += '\n', at);
        if (read) continue;
        reading.report(Code::syntax, at,
                       "no statement of N-Quads: " + (good ? serd.message() : "a NUL byte"));
        reading.reject(at, text.substr(at, end - at));
    }
}

ReadCounts read_nquads(const InputText& input, const ImportContext& context) {
    Reading reading(input, context);
    RdfDataset data;
    read_lines(reading, data);
    data.finish();
    read_rdf_records(reading, data);
    return reading.finish();
}

int recognises_nquads(std::string_view head) {
    const RdfLooks looks = rdf_looks(head);
    return looks.lines && !looks.prefixes && !looks.graphs ? 85 : 0;
}

} // namespace

extern const Importer nquads_importer{"nquads",
                                      "nq nt",
                                      "application/n-quads",
                                      "N-Quads and N-Triples: RDF, one statement a line",
                                      recognises_nquads,
                                      read_nquads};

} // namespace entente
