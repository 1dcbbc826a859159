// SPDX-License-Identifier: BSL-1.0
// JSON-LD 1.1: entities and plain triples in the default graph, relations, claims and sources in a
// graph of their own (docs/formats/jsonld.md).
#include "exporters/flat.hpp"
#include "exporters/formats.hpp"
#include "exporters/lookahead.hpp"
#include "exporters/rdf/jsonld_text.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/records.hpp"
#include "exporters/text.hpp"

namespace entente {

namespace {

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view), out_(out), options_(options), json_(text_, view, options.base_iri) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    void entity(EntityIndex index);
    void plain_triples(EntityIndex subject);
    void relation(const Relation& relation);
    void claim(const Claim& claim);
    void source(const Source& source);
    void next_item();

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    std::string& text_ = out_.buffer();
    JsonldText json_;
    JsonldTerms& terms_ = json_.terms();
    std::size_t next_relation_ = 0;
    Tally plain_urls_;
    bool first_item_ = true;
};

void Writer::next_item() {
    text_ += first_item_ ? "\n" : ",\n";
    first_item_ = false;
    out_.flush_if_full();
}

// -- the default graph ----------------------------------------------------------------------------

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
        json_.entity_iri(relation.object);
        if (!terms_.relation(relation.type).coerced) text_ += '}';
        out_.flush_if_full();
    }
    if (open != Vocabulary::none) text_ += ']';
}

void Writer::entity(EntityIndex index) {
    const Entity& entity = view_.entity(index);
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    text_ += R"({"@id":)";
    json_.entity_iri(index);
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
    json_.aliases(entity.aliases);
    if (!entity.same_as.empty()) {
        append_key(text_, "same_as");
        append_texts(text_, entity.same_as);
        std::string matches;
        for (const std::string_view id : entity.same_as)
            append_exact_match(matches, id);
        if (!matches.empty()) {
            append_key(text_, "exactMatch");
            (text_ += '[') += matches + ']';
        }
    }
    json_.period(entity.period);
    if (entity.provisional) json_.flag("provisional");
    if (!entity.source.empty()) {
        append_key(text_, "source");
        json_.source_iri(entity.source);
    }
    json_.fields(entity.attributes);
    plain_triples(index);
    text_ += '}';
}

// -- the provenance graph -------------------------------------------------------------------------

void Writer::claim(const Claim& claim) {
    text_ += R"({"@id":")";
    text_ += json_.base();
    text_ += claim_id(claim.hash);
    text_ += R"(","@type":"kg:Claim")";
    append_member(text_, "subject_as", claim.subject_as);
    append_member(text_, "object_as", claim.object_as);
    json_.date("date", claim.date);
    json_.period(claim.period);
    append_member(text_, "stance", name(claim.stance));
    json_.number("confidence", claim.confidence);
    if (claim.stated_by != no_index) json_.reference("stated_by", claim.stated_by);
    append_member(text_, "stated_by_as", claim.stated_by_as);
    if (claim.source != no_index) {
        append_key(text_, "source");
        json_.source_iri(view_.source(claim.source).id);
    }
    append_member(text_, "quote", claim.quote);
    if (!claim.span.empty()) {
        json_.count("spanBegin", claim.span.begin);
        json_.count("spanEnd", claim.span.end);
    }
    json_.fields(claim.qualifiers);
    text_ += '}';
}

void Writer::relation(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    next_item();
    text_ += R"({"@id":")";
    text_ += json_.base();
    append_iri_path(text_, relation_id(view_.entity(relation.subject).id, type.name,
                                       view_.entity(relation.object).id));
    text_ += R"(","@type":["kg:Relation","rdf:Statement"])";
    json_.reference("subject", relation.subject);
    append_key(text_, "relation");
    append_json_string(text_, terms_.relation(relation.type).iri);
    json_.reference("object", relation.object);
    append_member(text_, "relationName", type.name);
    append_member(text_, "status", name(relation.status));
    json_.number("confidence", relation.confidence);
    json_.period(relation.period);
    if (relation.derived) json_.flag("derived");
    json_.count("claimCount", relation.claim_count);
    json_.count("sourceCount", relation.source_count);
    if (relation.claim_count > 0) {
        append_key(text_, options_.lean ? "source" : "claim");
        text_ += '[';
        view_.for_each_claim(relation, [&](const Claim& one) {
            if (options_.lean && one.source == no_index) return;
            if (text_.back() != '[') text_ += ',';
            if (options_.lean)
                json_.source_iri(view_.source(one.source).id);
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
    json_.source_iri(source.id);
    text_ += R"(,"@type":["kg:Source","prov:Entity","schema:CreativeWork"])";
    append_member(text_, "identifier", source.id);
    if (!source.declared) json_.flag("provisional");
    append_member(text_, "publisher", source.publisher);
    append_member(text_, "title", source.title);
    if (is_web_iri(source.url)) {
        append_key(text_, "url");
        text_ += R"({"@id":)";
        append_json_string(text_, source.url);
        text_ += '}';
    } else {
        append_member(text_, "url", source.url);
        if (!source.url.empty()) plain_urls_.add(source.id);
    }
    json_.date("published", source.published);
    append_member(text_, "language", source.language);
    json_.fields(source.attributes);
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
    text_ += R"({"@id":")" + json_.base() + R"(provenance","@type":"prov:Bundle")";
    append_member(text_, "title", graph.title);
    append_member(text_, "schema:description", graph.description);
    json_.date("schema:dateModified", graph.date);
    std::string judgements = "[";
    RecordWriter(view_).judgements(judgements, ",");
    if (judgements.size() > 1) json_.json("judgements", judgements + ']');
    text_ += ",\"@graph\":[";
    first_item_ = true;
    for (const SourceIndex index : view_.sources())
        source(view_.source(index));
    for_each_relation(view_, [this](const Relation& one) { relation(one); });
    out_ << "\n]}\n]}\n";

    ExportReport report = report_of(view_, options_.lean);
    Losses losses(diagnostics, "jsonld");
    losses.lean(report.left_out.claims);
    losses.add(Code::approximated, plain_urls_,
               "addresses of sources are no valid IRIs and were written as text");
    report.losses = losses.take();
    return report;
}

ExportReport write(const View& view, Output& out, const ExportOptions& options,
                   Diagnostics& diagnostics) {
    require_base_iri(options.base_iri);
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
    .loses =
        "Nothing in the file. jsonld.js rewrites doubles, which only numbers of more than 18 "
        "digits are.",
    .tried = "jsonld.js 9.0.0, rdf-canonize 5.0.0, rdflib 6.1.1, rdf-validate-shacl 0.6.5",
};

} // namespace entente
