// SPDX-License-Identifier: BSL-1.0
// Cytoscape JSON as Cytoscape.js, Cytoscape and networkx take it (docs/formats/cytoscape.md): one
// element a line, every value a text, a number or a boolean.
#include <array>
#include <cmath>

#include "exporters/formats.hpp"
#include "exporters/items/attributes.hpp"
#include "exporters/items/flat.hpp"
#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          options_(options),
          records_(view),
          lists_(view, records_),
          columns_(view, true, true),
          names_(view) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    void graph_data();
    void nodes();
    void edges();
    void node(const Entity& entity, std::string_view name);
    void node_look(const Entity& entity, const Kind& kind);
    void attributes(const Entity& entity);
    void edge(const Relation& relation);
    void edge_look(const Relation& relation, const RelationType& type);

    /// Appends `"key":"text"`; nothing if the text is empty.
    void text(std::string_view key, std::string_view text) {
        append_member(out_.buffer(), key, text);
    }
    void date(std::string_view key, Date date) { append_member(out_.buffer(), key, date); }
    /// A number or boolean as it is.
    void plain(std::string_view key, std::string_view value) {
        append_key(out_.buffer(), key);
        out_.buffer() += value;
    }
    void count(std::string_view key, std::uint64_t number) {
        append_key(out_.buffer(), key);
        append_number(out_.buffer(), number);
    }

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    RecordWriter records_;
    EdgeLists lists_;
    AttributeColumns columns_;
    NodeNames names_;
    std::string scratch_;
};

void Writer::graph_data() {
    const GraphTables& graph = view_.graph();
    out_ << R"("data":{)";
    text("name", graph.title);
    text("kg_title", graph.title);
    text("kg_description", graph.description);
    date("kg_date", graph.date);
    scratch_.clear();
    lists_.append_unclaimed_sources(scratch_);
    text("kg_sources", scratch_);
    scratch_ = "[";
    records_.judgements(scratch_, ",");
    if (scratch_.size() > 1) text("kg_judgements", scratch_ + ']');
    out_ << "}";
}

/// The colours of the vocabulary, for a stylesheet to map.
void Writer::node_look(const Entity& entity, const Kind& kind) {
    text("kg_fill", kind.fill);
    text("kg_stroke", kind.stroke);
    text("kg_text", kind.text);
    if (entity.provisional) plain("kg_provisional", "true");
}

/// A name that means something to one of the readers.
std::string member_name(const std::string& column) {
    constexpr std::array<std::string_view, 5> reserved{"value", "parent", "shared_name", "classes",
                                                       "group"};
    for (const std::string_view name : reserved)
        if (column == name) return "kg_a_" + column;
    return column;
}

void Writer::attributes(const Entity& entity) {
    using Type = AttributeColumns::Type;
    for (std::size_t i = 0; i < entity.attributes.size(); ++i) {
        const Field& field = entity.attributes[i];
        if (i > 0 && entity.attributes[i - 1].key == field.key) continue; // in kg_attributes
        const auto& column = columns_.column(field.key);
        append_key(out_.buffer(), member_name(column.name));
        if (column.type == Type::text)
            append_json_string(out_.buffer(), field.value.text);
        else
            out_.buffer() += field.value.text;
    }
    scratch_.clear();
    columns_.append_rest(scratch_, entity);
    text("kg_attributes", scratch_);
}

void Writer::node(const Entity& entity, std::string_view name) {
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    out_.buffer() += R"({"data":{)";
    text("id", name);
    text("value", name);
    text("name", entity.name);
    text("kg_id", entity.id);
    text("kg_kind", kind.name);
    node_look(entity, kind);
    if (!entity.aliases.empty()) {
        scratch_.clear();
        append_aliases(scratch_, entity.aliases);
        text("kg_aliases", scratch_);
    }
    if (!entity.same_as.empty()) {
        scratch_.clear();
        append_texts(scratch_, entity.same_as);
        text("kg_same_as", scratch_);
    }
    date("kg_from", entity.period.from);
    date("kg_to", entity.period.to);
    text("kg_source", entity.source);
    attributes(entity);
    out_.buffer() += "}}";
}

