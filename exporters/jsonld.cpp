// SPDX-License-Identifier: BSL-1.0
// JSON-LD 1.1: entities and plain triples in the default graph, relations, claims and sources in a
// graph of their own (docs/formats/jsonld.md).
#include <cmath>
#include <stdexcept>

#include "exporters/flat.hpp"
#include "exporters/formats.hpp"
#include "exporters/jsonld_context.hpp"
#include "exporters/rdf.hpp"
#include "exporters/records.hpp"
#include "exporters/text.hpp"

namespace entente {

namespace {

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view), out_(out), options_(options), terms_(view.vocabulary(), options.base_iri) {
        append_json_escaped(base_, options.base_iri);
    }

    ExportReport write(Diagnostics& diagnostics);

  private:
    void entity(EntityIndex index);
    void aliases(const Entity& entity);
    void plain_triples(EntityIndex subject);
    void relation(const Relation& relation);
    void claim(const Claim& claim);
    void source(const Source& source);
    void fields(std::span<const Field> fields);
    /// Returns whether the literal gives the value back as it was.
    bool value(const Value& value);
    void typed(std::string_view text, std::string_view type);
    void date(std::string_view key, Date date);
    void period(const Period& period);
    void number(std::string_view key, double number);
    void count(std::string_view key, std::uint64_t number);
    void json_text(std::string_view key, std::string_view json);
    void flag(std::string_view key);
    void entity_iri(EntityIndex index);
    void source_iri(std::string_view id);
    void reference(std::string_view key, EntityIndex index);
    void next_item();

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    JsonldTerms terms_;
    std::string base_; ///< JSON-escaped
    std::string& text_ = out_.buffer();
    std::size_t next_relation_ = 0;
    std::size_t plain_urls_ = 0;
    bool first_item_ = true;
};

// -- values ---------------------------------------------------------------------------------------

void Writer::next_item() {
    text_ += first_item_ ? "\n" : ",\n";
    first_item_ = false;
    out_.flush_if_full();
}

void Writer::entity_iri(EntityIndex index) {
    text_ += '"';
    text_ += base_;
    append_entity_path(text_, view_.entity(index).id);
    text_ += '"';
}

void Writer::source_iri(std::string_view id) {
    text_ += '"';
    text_ += base_;
    text_ += "source/";
    append_iri_path(text_, id);
    text_ += '"';
}

void Writer::reference(std::string_view key, EntityIndex index) {
    append_key(text_, key);
    entity_iri(index);
}

void Writer::typed(std::string_view text, std::string_view type) {
    text_ += R"({"@value":)";
    append_json_string(text_, text);
    text_ += R"(,"@type":")";
    text_ += type;
    text_ += "\"}";
}

void Writer::date(std::string_view key, Date date) {
    if (!date.known()) return;
    append_key(text_, key);
    typed(date.text(), datatype(date));
}

void Writer::period(const Period& period) {
    date("from", period.from);
    date("to", period.to);
}

void Writer::number(std::string_view key, double number) {
    if (std::isnan(number)) return;
    append_key(text_, key);
    const NumberLiteral literal = number_literal(number);
    typed(literal.text, literal.datatype);
}

void Writer::count(std::string_view key, std::uint64_t number) {
    append_key(text_, key);
    typed(std::to_string(number), "xsd:integer");
}

void Writer::json_text(std::string_view key, std::string_view json) {
    if (json.empty()) return;
    append_key(text_, key);
    typed(json, "rdf:JSON");
}

void Writer::flag(std::string_view key) {
    append_key(text_, key);
    text_ += "true";
}

bool Writer::value(const Value& value) {
    switch (value.type) {
        case ValueType::string: append_json_string(text_, value.text); return true;
        case ValueType::boolean: text_ += value.text; return true;
        case ValueType::json:
            if (!is_list_of_strings(value.text)) {
                typed(value.text, "rdf:JSON");
                return true;
            }
            text_ += R"({"@list":)";
            text_ += value.text;
            text_ += '}';
            return true;
        case ValueType::integer:
        case ValueType::decimal: break;
    }
    const NumberLiteral literal = number_literal(value);
    if (literal.datatype.empty())
        append_json_string(text_, literal.text);
    else
        typed(literal.text, literal.datatype);
    return literal.exact;
}

