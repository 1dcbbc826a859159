// SPDX-License-Identifier: BSL-1.0
// GEXF as Gephi and others take it (docs/formats/gexf.md): version 1.2draft, which more of them
// read, or with the profile `1.3` the one after it.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "exporters/formats.hpp"
#include "exporters/graphs/gexf_time.hpp"
#include "exporters/items/flat_items.hpp"
#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

using Type = FlatItems::Type;

struct Version {
    std::string_view number, schema;
    bool kinds; ///< an edge may say of which kind it is, which keeps parallel edges apart
};
constexpr Version draft{"1.2", "http://www.gexf.net/1.2draft", false};
constexpr Version latest{"1.3", "http://gexf.net/1.3", true};

/// Names for other readers, of what GEXF has an attribute of its own for.
bool is_said_otherwise(std::string_view name) {
    return name == "label" || name == "labelV" || name == "labels" || name == "labelE" ||
           name == "interaction";
}

class GexfWriter {
  public:
    GexfWriter(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          options_(options),
          version_(options.profile == "1.3" ? latest : draft),
          items_(view, options.lean),
          names_(view),
          graph_text_(graph_text(items_.records(), items_.lists())) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    void head();
    void columns(std::string_view domain, std::span<const FlatItems::Column> columns);
    void column(std::string_view name, Type type);
    void node(const Entity& entity, EntityIndex index);
    void edge(const Relation& relation);
    void attribute(std::string_view name, std::string_view text);
    void values(std::span<const FlatItems::Column> columns,
                std::span<const FlatItems::Datum> items);
    void value(std::string_view name, std::string_view text);
    void color(std::string_view rgb);
    [[nodiscard]] bool is_dynamic() const;

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    const Version& version_;
    FlatItems items_;
    NodeNames names_;
    std::string graph_text_; ///< of the graph as a whole, as JSON; carried by the first node
    std::vector<std::uint32_t> degrees_;
    GexfTime time_;
    std::size_t replaced_ = 0;
};

bool GexfWriter::is_dynamic() const {
    return std::any_of(view_.entities().begin(), view_.entities().end(),
                       [&](EntityIndex index) {
                           return !GexfTime::span_of(view_.entity(index).period).empty();
                       }) ||
           std::any_of(view_.relations().begin(), view_.relations().end(),
                       [](const Relation& r) { return !GexfTime::span_of(r.period).empty(); });
}

void GexfWriter::head() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" << version_.schema
         << "\" xmlns:viz=\"" << version_.schema << "/viz\" version=\"" << version_.number
         << "\">\n  <meta>\n    <creator>entente</creator>\n";
    for (const std::string_view text : {view_.graph().title, view_.graph().description}) {
        if (text.empty()) continue; // only one of them: kg_graph has both
        out_ << "    <description>";
        replaced_ += append_xml_text(out_.buffer(), text);
        out_ << "</description>\n";
        break;
    }
    out_ << "  </meta>\n  <graph defaultedgetype=\"directed\" idtype=\"string\" mode=\""
         << (is_dynamic() ? "dynamic\" timeformat=\"date" : "static") << "\">\n";
}

void GexfWriter::column(std::string_view name, Type type) {
    out_ << R"(      <attribute id=")" << name << R"(" title=")" << name << R"(" type=")"
         << xml_type(type) << "\"/>\n";
}

void GexfWriter::columns(std::string_view domain, std::span<const FlatItems::Column> columns) {
    out_ << R"(    <attributes class=")" << domain << "\" mode=\"static\">\n";
    for (const auto& [name, type] : columns)
        if (!is_said_otherwise(name)) column(name, type);
    if (domain == "node" && !graph_text_.empty()) column(flat_name(Word::whole), Type::text);
    out_ << "    </attributes>\n";
}

/// Appends ` name="text"`.
void GexfWriter::attribute(std::string_view name, std::string_view text) {
    std::string& out = out_.buffer();
    out += ' ';
    out += name;
    out += "=\"";
    replaced_ += append_xml_attribute(out, text);
    out += '"';
}

void GexfWriter::value(std::string_view name, std::string_view text) {
    out_.buffer() += "          <attvalue";
    attribute("for", name);
    attribute("value", text);
    out_.buffer() += "/>\n";
}

void GexfWriter::values(std::span<const FlatItems::Column> columns,
                        std::span<const FlatItems::Datum> items) {
    out_.buffer() += "        <attvalues>\n";
    for (const auto& [column, text, plain] : items)
        if (const std::string_view name = columns[column].name; !is_said_otherwise(name))
            value(name, text);
}

