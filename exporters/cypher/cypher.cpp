// SPDX-License-Identifier: BSL-1.0
// Cypher: one statement a line that can be run again and again (docs/formats/cypher.md).
#include <algorithm>
#include <vector>

#include "exporters/cypher/names.hpp"
#include "exporters/cypher/properties.hpp"
#include "exporters/cypher/schema.hpp"
#include "exporters/cypher/statement.hpp"
#include "exporters/formats.hpp"
#include "exporters/items/records.hpp"
#include "exporters/items/source_order.hpp"
#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace cypher {

namespace {

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          dialect_(dialect_of(options.profile)),
          with_claims_(!options.lean && view.claim_count() > 0),
          lean_(options.lean),
          literals_(dialect_),
          names_(view) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    void find_properties();
    void entity(const Entity& entity);
    void source(const Source& source);
    void relation(const Relation& relation);
    void claim(const Claim& claim, std::string_view edge);
    void graph();

    /// `(v:Nation {kg_id: "nation/JPN"})`
    void node(char variable, std::string_view label, std::string_view id);
    void node(char variable, EntityIndex index);
    /// Starts `MERGE (n:Nation {kg_id: "..."})`.
    Setter merge(std::string_view label, std::string_view id);
    /// `first_of_rest`: a JSON object that the rest begins with, or nothing.
    void properties(Setter& set, Properties& properties, std::span<const Field> fields,
                    std::string_view rest_key, std::string_view first_of_rest = {});
    void end() {
        text_ += ";\n";
        out_.flush_if_full();
    }

    const View& view_;
    Output& out_;
    std::string& text_ = out_.buffer();
    Dialect dialect_;
    bool with_claims_, lean_;
    Literals literals_;
    Names names_;
    Properties entities_, sources_, claims_;
    std::string rest_;
    std::vector<std::string_view> texts_;
    Tally tiny_; ///< confidences that engines refuse
};

void Writer::find_properties() {
    for (const EntityIndex index : view_.entities()) {
        const Entity& entity = view_.entity(index);
        entities_.add(entity.attributes, entity.id, entity.kind);
    }
    for (const SourceIndex index : view_.sources())
        sources_.add(view_.source(index).attributes, view_.source(index).id);
    if (with_claims_)
        for (const Relation& relation : view_.relations())
            view_.for_each_claim(relation, [&](const Claim& claim) {
                if (!claim.qualifiers.empty()) claims_.add(claim.qualifiers, claim_id(claim.hash));
            });
    if (dialect_ != Dialect::kuzu) return;
    for (Properties* properties : {&entities_, &sources_, &claims_})
        properties->hide_same_but_for_case();
}

void Writer::node(char variable, std::string_view label, std::string_view id) {
    text_ += '(';
    text_ += variable;
    text_ += ':';
    text_ += label;
    text_ += " {kg_id: ";
    literals_.text(text_, id);
    text_ += "})";
}

void Writer::node(char variable, EntityIndex index) {
    const Entity& entity = view_.entity(index);
    node(variable, names_.label(entity.kind), entity.id);
}

Setter Writer::merge(std::string_view label, std::string_view id) {
    text_ += "MERGE ";
    node('n', label, id);
    return {text_, literals_, 'n'};
}

void Writer::properties(Setter& set, Properties& properties, std::span<const Field> fields,
                        std::string_view rest_key, std::string_view first_of_rest) {
    rest_.assign(first_of_rest);
    properties.write(rest_, fields, literals_, [&](std::string_view key, std::string_view value) {
        set.literal(key, value);
    });
    if (!rest_.empty()) set.text(rest_key, '[' + rest_ + ']');
}

void Writer::entity(const Entity& entity) {
    Setter set = merge(names_.label(entity.kind), entity.id);
    set.text("kg_kind", view_.vocabulary().kind(entity.kind).name);
    set.text("name", entity.name);
    texts_.clear();
    for (const Alias& alias : entity.aliases)
        texts_.push_back(alias.name);
    set.texts("kg_aliases", texts_);
    texts_.clear();
    for (const Alias& alias : entity.aliases)
        texts_.push_back(alias.language);
    set.texts("kg_alias_languages", texts_);
    set.texts("kg_same_as", entity.same_as);
    if (entity.period.from.known() || entity.period.to.known()) set.period(entity.period);
    if (entity.provisional) set.flag("kg_provisional", true);
    set.text("kg_source", entity.source);
    properties(set, entities_, entity.attributes, "kg_attributes");
    end();
}

void Writer::source(const Source& source) {
    Setter set = merge("Source", source.id);
    set.flag("kg_declared", source.declared);
    set.text("kg_publisher", source.publisher);
    set.text("kg_title", source.title);
    set.text("kg_url", source.url);
    set.date("kg_published", source.published);
    set.text("kg_language", source.language);
    properties(set, sources_, source.attributes, "kg_attributes");
    end();
}

