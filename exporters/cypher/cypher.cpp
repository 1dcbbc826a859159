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
    std::string exactly(const Claim& claim);
    void aliases(Setter& set, std::span<const Alias> aliases);
    void graph();

    /// ` {kg_id: "nation/JPN"}`
    void key(std::string_view id);
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

void Writer::key(std::string_view id) {
    ((text_ += " {") += flat_name(Word::id)) += ": ";
    literals_.text(text_, id);
    text_ += '}';
}

void Writer::node(char variable, std::string_view label, std::string_view id) {
    text_ += '(';
    text_ += variable;
    text_ += ':';
    text_ += label;
    key(id);
    text_ += ')';
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
    describe(view_, entity, [&](auto field, const auto& value) {
        constexpr Word word = field.word;
        if constexpr (word == Word::name)
            set.text(field.row.name, value);
        else if constexpr (word == Word::aliases)
            aliases(set, value);
        else if constexpr (word == Word::from || word == Word::to) {
            // Both at once, when the first of them is said.
            if (word == Word::from || !entity.period.from.known()) set.period(entity.period);
        } else if constexpr (word == Word::attributes)
            properties(set, entities_, value, field.row.flat);
        else if constexpr (word != Word::entity)
            set.said(field, value);
    });
    end();
}

void Writer::aliases(Setter& set, std::span<const Alias> aliases) {
    texts_.clear();
    for (const Alias& alias : aliases)
        texts_.push_back(alias.name);
    set.texts(flat_name(Word::aliases), texts_);
    texts_.clear();
    for (const Alias& alias : aliases)
        texts_.push_back(alias.language);
    set.texts(flat_name(Word::alias_languages), texts_);
}

void Writer::source(const Source& source) {
    Setter set = merge("Source", source.id);
    describe(source, [&](auto field, const auto& value) {
        if constexpr (field.word == Word::attributes)
            properties(set, sources_, value, field.row.flat);
        else if constexpr (field.word != Word::source)
            set.said(field, value);
    });
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
    key(id);
    text_ += "]->(o)";
    Setter set(text_, literals_, 'r');
    describe(view_, relation, [&](auto field, const auto& value) {
        constexpr Word word = field.word;
        if constexpr (word == Word::relation) {
            if (!type.builtin) set.said(field, value);
        } else if constexpr (word == Word::confidence) {
            if (!set.confidence(value)) tiny_.add(id);
        } else if constexpr (word == Word::claim_count) {
            set.period(relation.period); // also where it is open
            set.said(field, value);
        } else if constexpr (word != Word::from && word != Word::to) {
            set.said(field, value);
        }
    });
    std::vector<SourceIndex> sources;
    view_.for_each_claim(relation, [&](const Claim& claim) {
        if (claim.source != no_index) sources.push_back(claim.source);
    });
    sort_sources(view_, sources);
    texts_.clear();
    for (const SourceIndex source : sources)
        texts_.push_back(view_.source(source).id);
    set.texts(flat_name(Word::sources), texts_);
    end();
    if (with_claims_) view_.for_each_claim(relation, [&](const Claim& one) { claim(one, id); });
}

/// The confidence that engines refuse, as a JSON object.
std::string Writer::exactly(const Claim& claim) {
    tiny_.add(claim_id(claim.hash));
    std::string json = "{";
    append_number(append_key(json, name(Word::confidence)), claim.confidence);
    return json + '}';
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
    set.text(flat_name(Word::edge), edge);
    std::string exact_confidence;
    describe(view_, claim, [&](auto field, const auto& value) {
        constexpr Word word = field.word;
        if constexpr (word == Word::confidence) {
            if (!set.confidence(value)) exact_confidence = exactly(claim);
        } else if constexpr (word == Word::stance) {
            set.period(claim.period, claim.date); // also where it is open
            set.said(field, value);
        } else if constexpr (word == Word::stated_by) {
            // A filter may have taken the speaker away.
            if (!has_speaker) set.text(field.row.flat, view_.entity(value.index).id);
        } else if constexpr (word == Word::qualifiers) {
            properties(set, claims_, value, field.row.flat, exact_confidence);
        } else if constexpr (word != Word::subject && word != Word::object &&
                             word != Word::source && word != Word::from && word != Word::to) {
            set.said(field, value);
        }
    });
    text_ += " MERGE (n)-[:SUBJECT]->(s) MERGE (n)-[:OBJECT]->(o)";
    if (has_speaker) text_ += " MERGE (n)-[:STATED_BY]->(p)";
    if (claim.source != no_index) text_ += " MERGE (n)-[:FROM_SOURCE]->(d)";
    end();
}

void Writer::graph() {
    Setter set = merge("KnowledgeGraph", "graph");
    describe_graph(view_, [&](auto field, const auto& value) { set.said(field, value); });
    RecordWriter records(view_);
    records.carry([&](auto field, std::string_view json) { set.text(field.row.flat, json); });
    set.number(flat_name(Word::entities), view_.entities().size());
    set.number(flat_name(Word::relations), view_.relations().size());
    set.number(flat_name(Word::claims), with_claims_ ? view_.claim_count() : 0);
    set.number(flat_name(Word::sources), view_.sources().size());
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
    entities_.report(losses, "attributes", flat_name(Word::attributes));
    sources_.report(losses, "attributes of sources", flat_name(Word::attributes));
    claims_.report(losses, "qualifiers", flat_name(Word::qualifiers));
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
