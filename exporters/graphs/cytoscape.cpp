// SPDX-License-Identifier: BSL-1.0
// Cytoscape JSON as Cytoscape.js, Cytoscape and networkx take it (docs/formats/cytoscape.md): one
// element a line, every value a text, a number or a boolean.
#include <array>
#include <type_traits>

#include "exporters/formats.hpp"
#include "exporters/items/attributes.hpp"
#include "exporters/items/describe.hpp"
#include "exporters/items/flat.hpp"
#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

class CytoscapeWriter {
  public:
    CytoscapeWriter(const View& view, Output& out, const ExportOptions& options)
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
    void node_look(const Kind& kind);
    void attributes(const Entity& entity);
    void edge(const Relation& relation);
    void edge_look(const Relation& relation, const RelationType& type);

    /// Appends `"key":"text"`; nothing if the text is empty.
    void text(std::string_view key, std::string_view text) {
        append_member(out_.buffer(), key, text);
    }
    /// One field, as describe() says it.
    template <class Tag, class Value>
    void said(Tag field, const Value& value);

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    RecordWriter records_;
    EdgeLists lists_;
    AttributeColumns columns_;
    NodeNames names_;
    std::string scratch_;
};

template <class Tag, class Value>
void CytoscapeWriter::said(Tag field, const Value& value) {
    constexpr std::string_view key = field.row.flat;
    if constexpr (std::is_same_v<Value, std::string_view>) {
        text(key, value);
    } else if constexpr (std::is_same_v<Value, Date>) {
        append_member(out_.buffer(), key, value);
    } else if constexpr (std::is_same_v<Value, Plain>) {
        text(key, value.text);
    } else if constexpr (std::is_same_v<Value, SourceId>) {
        text(key, value.id);
    } else if constexpr (std::is_same_v<Value, bool>) {
        append_key(out_.buffer(), key);
        out_ << (value ? "true" : "false");
    } else if constexpr (std::is_same_v<Value, std::span<const Alias>>) {
        scratch_.clear();
        append_aliases(scratch_, value);
        text(key, scratch_);
    } else if constexpr (std::is_same_v<Value, std::span<const std::string_view>>) {
        scratch_.clear();
        append_texts(scratch_, value);
        text(key, scratch_);
    } else if constexpr (!std::is_same_v<Value, std::span<const Field>>) {
        append_key(out_.buffer(), key);
        append_number(out_.buffer(), value);
    }
}

void CytoscapeWriter::graph_data() {
    out_ << R"("data":{)";
    text("name", view_.graph().title);
    describe_graph(view_, [this](auto field, const auto& value) { said(field, value); });
    scratch_.clear();
    lists_.append_unclaimed_sources(scratch_);
    text(flat_name(Word::sources), scratch_);
    records_.carry([this](auto field, std::string_view json) { text(field.row.flat, json); });
    out_ << "}";
}

/// The colours of the vocabulary, for a stylesheet to map.
void CytoscapeWriter::node_look(const Kind& kind) {
    text(flat_name(Word::fill), kind.fill);
    text(flat_name(Word::stroke), kind.stroke);
    text(flat_name(Word::text), kind.text);
}

/// A name that means something to one of the readers.
std::string member_name(const std::string& column) {
    constexpr std::array<std::string_view, 5> reserved{"value", "parent", "shared_name", "classes",
                                                       "group"};
    for (const std::string_view name : reserved)
        if (column == name) return std::string(flat_attribute_prefix) + column;
    return column;
}

void CytoscapeWriter::attributes(const Entity& entity) {
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
    text(flat_name(Word::attributes), scratch_);
}

void CytoscapeWriter::node(const Entity& entity, std::string_view name) {
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    out_.buffer() += R"({"data":{)";
    text("id", name);
    text("value", name);
    text("name", entity.name);
    describe(view_, entity, [&](auto field, const auto& value) {
        if constexpr (field.word != Word::name) said(field, value); // it has it already
        if constexpr (field.word == Word::kind) node_look(kind);
    });
    attributes(entity);
    out_.buffer() += "}}";
}

void CytoscapeWriter::edge_look(const Relation& relation, const RelationType& type) {
    text("label", type.label);
    text(flat_name(Word::color), type.color);
    const bool doubtful = relation.status == Status::denied || relation.status == Status::disputed;
    const bool unreal = relation.status == Status::planned || relation.status == Status::possible;
    text(flat_name(Word::line), doubtful ? "dotted" : unreal ? "dashed" : "solid");
    text(flat_name(Word::arrow), type.symmetric ? "none" : "triangle");
}

void CytoscapeWriter::edge(const Relation& relation) {
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
    text(flat_name(Word::id), id);
    describe(view_, relation, [this](auto field, const auto& value) {
        if constexpr (field.word != Word::relation) said(field, value); // the interaction
    });
    scratch_.clear();
    lists_.take(relation);
    lists_.append_sources(scratch_);
    text(flat_name(Word::sources), scratch_);
    if (!options_.lean && relation.claim_count > 0) {
        scratch_.clear();
        lists_.append_claims(scratch_);
        text(flat_name(Word::claims), scratch_);
    }
    out_.buffer() += "}}";
    out_.flush_if_full();
}

void CytoscapeWriter::nodes() {
    out_ << "\"nodes\":[";
    bool first = true;
    for (const EntityIndex index : view_.entities()) {
        out_ << (first ? "\n" : ",\n");
        first = false;
        node(view_.entity(index), names_[index]);
    }
    out_ << "]";
}

void CytoscapeWriter::edges() {
    out_ << "\"edges\":[";
    Lookahead ahead(view_);
    for (std::size_t n = 0; n < view_.relations().size(); ++n) {
        out_ << (n == 0 ? "\n" : ",\n");
        ahead.at(n);
        edge(view_.relations()[n]);
    }
    out_ << "]";
}

ExportReport CytoscapeWriter::write(Diagnostics& diagnostics) {
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

ExportReport write_cytoscape(const View& view, Output& out, const ExportOptions& options,
                             Diagnostics& diagnostics) {
    return CytoscapeWriter(view, out, options).write(diagnostics);
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
    .write = write_cytoscape,
    .loses =
        "Nothing in the file. JavaScript and Cytoscape keep numbers as doubles, so whole numbers "
        "beyond 2^53 are texts.",
    .tried = "Cytoscape.js 3.34.4, networkx 2.8.8",
};

} // namespace entente
