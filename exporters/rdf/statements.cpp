// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/statements.hpp"

#include "exporters/lookahead.hpp"
#include "exporters/rdf/subject.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/records.hpp"
#include "exporters/text.hpp"

namespace entente {

namespace {

class Walk {
  public:
    Walk(const View& view, const ExportOptions& options, const RdfSink& sink)
        : view_(view),
          options_(options),
          iris_(view.vocabulary(), options.base_iri),
          say_(iris_, sink) {}

    ExportReport write(Losses& losses);

  private:
    [[nodiscard]] std::string entity_iri(EntityIndex index) const;
    [[nodiscard]] std::string source_iri(std::string_view id) const;
    void entity(EntityIndex index);
    void plain_triples(EntityIndex subject);
    void bundle();
    void source(const Source& source);
    void relation(const Relation& relation);
    void claims_of(const Relation& relation, const std::string& iri);
    void claim(const Claim& claim);

    const View& view_;
    const ExportOptions& options_;
    RdfIris iris_;
    RdfSubject say_;
    std::size_t next_relation_ = 0;
    Tally plain_urls_;
};

std::string Walk::entity_iri(EntityIndex index) const {
    std::string iri = iris_.base();
    append_entity_path(iri, view_.entity(index).id);
    return iri;
}

std::string Walk::source_iri(std::string_view id) const {
    std::string iri = iris_.base() + "source/";
    append_iri_path(iri, id);
    return iri;
}

// -- the default graph ----------------------------------------------------------------------------

/// Only what somebody asserts and nobody denies: a plain triple says that it is so.
void Walk::plain_triples(EntityIndex subject) {
    const auto relations = view_.relations();
    for (; next_relation_ < relations.size(); ++next_relation_) {
        const Relation& relation = relations[next_relation_];
        if (relation.subject > subject) break;
        if (relation.subject == subject && relation.status == Status::supported)
            say_.iri(iris_.relation(relation.type), entity_iri(relation.object));
    }
}

void Walk::entity(EntityIndex index) {
    const Entity& entity = view_.entity(index);
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    say_.begin(entity_iri(index));
    std::vector<std::string> classes{std::string(iris_.kind(entity.kind))};
    if (!kind.schema_org.empty())
        classes.push_back(full_iri("schema:" + std::string(kind.schema_org)));
    say_.iris("rdf:type", classes);
    say_.text("schema:identifier", entity.id);
    say_.text("kg:kind", kind.name);
    say_.text("schema:name", entity.name);
    say_.aliases(entity.aliases);
    std::vector<std::string> matches;
    for (const std::string_view id : entity.same_as) {
        say_.text("kg:sameAs", id);
        if (std::string iri = exact_match(id); !iri.empty()) matches.push_back(std::move(iri));
    }
    say_.iris("skos:exactMatch", matches);
    say_.period(entity.period);
    if (entity.provisional) say_.flag("kg:provisional");
    if (!entity.source.empty()) say_.iri("prov:wasDerivedFrom", source_iri(entity.source));
    say_.fields(entity.attributes);
    plain_triples(index);
}

// -- the provenance graph -------------------------------------------------------------------------

void Walk::bundle() {
    const GraphTables& graph = view_.graph();
    say_.begin(iris_.base() + "provenance");
    say_.iri("rdf:type", iris_.full("prov:Bundle"));
    say_.text("schema:name", graph.title);
    say_.text("schema:description", graph.description);
    say_.date("schema:dateModified", graph.date);
    std::string judgements = "[";
    RecordWriter(view_).judgements(judgements, ",");
    if (judgements.size() > 1) say_.json("kg:judgements", judgements + ']');
}

void Walk::source(const Source& source) {
    say_.begin(source_iri(source.id));
    for (const std::string_view type : {"kg:Source", "prov:Entity", "schema:CreativeWork"})
        say_.iri("rdf:type", iris_.full(type));
    say_.text("schema:identifier", source.id);
    if (!source.declared) say_.flag("kg:provisional");
    say_.text("schema:publisher", source.publisher);
    say_.text("schema:name", source.title);
    if (is_web_iri(source.url)) {
        say_.iri("schema:url", source.url);
    } else {
        say_.text("schema:url", source.url);
        if (!source.url.empty()) plain_urls_.add(source.id);
    }
    say_.date("schema:datePublished", source.published);
    say_.text("schema:inLanguage", source.language);
    say_.fields(source.attributes);
}

void Walk::claim(const Claim& claim) {
    say_.begin(iris_.base() + claim_id(claim.hash));
    say_.iri("rdf:type", iris_.full("kg:Claim"));
    say_.text("kg:subjectAs", claim.subject_as);
    say_.text("kg:objectAs", claim.object_as);
    say_.date("kg:date", claim.date);
    say_.period(claim.period);
    say_.text("kg:stance", name(claim.stance));
    say_.number("kg:confidence", claim.confidence);
    if (claim.stated_by != no_index) say_.iri("prov:wasAttributedTo", entity_iri(claim.stated_by));
    say_.text("kg:statedByAs", claim.stated_by_as);
    if (claim.source != no_index)
        say_.iri("prov:wasDerivedFrom", source_iri(view_.source(claim.source).id));
    say_.text("kg:quote", claim.quote);
    if (!claim.span.empty()) {
        say_.count("kg:spanBegin", claim.span.begin);
        say_.count("kg:spanEnd", claim.span.end);
    }
    say_.fields(claim.qualifiers);
}

void Walk::claims_of(const Relation& relation, const std::string& iri) {
    std::vector<std::string> objects;
    view_.for_each_claim(relation, [&](const Claim& one) {
        if (!options_.lean)
            objects.push_back(iris_.base() + claim_id(one.hash));
        else if (one.source != no_index)
            objects.push_back(source_iri(view_.source(one.source).id));
    });
    say_.begin(iri);
    say_.iris(options_.lean ? "prov:wasDerivedFrom" : "kg:claim", objects);
    if (!options_.lean) view_.for_each_claim(relation, [&](const Claim& one) { claim(one); });
}

void Walk::relation(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    std::string iri = iris_.base();
    append_iri_path(iri, relation_id(view_.entity(relation.subject).id, type.name,
                                     view_.entity(relation.object).id));
    say_.begin(iri);
    say_.iri("rdf:type", iris_.full("kg:Relation"));
    say_.iri("rdf:type", iris_.full("rdf:Statement"));
    say_.iri("rdf:subject", entity_iri(relation.subject));
    say_.iri("rdf:predicate", iris_.relation(relation.type));
    say_.iri("rdf:object", entity_iri(relation.object));
    say_.text("kg:relationName", type.name);
    say_.text("kg:status", name(relation.status));
    say_.number("kg:confidence", relation.confidence);
    say_.period(relation.period);
    if (relation.derived) say_.flag("kg:derived");
    say_.count("kg:claimCount", relation.claim_count);
    say_.count("kg:sourceCount", relation.source_count);
    claims_of(relation, iri);
}

ExportReport Walk::write(Losses& losses) {
    for (const EntityIndex index : view_.entities())
        entity(index);
    bundle();
    say_.graph(iris_.base() + "provenance");
    for (const SourceIndex index : view_.sources())
        source(view_.source(index));
    for_each_relation(view_, [this](const Relation& one) { relation(one); });
    ExportReport report{count_items(view_), {}, {}};
    if (options_.lean) std::swap(report.written.claims, report.left_out.claims);
    losses.lean(report.left_out.claims);
    losses.add(Code::approximated, plain_urls_,
               "addresses of sources are no valid IRIs and were written as text");
    return report;
}

} // namespace

ExportReport write_statements(const View& view, const ExportOptions& options, const RdfSink& sink,
                              Losses& losses) {
    require_base_iri(options.base_iri);
    return Walk(view, options, sink).write(losses);
}

} // namespace entente
