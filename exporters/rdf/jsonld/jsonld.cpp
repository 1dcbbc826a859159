// SPDX-License-Identifier: BSL-1.0
// JSON-LD 1.1: entities and plain triples in the default graph, relations, claims and sources in a
// graph of their own (docs/formats/jsonld.md).
#include "exporters/formats.hpp"
#include "exporters/items/records.hpp"
#include "exporters/rdf/jsonld/jsonld_text.hpp"
#include "exporters/rdf/lean.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          lean_(options.lean),
          json_(text_, view, options.base_iri),
          sources_(view) {
        for (const Kind& kind : view.vocabulary().kinds())
            types_.push_back(types_of(kind));
    }

    ExportReport write(Diagnostics& diagnostics);

  private:
    static std::string types_of(const Kind& kind);
    void entity(EntityIndex index);
    void plain_triples(EntityIndex subject);
    void bundle();
    void relation(const Relation& relation);
    void lean_relation(const Relation& relation);
    void reified(const Relation& relation);
    void folded(const Relation& relation);
    void plain_triple(const Relation& relation);
    void claim(const Claim& claim);
    void source(const Source& source);
    void next_item();

    const View& view_;
    Output& out_;
    const bool lean_;
    std::string& text_ = out_.buffer();
    JsonldText json_;
    JsonldTerms& terms_ = json_.terms();
    LeanSources sources_;
    std::vector<std::string> types_; ///< of entities, by their kind
    std::size_t next_relation_ = 0;
    Tally plain_urls_;
    bool first_item_ = true;
};

/// `,"@type":["kg:Nation","schema:Country"]`
std::string Writer::types_of(const Kind& kind) {
    std::string text = R"(,"@type":[)";
    append_json_string(text, kind_iri(kind, JsonldTerms::prefix));
    if (!kind.schema_org.empty())
        append_json_string(text += ',', "schema:" + std::string(kind.schema_org));
    return text += ']';
}

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
            json_.key(terms_.relation(relation.type).key);
            text_ += '[';
            open = relation.type;
        } else {
            text_ += ',';
        }
        plain_triple(relation);
        out_.flush_if_full();
    }
    if (open != Vocabulary::none) text_ += ']';
}

/// Its object, behind the key.
void Writer::plain_triple(const Relation& relation) {
    const bool coerced = terms_.relation(relation.type).coerced;
    if (!coerced) text_ += R"({"@id":)";
    json_.entity_iri(relation.object);
    if (!coerced) text_ += '}';
}

void Writer::entity(EntityIndex index) {
    const Entity& entity = view_.entity(index);
    text_ += R"({"@id":)";
    json_.entity_iri(index);
    text_ += types_[entity.kind];
    json_.text("identifier", entity.id);
    json_.text("kind", view_.vocabulary().kind(entity.kind).name);
    json_.text("name", entity.name);
    json_.aliases(entity.aliases);
    if (!entity.same_as.empty()) {
        json_.key("same_as");
        append_texts(text_, entity.same_as);
        std::string matches;
        for (const std::string_view id : entity.same_as)
            append_exact_match(matches, id);
        if (!matches.empty()) {
            json_.key("exactMatch");
            (text_ += '[') += matches + ']';
        }
    }
    json_.period(entity.period);
    if (entity.provisional) json_.flag("provisional");
    if (!entity.source.empty()) {
        json_.key("source");
        json_.source_iri(entity.source);
    }
    json_.fields(entity.attributes);
    if (!lean_) plain_triples(index);
    text_ += '}';
}

// -- the provenance graph -------------------------------------------------------------------------

void Writer::claim(const Claim& claim) {
    text_ += R"({"@id":)";
    json_.claim_iri(claim.hash);
    text_ += R"(,"@type":"kg:Claim")";
    json_.text("subject_as", claim.subject_as);
    json_.text("object_as", claim.object_as);
    json_.date("date", claim.date);
    json_.period(claim.period);
    json_.word("stance", name(claim.stance));
    json_.number("confidence", claim.confidence);
    if (claim.stated_by != no_index) json_.reference("stated_by", claim.stated_by);
    json_.text("stated_by_as", claim.stated_by_as);
    if (claim.source != no_index) {
        json_.key("source");
        json_.source_iri(view_.source(claim.source).id);
    }
    json_.text("quote", claim.quote);
    if (!claim.span.empty()) {
        json_.count("spanBegin", claim.span.begin);
        json_.count("spanEnd", claim.span.end);
    }
    json_.fields(claim.qualifiers);
    text_ += '}';
}

