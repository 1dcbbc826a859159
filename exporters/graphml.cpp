// SPDX-License-Identifier: BSL-1.0
// GraphML as the readers in use take it (docs/formats/graphml.md). Profile `boost`: for Boost's
// read_graphml, which takes no other booleans than 1 and 0. Profile `yed`: with shapes for yEd.
#include <optional>
#include <span>
#include <string>
#include <vector>

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

/// `n_population`: unique over nodes, edges and the graph.
std::string key_id(std::string_view domain, std::string_view name) {
    std::string id;
    if (!is_own_id(domain, name)) id.append(1, domain.front()).append(1, '_');
    return id.append(name);
}

/// White space between the elements; lean files have none, and one line a node or edge.
struct Layout {
    std::string_view key, graph, item, datum, end_of_part;
};
constexpr Layout usual{"  ", "  ", "    ", "      ", "\n"};
constexpr Layout dense{"", "", "", "", ""};

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          options_(options),
          layout_(options.lean ? dense : usual),
          items_(view, options.lean),
          names_(view),
          node_data_(openings("node", items_.node_columns())),
          edge_data_(openings("edge", items_.edge_columns())) {
        if (options.profile == "yed") drawing_.emplace(view);
    }

    ExportReport write(Diagnostics& diagnostics);

  private:
    struct Opening {
        std::string text;   ///< `<data key="n_label">`
        bool digit = false; ///< true and false become 1 and 0
    };
    using Openings = std::vector<Opening>;
    [[nodiscard]] std::string opening(std::string_view domain, std::string_view name) const;
    [[nodiscard]] Openings openings(std::string_view domain,
                                    std::span<const FlatItems::Column> columns) const;
    void keys();
    void key(std::string_view domain, std::string_view name, Type type = Type::text);
    void graph_data();
    void node(const Entity& entity, EntityIndex index);
    void edge(const Relation& relation);
    void data(const Openings& openings, std::span<const FlatItems::Datum> items);

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    const Layout& layout_;
    FlatItems items_;
    NodeNames names_;
    Openings node_data_, edge_data_; ///< of each column
    std::optional<YedDrawing> drawing_;
    std::size_t replaced_ = 0;
};

std::string Writer::opening(std::string_view domain, std::string_view name) const {
    std::string text(layout_.datum);
    return text.append(R"(<data key=")").append(key_id(domain, name)).append("\">");
}

Writer::Openings Writer::openings(std::string_view domain,
                                  std::span<const FlatItems::Column> columns) const {
    const bool digits = options_.profile == "boost";
    Openings made;
    for (const auto& [name, type] : columns)
        made.push_back({opening(domain, name), type == Type::boolean && digits});
    return made;
}

void Writer::key(std::string_view domain, std::string_view name, Type type) {
    out_ << layout_.key << R"(<key id=")" << key_id(domain, name) << R"(" for=")" << domain
         << R"(" attr.name=")" << name << R"(" attr.type=")" << xml_type(type) << "\"/>\n";
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

void Writer::graph_data() {
    const GraphTables& graph = view_.graph();
    const auto add = [&](std::string_view name, std::string_view text) {
        if (text.empty()) return;
        out_ << opening("graph", name);
        replaced_ += append_xml_text(out_.buffer(), text);
        out_ << "</data>\n";
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

void Writer::data(const Openings& openings, std::span<const FlatItems::Datum> items) {
    std::string& out = out_.buffer();
    for (const auto& [column, text, plain] : items) {
        out += openings[column].text;
        if (openings[column].digit)
            out += text == "true" ? '1' : '0';
        else if (plain)
            out += text;
        else
            replaced_ += append_xml_text(out, text);
        out += "</data>";
        out += layout_.end_of_part;
    }
}

void Writer::node(const Entity& entity, EntityIndex index) {
    out_ << layout_.item << R"(<node id=")" << names_[index] << "\">" << layout_.end_of_part;
    data(node_data_, items_.node(entity));
    if (drawing_) replaced_ += drawing_->append_node(out_.buffer(), index);
    out_ << layout_.item << "</node>\n";
}

void Writer::edge(const Relation& relation) {
    std::string& out = out_.buffer();
    out += layout_.item;
    out += "<edge ";
    if (!options_.lean) {
        out += R"(id=")";
        names_.append_edge(out, view_, relation);
        out += R"(" )";
    }
    out += R"(source=")";
    out += names_[relation.subject];
    out += R"(" target=")";
    out += names_[relation.object];
    out += "\">";
    out += layout_.end_of_part;
    data(edge_data_, items_.edge(relation));
    if (drawing_) replaced_ += drawing_->append_edge(out, relation);
    out += layout_.item;
    out += "</edge>\n";
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
    out_ << layout_.graph << R"(<graph id="entente" edgedefault="directed">)" << '\n';
    graph_data();
    for (const EntityIndex index : view_.entities())
        node(view_.entity(index), index);
    for_each_relation(
        view_, [this](const Relation& one) { edge(one); }, options_.lean);
    out_ << layout_.graph << "</graph>\n</graphml>\n";

    ExportReport report = report_of(view_, options_.lean);
    Losses losses(diagnostics, "graphml");
    items_.report(losses);
    losses.replaced(replaced_);
    losses.lean(report.left_out.claims, items_.lists().details_left_out());
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
