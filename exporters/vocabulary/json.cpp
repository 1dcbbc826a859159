// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/records.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/vocabulary/vocabulary.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

void append_kinds(std::string& out, std::string_view key, KindSet set,
                  const Vocabulary& vocabulary) {
    if (set == 0) return; // any
    append_key(out, key);
    out += '[';
    for (KindId id = 0; id < kind::builtin_count; ++id) {
        if ((set & set_of(id)) == 0) continue;
        if (out.back() != '[') out += ',';
        append_json_string(out, vocabulary.kind(id).name);
    }
    out += ']';
}

std::string_view sign_text(Sign sign) {
    switch (sign) {
        case Sign::cooperation:
            return "1";
        case Sign::conflict:
            return "-1";
        case Sign::neutral:
            break;
    }
    return "0";
}

void append_json_of_kind(std::string& out, const Kind& kind) {
    append_member(out, "name", kind.name);
    append_member(out, "label", kind.label);
    append_member(out, "plural", kind.plural);
    append_member(out, "meaning", kind.meaning);
    append_member(
        out, "iri",
        kind.builtin ? std::string(vocabulary_iri).append(kind.iri) : std::string(kind.iri));
    append_member(out, "schema_org", kind.schema_org);
    append_member(out, "wikidata", kind.wikidata);
    append_member(out, "fill", kind.fill);
    append_member(out, "stroke", kind.stroke);
    append_member(out, "text", kind.text);
    append_member(out, "shape", kind.shape);
}

void append_json_of_relation(std::string& out, const RelationType& row,
                             const Vocabulary& vocabulary) {
    append_member(out, "name", row.name);
    append_member(out, "label", row.label);
    append_member(out, "inverse", row.inverse);
    append_member(out, "inverse_label", row.inverse_label);
    append_member(out, "meaning", row.meaning);
    append_kinds(out, "subjects", row.subjects, vocabulary);
    append_kinds(out, "objects", row.objects, vocabulary);
    append_key(out, "symmetric");
    out += row.symmetric ? "true" : "false";
    append_key(out, "sign");
    out += sign_text(row.sign);
    append_member(out, "iri",
                  row.builtin ? std::string(vocabulary_iri).append(row.iri) : std::string(row.iri));
    append_member(out, "schema_org", row.schema_org);
    append_member(out, "wikidata", row.wikidata);
    append_member(out, "plover", row.plover);
    append_member(out, "cameo", row.cameo);
    append_member(out, "color", row.color);
    append_member(out, "synonyms", row.synonyms);
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
    append_rows(out, "kinds", vocabulary.kinds(),
                [&](const Kind& row) { append_json_of_kind(out, row); });
    append_rows(out, "relations", vocabulary.relations(),
                [&](const RelationType& row) { append_json_of_relation(out, row, vocabulary); });
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
