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

class JsonldWriter {
  public:
    JsonldWriter(const View& view, Output& out, const ExportOptions& options)
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
    void address(const Source& source);
    void next_item();

    static constexpr auto relation_name = tag<On::relation, Word::relation>;

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
std::string JsonldWriter::types_of(const Kind& kind) {
    std::string text = R"(,"@type":[)";
    append_json_string(text, kind_iri(kind, JsonldTerms::prefix));
    if (!kind.schema_org.empty())
        append_json_string(text += ',', "schema:" + std::string(kind.schema_org));
    return text += ']';
}

void JsonldWriter::next_item() {
    text_ += first_item_ ? "\n" : ",\n";
    first_item_ = false;
    out_.flush_if_full();
}

// -- the default graph ----------------------------------------------------------------------------

/// A relation that somebody asserts and nobody denies is also a plain triple. What is denied,
/// disputed, planned or merely possible is not: a plain triple would say that it is so.
void JsonldWriter::plain_triples(EntityIndex subject) {
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
void JsonldWriter::plain_triple(const Relation& relation) {
    const bool coerced = terms_.relation(relation.type).coerced;
    if (!coerced) text_ += R"({"@id":)";
    json_.entity_iri(relation.object);
    if (!coerced) text_ += '}';
}

void JsonldWriter::entity(EntityIndex index) {
    const Entity& entity = view_.entity(index);
    text_ += R"({"@id":)";
    json_.entity_iri(index);
    text_ += types_[entity.kind];
    describe(view_, entity, [this](auto field, const auto& value) { json_.said(field, value); });
    if (!lean_) plain_triples(index);
    text_ += '}';
}

// -- the provenance graph -------------------------------------------------------------------------

void JsonldWriter::claim(const Claim& claim) {
    text_ += R"({"@id":)";
    json_.claim_iri(claim.hash);
    text_ += R"(,"@type":"kg:Claim")";
    describe(view_, claim, [this](auto field, const auto& value) {
        if constexpr (!items::is_end(field.word)) json_.said(field, value);
    });
    text_ += '}';
}

void JsonldWriter::reified(const Relation& relation) {
    text_ += R"(,"@type":["kg:Relation","rdf:Statement"])";
    json_.reference(name(Word::subject), relation.subject);
    json_.key(name(Word::relation));
    append_json_string(text_, terms_.relation(relation.type).iri);
    json_.reference(name(Word::object), relation.object);
    const RelationType& type = view_.vocabulary().relation(relation.type);
    if (!lean_ || needs_name(type)) json_.said(relation_name, type.name);
    json_.said(tag<On::relation, Word::status>, Plain{name(relation.status)});
}

void JsonldWriter::folded(const Relation& relation) {
    const bool one_date = lean_ && is_one_date(relation.period);
    describe(view_, relation, [&](auto field, const auto& value) {
        constexpr Word word = field.word;
        if constexpr (word == Word::from || word == Word::to) {
            if (!one_date) json_.said(field, value);
            if (one_date && word == Word::from) json_.said(tag<On::relation, Word::date>, value);
        } else if constexpr (word == Word::claim_count || word == Word::source_count) {
            if (!lean_) json_.said(field, value);
        } else if constexpr (word == Word::confidence || word == Word::derived) {
            json_.said(field, value);
        }
    });
}

void JsonldWriter::relation(const Relation& relation) {
    next_item();
    text_ += R"({"@id":)";
    json_.relation_iri(relation);
    reified(relation);
    folded(relation);
    if (relation.claim_count > 0) {
        json_.key(jsonld_term(tag<On::relation, Word::claims>));
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
void JsonldWriter::lean_relation(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    const bool supported = relation.status == Status::supported;
    next_item();
    text_ += R"({"@id":)";
    json_.relation_iri(relation);
    if (!supported)
        reified(relation);
    else if (needs_name(type))
        json_.said(relation_name, type.name);
    folded(relation);
    const auto sources = sources_.of(relation);
    if (relation.claim_count != sources.size())
        json_.said(tag<On::relation, Word::claim_count>, std::uint64_t{relation.claim_count});
    if (!sources.empty()) {
        json_.key(name(Word::source));
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

void JsonldWriter::source(const Source& source) {
    next_item();
    text_ += R"({"@id":)";
    json_.source_iri(source.id);
    text_ += R"(,"@type":["kg:Source","prov:Entity","schema:CreativeWork"])";
    describe(source, [&](auto field, const auto& value) {
        if constexpr (field.word == Word::url) {
            address(source);
        } else if constexpr (field.word == Word::declared) {
            if (!source.declared) json_.flag(name(Word::provisional));
        } else {
            json_.said(field, value);
        }
    });
    text_ += '}';
}

void JsonldWriter::address(const Source& source) {
    constexpr std::string_view url = name(Word::url);
    if (is_address(source.url)) {
        json_.key(url);
        ((text_ += R"({"@id":")") += source.url) += "\"}";
    } else {
        json_.text(url, source.url);
        plain_urls_.add(source.id);
    }
}

void JsonldWriter::bundle() {
    next_item();
    ((text_ += R"({"@id":")") += JsonldTerms::prefix) += R"(provenance","@type":"prov:Bundle")";
    describe_graph(view_, [this](auto field, const auto& value) { json_.said(field, value); });
    RecordWriter(view_).carry(
        [this](auto field, std::string_view json) { json_.json(jsonld_term(field), json); });
}

ExportReport JsonldWriter::write(Diagnostics& diagnostics) {
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

ExportReport write_jsonld(const View& view, Output& out, const ExportOptions& options,
                          Diagnostics& diagnostics) {
    require_base_iri(options.base_iri);
    return JsonldWriter(view, out, options).write(diagnostics);
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
    .write = write_jsonld,
    .loses =
        "Nothing in the file. jsonld.js rewrites doubles, which only numbers of more than 18 "
        "digits are.",
    .tried = "jsonld.js 9.0.0, rdf-canonize 5.0.0, rdflib 6.1.1, rdf-validate-shacl 0.6.5",
};

} // namespace entente
