// SPDX-License-Identifier: BSL-1.0
// GraphML as the readers in use take it (docs/formats/graphml.md). Profile `boost`: for Boost's
// read_graphml, which takes no other booleans than 1 and 0. Profile `yed`: with shapes for yEd.
#include <algorithm>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exporters/formats.hpp"
#include "exporters/graphs/graphml_yed.hpp"
#include "exporters/items/describe.hpp"
#include "exporters/items/flat_items.hpp"
#include "exporters/writing/in_order.hpp"
#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/text.hpp"

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

struct Opening {
    std::string text;   ///< `<data key="n_label">`
    bool digit = false; ///< true and false become 1 and 0
};
using Openings = std::vector<Opening>;

std::string opening(const Layout& layout, std::string_view domain, std::string_view name) {
    std::string text(layout.datum);
    return text.append(R"(<data key=")").append(key_id(domain, name)).append("\">");
}

Openings openings(const Layout& layout, std::string_view domain,
                  std::span<const FlatItems::Column> columns, bool digits) {
    Openings made;
    for (const auto& [name, type] : columns)
        made.push_back({opening(layout, domain, name), type == Type::boolean && digits});
    return made;
}

/// What all nodes and edges of a file have in common.
struct Form {
    Form(const View& v, const FlatItems& items, const ExportOptions& options)
        : view(v),
          lean(options.lean),
          layout(lean ? dense : usual),
          names(v),
          node_data(openings(layout, "node", items.node_columns(), options.profile == "boost")),
          edge_data(openings(layout, "edge", items.edge_columns(), options.profile == "boost")) {
        if (options.profile == "yed") drawing.emplace(v);
    }

    const View& view;
    const bool lean;
    const Layout& layout;
    const NodeNames names;
    const Openings node_data, edge_data; ///< of each column
    std::optional<const YedDrawing> drawing;
};

/// Writes nodes and edges: one for each thread.
class ItemWriter {
  public:
    ItemWriter(const Form& form, const FlatItems& items) : form_(form), items_(items.another()) {}

    /// The view's entities from `begin` to before `end`.
    void nodes(std::size_t begin, std::size_t end, std::string& out);
    /// The same of its relations.
    void edges(std::size_t begin, std::size_t end, std::string& out);

    [[nodiscard]] FlatItems& items() { return items_; }
    [[nodiscard]] std::size_t replaced() const { return replaced_; } ///< characters

  private:
    void node(EntityIndex index, std::string& out);
    void edge(const Relation& relation, std::string& out);
    void data(const Openings& openings, std::span<const FlatItems::Datum> items, std::string& out);

    const Form& form_;
    FlatItems items_;
    std::size_t replaced_ = 0;
};

void ItemWriter::data(const Openings& openings, std::span<const FlatItems::Datum> items,
                      std::string& out) {
    for (const auto& [column, text, plain] : items) {
        out += openings[column].text;
        if (openings[column].digit)
            out += text == "true" ? '1' : '0';
        else if (plain)
            out += text;
        else
            replaced_ += append_xml_text(out, text);
        out += "</data>";
        out += form_.layout.end_of_part;
    }
}

void ItemWriter::node(EntityIndex index, std::string& out) {
    out += form_.layout.item;
    out += R"(<node id=")";
    out += form_.names[index];
    out += "\">";
    out += form_.layout.end_of_part;
    data(form_.node_data, items_.node(form_.view.entity(index)), out);
    if (form_.drawing) replaced_ += form_.drawing->append_node(out, index);
    out += form_.layout.item;
    out += "</node>\n";
}

void ItemWriter::edge(const Relation& relation, std::string& out) {
    out += form_.layout.item;
    out += "<edge ";
    if (!form_.lean) {
        out += R"(id=")";
        form_.names.append_edge(out, form_.view, relation);
        out += R"(" )";
    }
    out += R"(source=")";
    out += form_.names[relation.subject];
    out += R"(" target=")";
    out += form_.names[relation.object];
    out += "\">";
    out += form_.layout.end_of_part;
    data(form_.edge_data, items_.edge(relation), out);
    if (form_.drawing) replaced_ += form_.drawing->append_edge(out, relation);
    out += form_.layout.item;
    out += "</edge>\n";
}

void ItemWriter::nodes(std::size_t begin, std::size_t end, std::string& out) {
    for (const EntityIndex index : form_.view.entities().subspan(begin, end - begin))
        node(index, out);
}

