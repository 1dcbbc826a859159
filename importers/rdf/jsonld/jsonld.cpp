// SPDX-License-Identifier: BSL-1.0
// JSON-LD 1.1 (docs/formats/jsonld.md).
#include <algorithm>

#include "importers/formats.hpp"
#include "importers/rdf/jsonld/to_rdf.hpp"
#include "importers/rdf/records.hpp"

namespace entente {

namespace {

/// The text of an object: its token knows where it begins, and its brackets where it ends.
std::string_view text_of(std::string_view text, const JsonTree& tree, std::size_t token) {
    const std::size_t begin = tree.tokens[token].offset;
    const std::size_t next = tree.tokens[token].end;
    const std::size_t end = next < tree.tokens.size() ? tree.tokens[next].key_offset : text.size();
    return text.substr(begin, std::max(begin, end) - begin);
}

ReadCounts read_jsonld(const InputText& input, const ImportContext& context) {
    Reading reading(input, context);
    JsonParser parser;
    const std::string_view text = reading.text();
    const bool empty = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (!empty && !parser.parse(text)) {
        const JsonError& error = parser.error();
        reading.report(error.code, error.offset, error.message);
        reading.reject(0, text);
    } else if (!empty) {
        const JsonTree& tree = parser.tree();
        RdfDataset data;
        jsonld::ToRdf(
            tree, data,
            {[&](std::size_t offset, std::string_view what) { reading.repaired(offset, what); },
             [&](const jsonld::Error& error, std::size_t token) {
                 reading.report(Code::syntax, error.offset, error.message);
                 reading.reject_json(tree.tokens[token].offset, text_of(text, tree, token));
             }})
            .read();
        data.finish();
        read_rdf_records(reading, data);
    }
    return reading.finish();
}

/// A key of JSON-LD is the first of the first object, or `@context` stands anywhere.
int recognises_jsonld(std::string_view head) {
    std::size_t at = 0;
    for (const char bracket : {'[', '{'}) {
        at = std::min(head.find_first_not_of(" \t\r\n", at), head.size());
        if (at < head.size() && head[at] == bracket) ++at;
    }
    at = std::min(head.find_first_not_of(" \t\r\n", at), head.size());
    for (const std::string_view key : {"\"@context\"", "\"@id\"", "\"@graph\"", "\"@type\""})
        if (at > 0 && head.substr(at).starts_with(key)) return 90;
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && (head[first] == '{' || head[first] == '[');
    return json && head.find("\"@context\"") != std::string_view::npos ? 75 : 0;
}

} // namespace

extern const Importer jsonld_importer{
    "jsonld",          "jsonld",   "application/ld+json", "JSON-LD 1.1 with its context inside",
    recognises_jsonld, read_jsonld};

} // namespace entente