/// Values of one key stand together. What RDF's literals change goes once more as JSON.
void Writer::fields(std::span<const Field> fields) {
    std::string rest;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool first = i == 0 || fields[i - 1].key != fields[i].key;
        const bool last = i + 1 == fields.size() || fields[i + 1].key != fields[i].key;
        if (first) append_key(text_, terms_.attribute(fields[i].key));
        if (first && !last) text_ += '[';
        if (!first) text_ += ',';
        if (!value(fields[i].value)) {
            rest += rest.empty() ? "[{" : ",{";
            append_json_string(rest, fields[i].key);
            rest += ':';
            append_value(rest, fields[i].value);
            rest += '}';
        }
        if (last && !first) text_ += ']';
    }
    if (!rest.empty()) json_text("attributes", rest + ']');
}

// -- the default graph ----------------------------------------------------------------------------

void Writer::aliases(const Entity& entity) {
    if (entity.aliases.empty()) return;
    std::vector<Alias> inexact; // their language tag is not in the form that RDF gives it
    append_key(text_, "aliases");
    text_ += '[';
    for (const Alias& alias : entity.aliases) {
        if (&alias != &entity.aliases.front()) text_ += ',';
        std::string language(alias.language);
        for (char& c : language)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (language != alias.language || (!language.empty() && !is_language_tag(language)))
            inexact.push_back(alias);
        if (!is_language_tag(language)) {
            append_json_string(text_, alias.name);
            continue;
        }
        text_ += R"({"@value":)";
        append_json_string(text_, alias.name);
        text_ += R"(,"@language":")";
        text_ += language;
        text_ += "\"}";
    }
    text_ += ']';
    if (inexact.empty()) return;
    std::string json;
    append_aliases(json, inexact);
    json_text("exactAliases", json);
}

/// A relation that somebody asserts and nobody denies is also a plain triple. What is denied,
/// disputed, planned or merely possible is not: a plain triple would say that it is so.
void Writer::plain_triples(EntityIndex subject) {
    const auto relations = view_.relations();
    RelationId open = Vocabulary::none;
    for (; next_relation_ < relations.size(); ++next_relation_) {
        const Relation& relation = relations[next_relation_];
        if (relation.subject > subject) break;
        if (relation.subject < subject || relation.status != Status::supported) continue;
        if (relation.type != open) {
            if (open != Vocabulary::none) text_ += ']';
            append_key(text_, terms_.relation(relation.type).key);
            text_ += '[';
            open = relation.type;
        } else {
            text_ += ',';
        }
        if (!terms_.relation(relation.type).coerced) text_ += R"({"@id":)";
        entity_iri(relation.object);
        if (!terms_.relation(relation.type).coerced) text_ += '}';
        out_.flush_if_full();
    }
    if (open != Vocabulary::none) text_ += ']';
}

void Writer::entity(EntityIndex index) {
    const Entity& entity = view_.entity(index);
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    text_ += R"({"@id":)";
    entity_iri(index);
    text_ += R"(,"@type":[)";
    append_json_string(text_, kind_iri(kind, options_.base_iri));
    if (!kind.schema_org.empty()) {
        text_ += ",\"schema:";
        text_ += kind.schema_org;
        text_ += '"';
    }
    text_ += ']';
    append_member(text_, "identifier", entity.id);
    append_member(text_, "kind", kind.name);
    append_member(text_, "name", entity.name);
    aliases(entity);
    if (!entity.same_as.empty()) {
        append_key(text_, "same_as");
        append_texts(text_, entity.same_as);
        std::string matches;
        for (const std::string_view id : entity.same_as) append_exact_match(matches, id);
        if (!matches.empty()) {
            append_key(text_, "exactMatch");
            (text_ += '[') += matches + ']';
        }
    }
    period(entity.period);
    if (entity.provisional) flag("provisional");
    if (!entity.source.empty()) {
        append_key(text_, "source");
        source_iri(entity.source);
    }
    fields(entity.attributes);
    plain_triples(index);
    text_ += '}';
}

// -- the provenance graph -------------------------------------------------------------------------