void Writer::relation(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    const std::string id =
        relation_id(view_.entity(relation.subject).id, type.name, view_.entity(relation.object).id);
    text_ += "MATCH ";
    node('s', relation.subject);
    text_ += ", ";
    node('o', relation.object);
    text_ += " MERGE (s)-[r:";
    text_ += names_.type(relation.type);
    text_ += " {kg_id: ";
    literals_.text(text_, id);
    text_ += "}]->(o)";
    Setter set(text_, literals_, 'r');
    if (!type.builtin) set.text("kg_relation", type.name);
    set.text("kg_status", name(relation.status));
    if (!set.confidence(relation.confidence)) tiny_.add(id);
    set.period(relation.period);
    if (relation.derived) set.flag("kg_derived", true);
    set.number("kg_claim_count", relation.claim_count);
    set.number("kg_source_count", relation.source_count);
    std::vector<SourceIndex> sources;
    view_.for_each_claim(relation, [&](const Claim& claim) {
        if (claim.source != no_index) sources.push_back(claim.source);
    });
    sort_sources(view_, sources);
    texts_.clear();
    for (const SourceIndex source : sources)
        texts_.push_back(view_.source(source).id);
    set.texts("kg_sources", texts_);
    end();
    if (with_claims_) view_.for_each_claim(relation, [&](const Claim& one) { claim(one, id); });
}

void Writer::claim(const Claim& claim, std::string_view edge) {
    const bool stated = claim.stated_by != no_index;
    const bool has_speaker = stated && view_.contains(claim.stated_by);
    text_ += "MATCH ";
    node('s', claim.subject);
    text_ += ", ";
    node('o', claim.object);
    if (has_speaker) {
        text_ += ", ";
        node('p', claim.stated_by);
    }
    if (claim.source != no_index) {
        text_ += ", ";
        node('d', "Source", view_.source(claim.source).id);
    }
    text_ += ' ';
    Setter set = merge("Claim", claim_id(claim.hash));
    set.text("kg_relation", view_.vocabulary().relation(claim.type).name);
    set.text("kg_edge", edge);
    set.text("kg_stance", name(claim.stance));
    std::string exact_confidence;
    if (!set.confidence(claim.confidence)) {
        tiny_.add(claim_id(claim.hash));
        exact_confidence = "{\"confidence\":";
        append_number(exact_confidence, claim.confidence);
        exact_confidence += '}';
    }
    set.date("kg_date", claim.date);
    set.period(claim.period, claim.date);
    set.text("kg_subject_as", claim.subject_as);
    set.text("kg_object_as", claim.object_as);
    // A filter may have taken the speaker away.
    if (stated && !has_speaker) set.text("kg_stated_by", view_.entity(claim.stated_by).id);
    set.text("kg_stated_by_as", claim.stated_by_as);
    set.text("kg_quote", claim.quote);
    if (!claim.span.empty()) {
        set.number("kg_span_begin", claim.span.begin);
        set.number("kg_span_end", claim.span.end);
    }
    properties(set, claims_, claim.qualifiers, "kg_qualifiers", exact_confidence);
    text_ += " MERGE (n)-[:SUBJECT]->(s) MERGE (n)-[:OBJECT]->(o)";
    if (has_speaker) text_ += " MERGE (n)-[:STATED_BY]->(p)";
    if (claim.source != no_index) text_ += " MERGE (n)-[:FROM_SOURCE]->(d)";
    end();
}

void Writer::graph() {
    Setter set = merge("KnowledgeGraph", "graph");
    set.text("kg_title", view_.graph().title);
    set.text("kg_description", view_.graph().description);
    set.date("kg_date", view_.graph().date);
    RecordWriter records(view_);
    rest_ = "[";
    records.judgements(rest_, ",");
    if (rest_.size() > 1) set.text("kg_judgements", rest_ + ']');
    set.number("kg_entities", view_.entities().size());
    set.number("kg_relations", view_.relations().size());
    set.number("kg_claims", with_claims_ ? view_.claim_count() : 0);
    set.number("kg_sources", view_.sources().size());
    end();
}

ExportReport Writer::write(Diagnostics& diagnostics) {
    find_properties();
    Schema{view_, names_, entities_, sources_, claims_, with_claims_}.append_to(text_, dialect_);
    for (const EntityIndex index : view_.entities())
        entity(view_.entity(index));
    for (const SourceIndex index : view_.sources())
        source(view_.source(index));
    for_each_relation(view_, [this](const Relation& one) { relation(one); });
    graph(); // last, so that its presence says that all of it is there

    ExportReport report = report_of(view_, lean_);
    Losses losses(diagnostics, "cypher");
    entities_.report(losses, "attributes", "kg_attributes");
    sources_.report(losses, "attributes of sources", "kg_attributes");
    claims_.report(losses, "qualifiers", "kg_qualifiers");
    losses.replaced(literals_.replaced());
    losses.add(
        Code::approximated, tiny_,
        "confidences below 2.3e-308 were written as 0 (kg_qualifiers of the claims has them)");
    losses.lean(report.left_out.claims);
    report.losses = losses.take();
    return report;
}

ExportReport write(const View& view, Output& out, const ExportOptions& options,
                   Diagnostics& diagnostics) {
    return Writer(view, out, options).write(diagnostics);
}

} // namespace

} // namespace cypher

const Exporter cypher_exporter{
    .name = "cypher",
    .extensions = "cypher cql cypherl",
    .media_type = "application/x-cypher-query",
    .help = "Cypher: Neo4j, Memgraph, FalkorDB, LadybugDB",
    .profiles = "line neo4j memgraph falkordb kuzu neptune",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = true,
            .picture = false,
            .read_back = false},
    .write = cypher::write,
    .loses = "Nothing in the script but numbers beyond 64 bits, which are text.",
    .tried =
        "LadybugDB 0.19.1 (kuzu), Grafeo 0.6.0 (line), Neo4j's Cypher linter 2.0.0-next.38 for 5 "
        "and 25",
};

} // namespace entente