/// `#rrggbb`
void GexfWriter::color(std::string_view rgb) {
    std::string& out = out_.buffer();
    out += "        <viz:color";
    for (std::size_t n = 0; n < 3; ++n) {
        unsigned part = 0;
        const std::string_view hex = rgb.substr(1 + 2 * n, 2);
        std::from_chars(hex.data(), hex.data() + hex.size(), part, 16);
        out += {' ', "rgb"[n], '=', '"'};
        append_number(out, std::uint64_t{part});
        out += '"';
    }
    out += "/>\n";
}

void GexfWriter::node(const Entity& entity, EntityIndex index) {
    std::string& out = out_.buffer();
    out += "      <node";
    attribute("id", names_[index]);
    attribute("label", entity.name);
    time_.append(out, entity.period, entity.id);
    out += ">\n";
    values(items_.node_columns(), items_.node(entity));
    if (!graph_text_.empty()) value(flat_name(Word::whole), graph_text_);
    graph_text_.clear();
    out += "        </attvalues>\n";
    color(view_.vocabulary().kind(entity.kind).stroke);
    out += "        <viz:size value=\"";
    append_number(out, 10 + 5 * std::round(std::sqrt(degrees_[index])));
    out += "\"/>\n      </node>\n";
    out_.flush_if_full();
}

void GexfWriter::edge(const Relation& relation) {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    std::string& out = out_.buffer();
    out += "      <edge id=\"";
    names_.append_edge(out, view_, relation);
    out += '"';
    attribute("source", names_[relation.subject]);
    attribute("target", names_[relation.object]);
    attribute("label", type.name);
    if (version_.kinds) attribute("kind", type.name);
    time_.append(out, relation.period,
                 relation_id(view_.entity(relation.subject).id, type.name,
                             view_.entity(relation.object).id));
    out += ">\n";
    values(items_.edge_columns(), items_.edge(relation));
    out += "        </attvalues>\n";
    color(type.color);
    out += "        <viz:thickness value=\"";
    append_number(out, std::uint64_t{std::max(1U, relation.source_count)});
    out += "\"/>\n        <viz:shape value=\"";
    out += line_style(relation.status);
    out += "\"/>\n      </edge>\n";
    out_.flush_if_full();
}

ExportReport GexfWriter::write(Diagnostics& diagnostics) {
    degrees_.resize(view_.graph().entities.size());
    for (const Relation& relation : view_.relations()) {
        ++degrees_[relation.subject];
        ++degrees_[relation.object];
    }
    head();
    columns("node", items_.node_columns());
    columns("edge", items_.edge_columns());
    out_ << "    <nodes count=\"" << std::uint64_t{view_.entities().size()} << "\">\n";
    for (const EntityIndex index : view_.entities())
        node(view_.entity(index), index);
    out_ << "    </nodes>\n    <edges count=\"" << std::uint64_t{view_.relations().size()}
         << "\">\n";
    for_each_relation(
        view_, [this](const Relation& one) { edge(one); }, options_.lean);
    out_ << "    </edges>\n  </graph>\n</gexf>\n";

    ExportReport report = report_of(view_, options_.lean);
    Losses losses(diagnostics, "gexf");
    if (!graph_text_.empty()) no_node_carries_graph_text(report, losses);
    items_.report(losses);
    time_.report(losses);
    losses.replaced(replaced_);
    losses.lean(report.left_out.claims, items_.lists().details_left_out());
    report.losses = losses.take();
    return report;
}

ExportReport write_gexf(const View& view, Output& out, const ExportOptions& options,
                        Diagnostics& diagnostics) {
    return GexfWriter(view, out, options).write(diagnostics);
}

} // namespace

const Exporter gexf_exporter{
    .name = "gexf",
    .extensions = "gexf",
    .media_type = "application/gexf+xml",
    .help = "GEXF: Gephi with its timeline, networkx, graphology and sigma.js",
    .profiles = "1.3",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = true,
            .picture = false,
            .read_back = true},
    .write = write_gexf,
    .loses =
        "Nothing in the file. Gephi's timeline shows only dates that are days, months or years; "
        "Gephi must import with 'Don't merge'.",
    .tried = "networkx 2.8.8 (1.2draft), graphology-gexf 0.13.2, the XML Schema of JGraphT 1.5.1",
};

} // namespace entente