void ItemWriter::edges(std::size_t begin, std::size_t end, std::string& out) {
    for_each_relation(
        form_.view, begin, end, [&](const Relation& one) { edge(one, out); }, form_.lean);
}

class GraphmlWriter {
  public:
    GraphmlWriter(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          options_(options),
          items_(view, options.lean),
          form_(view, items_, options) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    void keys();
    void key(std::string_view domain, std::string_view name, Type type = Type::text);
    void graph_data();
    void nodes_and_edges();

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    FlatItems items_;
    Form form_;
    std::size_t replaced_ = 0;
};

void GraphmlWriter::key(std::string_view domain, std::string_view name, Type type) {
    out_ << form_.layout.key << R"(<key id=")" << key_id(domain, name) << R"(" for=")" << domain
         << R"(" attr.name=")" << name << R"(" attr.type=")" << xml_type(type) << "\"/>\n";
}

void GraphmlWriter::keys() {
    for (const Word word : {Word::title, Word::description, Word::date, Word::sources,
                            Word::vocabulary, Word::judgements})
        key("graph", flat_name(word));
    for (const auto& [name, type] : items_.node_columns())
        key("node", name, type);
    for (const auto& [name, type] : items_.edge_columns())
        key("edge", name, type);
    if (form_.drawing) out_ << YedDrawing::keys;
}

void GraphmlWriter::graph_data() {
    const auto add = [&](Word word, std::string_view text) {
        if (text.empty()) return;
        out_ << opening(form_.layout, "graph", flat_name(word));
        replaced_ += append_xml_text(out_.buffer(), text);
        out_ << "</data>\n";
    };
    describe_graph(view_, [&](auto field, const auto& value) {
        if constexpr (std::is_same_v<decltype(value), const Date&>)
            add(field.word, value.text());
        else
            add(field.word, value);
    });
    std::string sources;
    items_.lists().append_unclaimed_sources(sources);
    add(Word::sources, sources);
    items_.records().carry([&](auto field, std::string_view json) { add(field.word, json); });
}

void GraphmlWriter::nodes_and_edges() {
    std::deque<ItemWriter> writers; // they do not move
    for (unsigned i = 0; i < threads_worth(view_.relations().size(), options_.threads); ++i)
        writers.emplace_back(form_, items_);
    const auto write = [&](const std::vector<std::size_t>& ends, auto items) {
        write_in_order(
            out_, ends, writers,
            [&](ItemWriter& writer, std::size_t begin, std::size_t end, std::string& text) {
                (writer.*items)(begin, end, text);
            },
            [&](ItemWriter& writer) { items_.take_noticed(writer.items()); });
    };
    write(entity_parts(view_), &ItemWriter::nodes);
    write(relation_parts(view_), &ItemWriter::edges);
    for (ItemWriter& writer : writers) {
        items_.take_left_out(writer.items());
        replaced_ += writer.replaced();
    }
}

ExportReport GraphmlWriter::write(Diagnostics& diagnostics) {
    out_ << R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" )"
         << R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" )";
    if (form_.drawing) out_ << YedDrawing::namespaces;
    out_ << R"(xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns )"
         << "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    keys();
    out_ << form_.layout.graph << R"(<graph id="entente" edgedefault="directed">)" << '\n';
    graph_data();
    nodes_and_edges();
    out_ << form_.layout.graph << "</graph>\n</graphml>\n";

    ExportReport report = report_of(view_, options_.lean);
    Losses losses(diagnostics, "graphml");
    items_.report(losses);
    losses.replaced(replaced_);
    losses.lean(report.left_out.claims, items_.lists().details_left_out());
    report.losses = losses.take();
    return report;
}

ExportReport write_graphml(const View& view, Output& out, const ExportOptions& options,
                           Diagnostics& diagnostics) {
    return GraphmlWriter(view, out, options).write(diagnostics);
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
    .write = write_graphml,
    .loses =
        "Nothing in the file. igraph, Boost and Tulip give a value where there is none; networkx "
        "2.8 and Gephi take an empty text for none; igraph and JavaScript round whole numbers "
        "beyond 2^53.",
    .tried =
        "networkx 2.8.8, python-igraph 0.10.2, graphology-graphml 0.5.2, Boost 1.74, the XML "
        "Schema",
};

} // namespace entente
