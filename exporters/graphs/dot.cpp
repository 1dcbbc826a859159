// SPDX-License-Identifier: BSL-1.0
// DOT that every reader of it takes, not just Graphviz (docs/formats/dot.md): one statement a line,
// everything in double quotes, no defaults for the graph, nodes or edges.
#include <type_traits>

#include "exporters/formats.hpp"
#include "exporters/items/attributes.hpp"
#include "exporters/items/describe.hpp"
#include "exporters/items/flat.hpp"
#include "exporters/items/flat_items.hpp"
#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

class DotWriter {
  public:
    DotWriter(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          options_(options),
          records_(view),
          lists_(view, records_, options.lean),
          columns_(view, false),
          names_(view) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    void node(const Entity& entity, std::string_view name);
    void node_look(const Entity& entity, const Kind& kind);
    void attributes(const Entity& entity);
    void edge(const Relation& relation);
    void edge_look(const Relation& relation, const RelationType& type);

    /// Appends `, "key"="text"`; nothing if the text is empty.
    void attribute(std::string_view key, std::string_view text);
    void attribute(std::string_view key, Date date);
    void plain(std::string_view key, std::string_view value); ///< nothing in it needs an escape
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
    std::string graph_text_; ///< what is said of the graph, as JSON; carried by the first node
    std::size_t replaced_ = 0;
};

void DotWriter::attribute(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    std::string& out = out_.buffer();
    out += ", \"";
    out += key;
    out += "\"=";
    replaced_ += append_dot_string(out, text);
}

void DotWriter::attribute(std::string_view key, Date date) {
    if (date.known()) plain(key, date.text());
}

void DotWriter::plain(std::string_view key, std::string_view value) {
    std::string& out = out_.buffer();
    out += ", \"";
    out += key;
    out += "\"=\"";
    out += value;
    out += '"';
}

template <class Tag, class Value>
void DotWriter::said(Tag field, const Value& value) {
    constexpr std::string_view key = field.row.flat;
    if constexpr (std::is_same_v<Value, Date> || std::is_same_v<Value, std::string_view>) {
        attribute(key, value);
    } else if constexpr (std::is_same_v<Value, Plain>) {
        plain(key, value.text);
    } else if constexpr (std::is_same_v<Value, SourceId>) {
        attribute(key, value.id);
    } else if constexpr (std::is_same_v<Value, bool>) {
        plain(key, value ? "true" : "false");
    } else if constexpr (!std::is_same_v<Value, std::span<const Field>>) {
        scratch_.clear();
        if constexpr (std::is_same_v<Value, std::span<const Alias>>)
            append_aliases(scratch_, value);
        else if constexpr (std::is_same_v<Value, std::span<const std::string_view>>)
            append_texts(scratch_, value);
        else
            append_number(scratch_, value);
        attribute(key, scratch_);
    }
}

void DotWriter::node_look(const Entity& entity, const Kind& kind) {
    std::string& out = out_.buffer();
    out += R"("label"=)";
    append_dot_label(out, entity.name);
    plain("shape", kind.shape == "plain" ? "box" : kind.shape);
    plain("style", entity.provisional ? "filled,dashed" : "filled");
    plain("fillcolor", kind.fill);
    plain("color", kind.stroke);
    plain("fontcolor", kind.text);
}

void DotWriter::attributes(const Entity& entity) {
    std::string empty; // cgraph cannot tell an empty value from none
    for (std::size_t i = 0; i < entity.attributes.size(); ++i) {
        const Field& field = entity.attributes[i];
        if (i > 0 && entity.attributes[i - 1].key == field.key) continue; // in kg_attributes
        const auto& column = columns_.column(field.key);
        const std::string key = column.name.starts_with(flat_prefix)
                                    ? column.name
                                    : std::string(flat_attribute_prefix) + column.name;
        if (!field.value.text.empty()) {
            attribute(key, field.value.text);
            continue;
        }
        plain(key, "");
        empty += empty.empty() ? '[' : ',';
        append_json_string(empty, key);
    }
    if (!empty.empty()) attribute(flat_name(Word::empty), empty + ']');
    scratch_.clear();
    columns_.append_rest(scratch_, entity);
    attribute(flat_name(Word::attributes), scratch_);
}

void DotWriter::node(const Entity& entity, std::string_view name) {
    out_ << "  \"" << name << "\" [";
    node_look(entity, view_.vocabulary().kind(entity.kind));
    describe(view_, entity, [this](auto field, const auto& value) { said(field, value); });
    attributes(entity);
    attribute(flat_name(Word::whole), graph_text_);
    graph_text_.clear();
    out_ << "]\n";
}

void DotWriter::edge_look(const Relation& relation, const RelationType& type) {
    std::string& out = out_.buffer();
    out += R"("label"=)";
    append_dot_label(out, type.label);
    plain("color", type.color);
    plain("fontcolor", type.color);
    if (type.symmetric) plain("dir", "none");
    if (relation.status == Status::planned || relation.status == Status::possible)
        plain("style", "dashed");
    if (relation.status == Status::denied || relation.status == Status::disputed)
        plain("style", "dotted");
}

void DotWriter::edge(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    const std::string id =
        relation_id(view_.entity(relation.subject).id, type.name, view_.entity(relation.object).id);
    std::string& out = out_.buffer();
    out += "  \"";
    out += names_[relation.subject];
    out += "\" -> \"";
    out += names_[relation.object];
    out += "\" [";
    edge_look(relation, type);
    attribute("key", id);
    attribute(flat_name(Word::id), id);
    describe(view_, relation, [this](auto field, const auto& value) { said(field, value); });
    scratch_.clear();
    lists_.take(relation);
    lists_.append_sources(scratch_);
    attribute(flat_name(Word::sources), scratch_);
    if (!options_.lean && relation.claim_count > 0) {
        scratch_.clear();
        lists_.append_claims(scratch_);
        attribute(flat_name(Word::claims), scratch_);
    }
    out += "]\n";
    out_.flush_if_full();
}

ExportReport DotWriter::write(Diagnostics& diagnostics) {
    // DOT has no place for the graph's title or for a source without claims that every reader
    // leaves alone: a `graph [...]` statement ends the file for one of them.
    graph_text_ = graph_text(records_, lists_);
    ExportReport report = report_of(view_, options_.lean);
    Losses losses(diagnostics, "dot");

    out_ << "digraph \"entente\" {\n";
    for (const EntityIndex index : view_.entities())
        node(view_.entity(index), names_[index]);
    for_each_relation(
        view_, [this](const Relation& one) { edge(one); }, options_.lean);
    out_ << "}\n";

    if (!graph_text_.empty()) no_node_carries_graph_text(report, losses);
    columns_.report(losses);
    records_.changes().report(losses);
    losses.replaced(replaced_);
    losses.lean(report.left_out.claims, lists_.details_left_out());
    report.losses = losses.take();
    return report;
}

ExportReport write_dot(const View& view, Output& out, const ExportOptions& options,
                       Diagnostics& diagnostics) {
    return DotWriter(view, out, options).write(diagnostics);
}

} // namespace

const Exporter dot_exporter{
    .name = "dot",
    .extensions = "dot gv",
    .media_type = "text/vnd.graphviz",
    .help = "DOT: Graphviz, Gephi, networkx, Boost, graph-tool; with the claims as attributes",
    .profiles = "",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = false,
            .picture = false,
            .read_back = true},
    .write = write_dot,
    .loses =
        "Nothing in the file. Every value is text; Graphviz itself cannot tell an empty value from "
        "none, so those are listed in kg_empty.",
    .tried =
        "Graphviz 2.42.2, networkx 2.8.8, pydot 1.4.2, Boost 1.74, dotparser 1.1.1, ts-graphviz "
        "3.0.7",
};

} // namespace entente
