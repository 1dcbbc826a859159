// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <string_view>

#include "exporters/writing/exporter.hpp"

namespace entente {

/// The object of a statement.
struct RdfObject {
    enum class Type { iri, literal, list };
    Type type = Type::literal;
    /// A full IRI; the text of a literal; of a list, its JSON: strings without escapes.
    std::string_view text;
    std::string_view datatype = {}; ///< full IRI; empty: a plain text
    std::string_view language = {}; ///< in lower case
};

/// One statement of the dataset. Statements of one subject follow one another, and so do those of
/// one graph. No statement comes twice.
struct RdfStatement {
    std::string_view subject, predicate; ///< full IRIs
    RdfObject object;
    std::string_view graph; ///< full IRI; empty: the default graph
};

using RdfSink = std::function<void(const RdfStatement&)>;

/// The dataset that a view is in RDF, statement by statement: the same that the JSON-LD has
/// (docs/formats/jsonld.md). `named_graphs`: the format has them, which `--lean` makes use of.
ExportReport write_statements(const View& view, const ExportOptions& options, bool named_graphs,
                              const RdfSink& sink, Losses& losses);

/// Calls `f(item)` for each text of a list's JSON.
template <class F>
void for_each_item(std::string_view json, F f) {
    for (std::size_t begin = json.find('"'); begin != std::string_view::npos;) {
        const std::size_t end = json.find('"', begin + 1);
        f(json.substr(begin + 1, end - begin - 1));
        begin = json.find('"', end + 1);
    }
}

} // namespace entente
