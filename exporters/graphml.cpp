// SPDX-License-Identifier: BSL-1.0
// GraphML as the readers in use take it (docs/formats/graphml.md). Profile `boost`: for Boost's
// read_graphml, which takes no other booleans than 1 and 0. Profile `yed`: with shapes for yEd.
#include <optional>

#include "exporters/flat_items.hpp"
#include "exporters/formats.hpp"
#include "exporters/graphml_yed.hpp"
#include "exporters/lookahead.hpp"
#include "exporters/text.hpp"

namespace entente {

namespace {

using Type = FlatItems::Type;

/// Some readers know the label of a node and the type of an edge by these ids only.
bool is_own_id(std::string_view domain, std::string_view name) {
    return domain == "node" ? name == "labelV" || name == "labels"
                            : name == "label" || name == "labelE";
}

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view), out_(out), options_(options), items_(view, options.lean), names_(view) {
        if (options.profile == "yed") drawing_.emplace(view);
    }

    ExportReport write(Diagnostics& diagnostics);

  private:
    void keys();
    void key(std::string_view domain, std::string_view name, Type type = Type::text);
    void graph_data();
    void node(const Entity& entity, EntityIndex index);
    void edge(const Relation& relation);
    void data(std::string_view domain, std::span<const FlatItems::Datum> items);
    void datum(std::string_view domain, std::string_view name, std::string_view text);
    void key_id(std::string& out, std::string_view domain, std::string_view name) const;

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    FlatItems items_;
    NodeNames names_;
    std::optional<YedDrawing> drawing_;
    std::size_t replaced_ = 0;
};

/// `n_population`: unique over nodes, edges and the graph.
void Writer::key_id(std::string& out, std::string_view domain, std::string_view name) const {
    if (!is_own_id(domain, name)) {
        out += domain.front();
        out += '_';
    }
    out += name;
}

void Writer::key(std::string_view domain, std::string_view name, Type type) {
    out_ << R"(  <key id=")";
    key_id(out_.buffer(), domain, name);
    out_ << R"(" for=")" << domain << R"(" attr.name=")" << name << R"(" attr.type=")"
         << xml_type(type) << "\"/>\n";
}

void Writer::keys() {
    for (const std::string_view name :
         {"kg_title", "kg_description", "kg_date", "kg_sources", "kg_judgements"})
        key("graph", name);
    for (const auto& [name, type] : items_.node_columns())
        key("node", name, type);
    for (const auto& [name, type] : items_.edge_columns())
        key("edge", name, type);
    if (drawing_) out_ << YedDrawing::keys;
}

void Writer::datum(std::string_view domain, std::string_view name, std::string_view text) {
    std::string& out = out_.buffer();
    out += R"(      <data key=")";
    key_id(out, domain, name);
    out += "\">";
    replaced_ += append_xml_text(out, text);
    out += "</data>\n";
}

void Writer::data(std::string_view domain, std::span<const FlatItems::Datum> items) {
    const bool digits = options_.profile == "boost";
    for (const auto& [name, type, text] : items)
        if (digits && type == Type::boolean)
            datum(domain, name, text == "true" ? "1" : "0");
        else
            datum(domain, name, text);
}

void Writer::graph_data() {
    const GraphTables& graph = view_.graph();
    const auto add = [&](std::string_view name, std::string_view text) {
        if (!text.empty()) datum("graph", name, text);
    };
    add("kg_title", graph.title);
    add("kg_description", graph.description);
    add("kg_date", graph.date.text());
    std::string sources;
    items_.lists().append_unclaimed_sources(sources);
    add("kg_sources", sources);
    std::string judgements;
    items_.records().judgements(judgements, ",");
    if (!judgements.empty()) add("kg_judgements", '[' + judgements + ']');
}

void Writer::node(const Entity& entity, EntityIndex index) {
    out_ << R"(    <node id=")" << names_[index] << "\">\n";
    data("node", items_.node(entity));
    if (drawing_) replaced_ += drawing_->append_node(out_.buffer(), index);
    out_ << "    </node>\n";
}

void Writer::edge(const Relation& relation) {
    std::string& out = out_.buffer();
    out += R"(    <edge id=")";
    names_.append_edge(out, view_, relation);
    out += R"(" source=")";
    out += names_[relation.subject];
    out += R"(" target=")";
    out += names_[relation.object];
    out += "\">\n";
    data("edge", items_.edge(relation));
    if (drawing_) replaced_ += drawing_->append_edge(out, relation);
    out += "    </edge>\n";
    out_.flush_if_full();
}

ExportReport Writer::write(Diagnostics& diagnostics) {
    out_ << R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" )"
         << R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" )";
    if (drawing_) out_ << YedDrawing::namespaces;
    out_ << R"(xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns )"
         << "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    keys();
    out_ << R"(  <graph id="entente" edgedefault="directed">)" << '\n';
    graph_data();
    for (const EntityIndex index : view_.entities())
        node(view_.entity(index), index);
    for_each_relation(view_, [this](const Relation& one) { edge(one); });
    out_ << "  </graph>\n</graphml>\n";

    ExportReport report = report_of(view_, options_.lean);
    Losses losses(diagnostics, "graphml");
    items_.report(losses);
    losses.replaced(replaced_);
    losses.lean(report.left_out.claims);
    report.losses = losses.take();
    return report;
}

ExportReport write(const View& view, Output& out, const ExportOptions& options,
                   Diagnostics& diagnostics) {
    return Writer(view, out, options).write(diagnostics);
}

} // namespace

const Exporter graphml_exporter{
    .name = "graphml",
    .extensions = "graphml",
    .media_type = "application/graphml+xml",
    .help = "GraphML: networkx, igraph, Gephi, Cytoscape, Neo4j, TinkerPop, yEd",
    .profiles = "boost yed",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = false,
            .picture = false,
            .read_back = true},
    .write = write,
    .loses =
        "Nothing in the file. igraph, Boost and Tulip give a value where there is none; networkx "
        "2.8 and Gephi take an empty text for none; igraph and JavaScript round whole numbers "
        "beyond 2^53.",
    .tried =
        "networkx 2.8.8, python-igraph 0.10.2, graphology-graphml 0.5.2, Boost 1.74, the XML "
        "Schema",
};

} // namespace entente
