// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/jsonld_context.hpp"

#include "exporters/rdf/terms.hpp"
#include "exporters/records.hpp"
#include "exporters/text.hpp"

namespace entente {

void JsonldTerms::term(std::string_view name, std::string_view iri, bool reference) {
    append_key(context_, name);
    if (!reference) {
        append_json_string(context_, iri);
        return;
    }
    context_ += R"({"@id":)";
    append_json_string(context_, iri);
    context_ += R"(,"@type":"@id"})";
}

JsonldTerms::JsonldTerms(const Vocabulary& vocabulary, std::string_view base_iri) {
    context_ = R"({"@version":1.1)";
    for (const Prefix& prefix : prefixes)
        term(prefix.name, prefix.iri, false);
    term("attribute", std::string(base_iri) + "attribute/", false);
    term("identifier", "schema:identifier", false);

    for_each_attribute_term([&](const AttributeType& row) {
        term(row.name, attribute_iri(row), row.type == "reference" || row.name == "relation");
        if (!is_record_key(row.on, row.name)) attributes_.insert(row.name);
    });
    term("exactMatch", "skos:exactMatch", true);
    for (const std::string_view name :
         {"relationName", "status", "claimCount", "sourceCount", "claim", "derived", "spanBegin",
          "spanEnd", "attributes", "exactAliases", "judgements"})
        term(name, "kg:" + std::string(name), false);

    for (const RelationType& row : vocabulary.relations()) {
        RelationTerm& made = relations_.emplace_back();
        made.iri = relation_iri(row, base_iri);
        made.coerced = row.builtin;
        made.key = row.builtin ? std::string(row.name) : made.iri;
        if (row.builtin) term(row.name, made.iri, true);
    }
    context_ += '}';
}

std::string_view JsonldTerms::attribute(std::string_view name) {
    if (attributes_.count(name) > 0) return name;
    made_ = "attribute:";
    append_attribute_path(made_, name);
    return made_;
}

void append_exact_match(std::string& out, std::string_view id) {
    const std::string iri = exact_match(id);
    if (iri.empty()) return;
    if (!out.empty()) out += ',';
    append_json_string(out, iri);
}

} // namespace entente