void Writer::edge_look(const Relation& relation, const RelationType& type) {
    text("label", type.label);
    text("kg_color", type.color);
    const bool doubtful = relation.status == Status::denied || relation.status == Status::disputed;
    const bool unreal = relation.status == Status::planned || relation.status == Status::possible;
    text("kg_line", doubtful ? "dotted" : unreal ? "dashed" : "solid");
    text("kg_arrow", type.symmetric ? "none" : "triangle");
}

void Writer::edge(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    const std::string id =
        relation_id(view_.entity(relation.subject).id, type.name, view_.entity(relation.object).id);
    scratch_.clear();
    names_.append_edge(scratch_, view_, relation);
    out_.buffer() += R"({"data":{)";
    text("id", scratch_);
    text("key", id);
    text("source", names_[relation.subject]);
    text("target", names_[relation.object]);
    text("interaction", type.name);
    edge_look(relation, type);
    text("kg_id", id);
    text("kg_status", entente::name(relation.status));
    if (!std::isnan(relation.confidence)) {
        scratch_.clear();
        append_number(scratch_, relation.confidence);
        plain("kg_confidence", scratch_);
    }
    date("kg_from", relation.period.from);
    date("kg_to", relation.period.to);
    if (relation.derived) plain("kg_derived", "true");
    count("kg_claim_count", relation.claim_count);
    count("kg_source_count", relation.source_count);
    scratch_.clear();
    lists_.take(relation);
    lists_.append_sources(scratch_);
    text("kg_sources", scratch_);
    if (!options_.lean && relation.claim_count > 0) {
        scratch_.clear();
        lists_.append_claims(scratch_);
        text("kg_claims", scratch_);
    }
    out_.buffer() += "}}";
    out_.flush_if_full();
}

void Writer::nodes() {
    out_ << "\"nodes\":[";
    bool first = true;
    for (const EntityIndex index : view_.entities()) {
        out_ << (first ? "\n" : ",\n");
        first = false;
        node(view_.entity(index), names_[index]);
    }
    out_ << "]";
}

void Writer::edges() {
    out_ << "\"edges\":[";
    Lookahead ahead(view_);
    for (std::size_t n = 0; n < view_.relations().size(); ++n) {
        out_ << (n == 0 ? "\n" : ",\n");
        ahead.at(n);
        edge(view_.relations()[n]);
    }
    out_ << "]";
}

ExportReport Writer::write(Diagnostics& diagnostics) {
    out_ << R"({"format_version":"1.0","generated_by":"entente",)"
         << R"("target_cytoscapejs_version":"~3.34",)" << '\n';
    graph_data();
    out_ << ",\n\"directed\":true,\"multigraph\":true,\n\"elements\":{\n";
    nodes();
    out_ << ",\n";
    edges();
    out_ << "}}\n";

    ExportReport report = report_of(view_, options_.lean);
    Losses losses(diagnostics, "cytoscape");
    columns_.report(losses);
    records_.changes().report(losses);
    losses.lean(report.left_out.claims);
    report.losses = losses.take();
    return report;
}

ExportReport write(const View& view, Output& out, const ExportOptions& options,
                   Diagnostics& diagnostics) {
    return Writer(view, out, options).write(diagnostics);
}

} // namespace

const Exporter cytoscape_exporter{
    .name = "cytoscape",
    .extensions = "cyjs",
    .media_type = "application/vnd.cytoscape+json",
    .help = "Cytoscape JSON: Cytoscape, Cytoscape.js, networkx",
    .profiles = "",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = false,
            .picture = false,
            .read_back = true},
    .write = write,
    .loses =
        "Nothing in the file. JavaScript and Cytoscape keep numbers as doubles, so whole numbers "
        "beyond 2^53 are texts.",
    .tried = "Cytoscape.js 3.34.4, networkx 2.8.8",
};

} // namespace entente