void Writer::reified(const Relation& relation) {
    text_ += R"(,"@type":["kg:Relation","rdf:Statement"])";
    json_.reference("subject", relation.subject);
    json_.key("relation");
    append_json_string(text_, terms_.relation(relation.type).iri);
    json_.reference("object", relation.object);
    const RelationType& type = view_.vocabulary().relation(relation.type);
    if (!lean_ || needs_name(type)) json_.text("relationName", type.name);
    json_.word("status", name(relation.status));
}

void Writer::folded(const Relation& relation) {
    json_.number("confidence", relation.confidence);
    if (lean_ && is_one_date(relation.period))
        json_.date("date", relation.period.from);
    else
        json_.period(relation.period);
    if (relation.derived) json_.flag("derived");
}

void Writer::relation(const Relation& relation) {
    next_item();
    text_ += R"({"@id":)";
    json_.relation_iri(relation);
    reified(relation);
    folded(relation);
    json_.count("claimCount", relation.claim_count);
    json_.count("sourceCount", relation.source_count);
    if (relation.claim_count > 0) {
        json_.key("claim");
        text_ += '[';
        view_.for_each_claim(relation, [&](const Claim& one) {
            if (text_.back() != '[') text_ += ',';
            claim(one);
        });
        text_ += ']';
    }
    text_ += '}';
}

/// What is supported is said in a graph of its own, and of that graph who says so; what is not
/// must not look as if it were.
void Writer::lean_relation(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    const bool supported = relation.status == Status::supported;
    next_item();
    text_ += R"({"@id":)";
    json_.relation_iri(relation);
    if (!supported)
        reified(relation);
    else if (needs_name(type))
        json_.text("relationName", type.name);
    folded(relation);
    const auto sources = sources_.of(relation);
    if (relation.claim_count != sources.size()) json_.count("claimCount", relation.claim_count);
    if (!sources.empty()) {
        json_.key("source");
        text_ += '[';
        for (const std::string_view id : sources) {
            if (text_.back() != '[') text_ += ',';
            json_.source_iri(id);
        }
        text_ += ']';
    }
    if (supported) {
        text_ += R"(,"@graph":[{"@id":)";
        json_.entity_iri(relation.subject);
        json_.key(terms_.relation(relation.type).key);
        plain_triple(relation);
        text_ += "}]";
    }
    text_ += '}';
}

void Writer::source(const Source& source) {
    next_item();
    text_ += R"({"@id":)";
    json_.source_iri(source.id);
    text_ += R"(,"@type":["kg:Source","prov:Entity","schema:CreativeWork"])";
    json_.text("identifier", source.id);
    if (!source.declared) json_.flag("provisional");
    json_.text("publisher", source.publisher);
    json_.text("title", source.title);
    if (is_address(source.url)) {
        json_.key("url");
        ((text_ += R"({"@id":")") += source.url) += "\"}";
    } else {
        json_.text("url", source.url);
        if (!source.url.empty()) plain_urls_.add(source.id);
    }
    json_.date("published", source.published);
    json_.text("language", source.language);
    json_.fields(source.attributes);
    text_ += '}';
}

void Writer::bundle() {
    next_item();
    const GraphTables& graph = view_.graph();
    ((text_ += R"({"@id":")") += JsonldTerms::prefix) += R"(provenance","@type":"prov:Bundle")";
    json_.text("title", graph.title);
    json_.text("schema:description", graph.description);
    json_.date("schema:dateModified", graph.date);
    std::string judgements = "[";
    RecordWriter(view_).judgements(judgements, ",");
    if (judgements.size() > 1) json_.json("judgements", judgements + ']');
}

ExportReport Writer::write(Diagnostics& diagnostics) {
    out_ << "{\"@context\":" << terms_.context() << ",\n\"@graph\":[";
    for (const EntityIndex index : view_.entities()) {
        next_item();
        entity(index);
    }
    bundle();
    ExportReport report{count_items(view_), {}, {}};
    Losses losses(diagnostics, "jsonld");
    if (lean_) {
        out_ << '}';
        for_each_relation(view_, [this](const Relation& one) { lean_relation(one); });
        sources_.report(report, losses);
        out_ << "\n]}\n";
    } else {
        out_ << ",\"@graph\":[";
        first_item_ = true;
        for_each_source(view_, [this](const Source& one) { source(one); });
        for_each_relation(view_, [this](const Relation& one) { relation(one); });
        out_ << "\n]}\n]}\n";
    }
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
