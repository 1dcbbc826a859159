// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/jsonld/jsonld_context.hpp"

#include "exporters/items/records.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

/// What most values of a field are: those need not say so.
std::string_view usual_type(const FieldWord& row) {
    if (row.type == "reference" || row.name == "relation") return "@id";
    if (!is_record_key(row.on, row.name)) return {}; // has the types of its inputs
    if (row.type == "date") return prefixed(RdfWord::xsd_date);
    if (row.type == "decimal") return prefixed(RdfWord::xsd_decimal);
    return {};
}

} // namespace

void JsonldTerms::term(std::string_view name, std::string_view iri, std::string_view type) {
    append_key(context_, name);
    if (type.empty()) {
        append_json_string(context_, iri);
        return;
    }
    context_ += R"({"@id":)";
    append_json_string(context_, iri);
    append_member(context_, "@type", type);
    context_ += '}';
}

JsonldTerms::JsonldTerms(const Vocabulary& vocabulary, std::string_view base_iri) {
    context_ = R"({"@version":1.1)";
    for (const Prefix& known : prefixes)
        term(known.name, known.iri);
    // A term is a prefix by itself only if its IRI ends as namespaces do.
    append_key(context_, prefix.substr(0, prefix.size() - 1));
    context_ += R"({"@id":)";
    append_json_string(context_, base_iri);
    context_ += R"(,"@prefix":true})";
    term("attribute", std::string(base_iri) + "attribute/");
    term("identifier", "schema:identifier");

    for_each_attribute_term([&](const FieldWord& row) {
        term(row.name, row.iri, usual_type(row));
        if (!is_record_key(row.on, row.name)) attributes_.insert(row.name);
    });
    term("exactMatch", "skos:exactMatch", "@id");
    // What is no key of a record.
    const auto counts = [this](auto... fields) {
        (term(jsonld_term(fields), fields.row.iri, prefixed(RdfWord::xsd_integer)), ...);
    };
    counts(tag<On::relation, Word::claim_count>, tag<On::relation, Word::source_count>,
           tag<On::claim, Word::span_begin>, tag<On::claim, Word::span_end>);
    const auto others = [this](auto... fields) {
        (term(jsonld_term(fields), fields.row.iri), ...);
    };
    others(tag<On::relation, Word::relation>, tag<On::relation, Word::status>,
           tag<On::relation, Word::claims>, tag<On::relation, Word::derived>,
           tag<On::entity, Word::attributes>);
    term("exactAliases", prefixed(RdfWord::exact_aliases));
    others(tag<On::graph, Word::vocabulary>, tag<On::graph, Word::judgements>);

    for (const RelationType& row : vocabulary.relations()) {
        RelationTerm& made = relations_.emplace_back();
        made.iri = relation_iri(row, prefix);
        made.coerced = row.builtin;
        made.key = row.builtin ? std::string(row.name) : made.iri;
        if (row.builtin) term(row.name, made.iri, "@id");
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