void Writer::claim(const Claim& claim) {
    text_ += R"({"@id":")";
    text_ += base_;
    text_ += claim_id(claim.hash);
    text_ += R"(","@type":"kg:Claim")";
    append_member(text_, "subject_as", claim.subject_as);
    append_member(text_, "object_as", claim.object_as);
    date("date", claim.date);
    period(claim.period);
    append_member(text_, "stance", name(claim.stance));
    number("confidence", claim.confidence);
    if (claim.stated_by != no_index) reference("stated_by", claim.stated_by);
    append_member(text_, "stated_by_as", claim.stated_by_as);
    if (claim.source != no_index) {
        append_key(text_, "source");
        source_iri(view_.source(claim.source).id);
    }
    append_member(text_, "quote", claim.quote);
    if (!claim.span.empty()) {
        count("spanBegin", claim.span.begin);
        count("spanEnd", claim.span.end);
    }
    fields(claim.qualifiers);
    text_ += '}';
}

void Writer::relation(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    next_item();
    text_ += R"({"@id":")";
    text_ += base_;
    append_iri_path(text_, relation_id(view_.entity(relation.subject).id, type.name,
                                       view_.entity(relation.object).id));
    text_ += R"(","@type":["kg:Relation","rdf:Statement"])";
    reference("subject", relation.subject);
    append_key(text_, "relation");
    append_json_string(text_, terms_.relation(relation.type).iri);
    reference("object", relation.object);
    append_member(text_, "relationName", type.name);
    append_member(text_, "status", name(relation.status));
    number("confidence", relation.confidence);
    period(relation.period);
    if (relation.derived) flag("derived");
    count("claimCount", relation.claim_count);
    count("sourceCount", relation.source_count);
    if (relation.claim_count > 0) {
        append_key(text_, options_.lean ? "source" : "claim");
        text_ += '[';
        view_.for_each_claim(relation, [&](const Claim& one) {
            if (options_.lean && one.source == no_index) return;
            if (text_.back() != '[') text_ += ',';
            if (options_.lean)
                source_iri(view_.source(one.source).id);
            else
                claim(one);
        });
        text_ += ']';
    }
    text_ += '}';
}

void Writer::source(const Source& source) {
    next_item();
    text_ += R"({"@id":)";
    source_iri(source.id);
    text_ += R"(,"@type":["kg:Source","prov:Entity","schema:CreativeWork"])";
    append_member(text_, "identifier", source.id);
    if (!source.declared) flag("provisional");
    append_member(text_, "publisher", source.publisher);
    append_member(text_, "title", source.title);
    if (is_web_iri(source.url)) {
        append_key(text_, "url");
        text_ += R"({"@id":)";
        append_json_string(text_, source.url);
        text_ += '}';
    } else {
        append_member(text_, "url", source.url);
        if (!source.url.empty()) ++plain_urls_;
    }
    date("published", source.published);
    append_member(text_, "language", source.language);
    fields(source.attributes);
    text_ += '}';
}

ExportReport Writer::write(Diagnostics& diagnostics) {
    out_ << "{\"@context\":" << terms_.context() << ",\n\"@graph\":[";
    for (const EntityIndex index : view_.entities()) {
        next_item();
        entity(index);
    }
    next_item();
    const GraphTables& graph = view_.graph();
    text_ += R"({"@id":")" + base_ + R"(provenance","@type":"prov:Bundle")";
    append_member(text_, "title", graph.title);
    append_member(text_, "schema:description", graph.description);
    date("schema:dateModified", graph.date);
    text_ += ",\"@graph\":[";
    first_item_ = true;
    for (const SourceIndex index : view_.sources()) source(view_.source(index));
    for (const Relation& one : view_.relations()) relation(one);
    out_ << "\n]}\n]}\n";

    ExportReport report{count_items(view_), {}};
    if (options_.lean) std::swap(report.written.claims, report.left_out.claims);
    report_lean(diagnostics, "jsonld", report.left_out.claims);
    if (plain_urls_ > 0)
        diagnostics.report(Code::approximated, {},
                           "jsonld: " + std::to_string(plain_urls_) +
                               " addresses of sources are no valid IRIs and were written as text");
    return report;
}

ExportReport write(const View& view, Output& out, const ExportOptions& options,
                   Diagnostics& diagnostics) {
    if (!is_web_iri(options.base_iri))
        throw std::invalid_argument("the base IRI must be like https://example.org/facts/, not " +
                                    printable(options.base_iri));
    return Writer(view, out, options).write(diagnostics);
}

} // namespace

const Exporter jsonld_exporter{
    .name = "jsonld",
    .extensions = "jsonld",
    .media_type = "application/ld+json",
    .help = "JSON-LD 1.1: any RDF store; claims and sources in a graph of their own",
    .profiles = "",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = true,
            .picture = false,
            .read_back = true},
    .write = write,
};

} // namespace entente
