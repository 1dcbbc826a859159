// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/records.hpp"
#include "exporters/items/vocabulary_rows.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/vocabulary/vocabulary.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

/// A built-in term has its IRI in our namespace.
template <class Row>
Row with_full_iri(Row row, std::string& iri) {
    if (!row.builtin) return row;
    iri.assign(vocabulary_iri).append(row.iri);
    row.iri = iri;
    return row;
}

std::string_view on_text(On on) {
    switch (on) {
        case On::entity:
            return "entity";
        case On::source:
            return "source";
        case On::claim:
            return "claim";
        case On::graph:
        case On::relation:
        case On::look:
            break;
    }
    return "graph";
}

/// A list of objects, one a line.
template <class Rows, class F>
void append_rows(std::string& out, std::string_view key, const Rows& rows, F f) {
    append_key(out, key);
    out += '[';
    bool first = true;
    for (const auto& row : rows) {
        out += first ? "\n{" : ",\n{";
        first = false;
        f(row);
        out += '}';
    }
    out += "\n]";
}

} // namespace

std::string vocabulary_json(const Vocabulary& vocabulary) {
    std::string out = "{";
    std::string iri;
    const auto append_row = [&](const auto& row) {
        append_members(out, with_full_iri(row, iri), vocabulary);
    };
    append_rows(out, "kinds", vocabulary.kinds(), append_row);
    append_rows(out, "relations", vocabulary.relations(), append_row);
    append_rows(out, "attributes", Vocabulary::attributes(), [&](const FieldWord& row) {
        append_member(out, "on", on_text(row.on));
        append_member(out, "name", row.name);
        append_member(out, "type", row.type);
        append_member(out, "meaning", row.meaning);
        append_member(out, "iri", row.iri);
    });
    return out + "}\n";
}

} // namespace entente
