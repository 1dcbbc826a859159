// SPDX-License-Identifier: BSL-1.0
// Turtle and TriG (docs/formats/turtle.md, docs/formats/trig.md).
#include <algorithm>

#include "importers/formats.hpp"
#include "importers/rdf/recognise.hpp"
#include "importers/rdf/records.hpp"
#include "importers/rdf/serd_reading.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

namespace {

constexpr std::string_view between_statements = " \t\r\n";

/// Where a text goes on behind a statement that could not be read: behind the next line that ends
/// in a dot or a brace.
std::size_t next_statement(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = trimmed(text.substr(at, end - at));
        at = std::min(end + 1, text.size());
        if (line.ends_with('.') || line.ends_with('}')) {
            // The end of a graph that began before the damage.
            const std::size_t next = text.find_first_not_of(between_statements, at);
            return next != std::string_view::npos && text[next] == '}' ? next + 1 : at;
        }
    }
    return text.size();
}

/// Turtle is TriG without graphs, so one reader does for both: the graphs of a TriG may begin far
/// behind what its recognition looks at.
void read_statements(Reading& reading, RdfDataset& data) {
    SerdReading serd(SERD_TRIG, data);
    const std::string_view text = reading.text();
    std::size_t begin = 0; // of what serd reads
    while (begin < text.size()) {
        serd.begin(text.substr(begin), begin);
        std::size_t statement = 0;
        SerdReading::Result result{};
        while ((result = serd.read_next()) == SerdReading::Result::read) {
            if (serd.consumed() == statement && statement + begin >= text.size()) break;
            statement = serd.consumed();
        }
        if (result != SerdReading::Result::error) return;
        const std::size_t damage = begin + std::max<std::size_t>(serd.consumed(), 1) - 1;
        std::size_t first =
            std::min(text.find_first_not_of(between_statements, begin + statement), damage);
        // serd has read one byte further than the statement's end.
        const std::size_t next = std::max(next_statement(text, damage), begin + 1);
        reading.move_to(std::max(first, begin));
        reading.report(Code::syntax, damage, "cannot be read: " + serd.message());
        reading.reject(first, text.substr(first, next - first));
        begin = next;
    }
}

ReadCounts read_turtle(const InputText& input, const ImportContext& context) {
    Reading reading(input, context);
    RdfDataset data;
    read_statements(reading, data);
    data.finish();
    read_rdf_records(reading, data);
    return reading.finish();
}

int recognises_turtle(std::string_view head) {
    const RdfLooks looks = rdf_looks(head);
    return looks.prefixes && !looks.graphs ? 85 : 0;
}

int recognises_trig(std::string_view head) {
    const RdfLooks looks = rdf_looks(head);
    return looks.graphs && (looks.prefixes || looks.lines) ? 86 : 0;
}

} // namespace

extern const Importer turtle_importer{"turtle",          "ttl",
                                      "text/turtle",     "Turtle: RDF to read and to edit",
                                      recognises_turtle, read_turtle};

extern const Importer trig_importer{
    "trig",          "trig",     "application/trig", "TriG: Turtle with named graphs",
    recognises_trig, read_turtle};

} // namespace entente
