// SPDX-License-Identifier: BSL-1.0
// GraphML as the readers in use take it (docs/formats/graphml.md). Profile `boost`: for Boost's
// read_graphml, which takes no other booleans than 1 and 0.
#include <cmath>

#include "exporters/attributes.hpp"
#include "exporters/flat.hpp"
#include "exporters/formats.hpp"
#include "exporters/lookahead.hpp"
#include "exporters/text.hpp"

namespace entente {

namespace {

using Type = AttributeColumns::Type;

std::string_view type_name(Type type) {
    switch (type) {
        case Type::boolean:
            return "boolean";
        case Type::integer:
            return "long";
        case Type::decimal:
            return "double";
        case Type::text:
            break;
    }
    return "string";
}

class Writer {
  public:
    Writer(const View& view, Output& out, const ExportOptions& options)
        : view_(view),
          out_(out),
          options_(options),
          records_(view),
          lists_(view, records_),
          columns_(view, true),
          names_(view) {}

    ExportReport write(Diagnostics& diagnostics);

  private:
    /// What is used at all: a key that nobody uses comes back as a value in some readers.
    struct Used {
        bool aliases = false, same_as = false, node_period = false, provisional = false,
             source = false, rest = false;
        bool confidence = false, edge_period = false, derived = false, sources = false,
             claims = false;
    };
    void find_used();
    void keys();
    void key(std::string_view id, std::string_view domain, std::string_view name,
             std::string_view type = "string");
    void graph_data();
    void node(const Entity& entity, std::string_view name);
    void edge(const Relation& relation);

    /// Appends `<data key="...">text</data>`; nothing if the text is empty.
    void data(std::string_view key, std::string_view text);
    void data(std::string_view key, Date date);
    void data(std::string_view key, bool flag);
    void begin(std::string_view key);
    void end() { out_.buffer() += "</data>\n"; }

    const View& view_;
    Output& out_;
    const ExportOptions& options_;
    RecordWriter records_;
    EdgeLists lists_;
    AttributeColumns columns_;
    NodeNames names_;
    Used used_;
    std::string scratch_;
    std::size_t replaced_ = 0;
    Tally tiny_; ///< confidences that readers refuse
};

void Writer::find_used() {
    for (const EntityIndex index : view_.entities()) {
        const Entity& entity = view_.entity(index);
        used_.aliases |= !entity.aliases.empty();
        used_.same_as |= !entity.same_as.empty();
        used_.node_period |= entity.period.from.known() || entity.period.to.known();
        used_.provisional |= entity.provisional;
        used_.source |= !entity.source.empty();
        if (used_.rest || entity.attributes.empty()) continue;
        scratch_.clear();
        columns_.append_rest(scratch_, entity);
        used_.rest = !scratch_.empty();
    }
    for (const Relation& relation : view_.relations()) {
        used_.confidence |= !std::isnan(relation.confidence);
        used_.edge_period |= relation.period.from.known() || relation.period.to.known();
        used_.derived |= relation.derived;
        used_.sources |= relation.source_count > 0;
        used_.claims |= relation.claim_count > 0;
    }
    used_.claims = used_.claims && !options_.lean;
}

void Writer::key(std::string_view id, std::string_view domain, std::string_view name,
                 std::string_view type) {
    out_ << R"(  <key id=")" << id << R"(" for=")" << domain << R"(" attr.name=")" << name
         << R"(" attr.type=")" << type << "\"/>\n";
}

void Writer::keys() {
    for (const std::string_view name :
         {"kg_title", "kg_description", "kg_date", "kg_sources", "kg_judgements"})
        key(std::string("g_").append(name), "graph", name);
    // Some readers know the label of a node and the type of an edge by these ids only.
    key("labelV", "node", "labelV");
    key("labels", "node", "labels");
    key("n_label", "node", "label");
    key("n_kg_id", "node", "kg_id");
    key("n_kg_kind", "node", "kg_kind");
    if (used_.aliases) key("n_kg_aliases", "node", "kg_aliases");
    if (used_.same_as) key("n_kg_same_as", "node", "kg_same_as");
    if (used_.node_period) key("n_kg_from", "node", "kg_from");
    if (used_.node_period) key("n_kg_to", "node", "kg_to");
    if (used_.provisional) key("n_kg_provisional", "node", "kg_provisional", "boolean");
    if (used_.source) key("n_kg_source", "node", "kg_source");
    for (const auto& [attribute, column] : columns_.columns())
        key("n_" + column.name, "node", column.name, type_name(column.type));
    if (used_.rest) key("n_kg_attributes", "node", "kg_attributes");
    key("label", "edge", "label");
    key("labelE", "edge", "labelE");
    key("e_interaction", "edge", "interaction");
    key("e_kg_id", "edge", "kg_id");
    key("e_kg_status", "edge", "kg_status");
    if (used_.confidence) key("e_kg_confidence", "edge", "kg_confidence", "double");
    if (used_.edge_period) key("e_kg_from", "edge", "kg_from");
    if (used_.edge_period) key("e_kg_to", "edge", "kg_to");
    if (used_.derived) key("e_kg_derived", "edge", "kg_derived", "boolean");
    key("e_kg_claim_count", "edge", "kg_claim_count", "long");
    key("e_kg_source_count", "edge", "kg_source_count", "long");
    if (used_.sources) key("e_kg_sources", "edge", "kg_sources");
    if (used_.claims) key("e_kg_claims", "edge", "kg_claims");
}

void Writer::begin(std::string_view key) {
    std::string& out = out_.buffer();
    out += R"(      <data key=")";
    out += key;
    out += "\">";
}

void Writer::data(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    begin(key);
    replaced_ += append_xml_text(out_.buffer(), text);
    end();
}

void Writer::data(std::string_view key, Date date) {
    if (!date.known()) return;
    begin(key);
    date.append_to(out_.buffer());
    end();
}

void Writer::data(std::string_view key, bool flag) {
    begin(key);
    if (options_.profile == "boost")
        out_.buffer() += flag ? '1' : '0';
    else
        out_.buffer() += flag ? "true" : "false";
    end();
}

void Writer::graph_data() {
    const GraphTables& graph = view_.graph();
    data("g_kg_title", graph.title);
    data("g_kg_description", graph.description);
    data("g_kg_date", graph.date);
    scratch_.clear();
    lists_.append_unclaimed_sources(scratch_);
    data("g_kg_sources", scratch_);
    scratch_ = "[";
    records_.judgements(scratch_, ",");
    if (scratch_.size() > 1) data("g_kg_judgements", scratch_ + ']');
}

void Writer::node(const Entity& entity, std::string_view name) {
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    out_ << R"(    <node id=")" << name << "\">\n";
    data("labelV", kind.name);
    scratch_ = ':' + class_name(kind);
    data("labels", scratch_);
    data("n_label", entity.name);
    data("n_kg_id", entity.id);
    data("n_kg_kind", kind.name);
    if (!entity.aliases.empty()) {
        scratch_.clear();
        append_aliases(scratch_, entity.aliases);
        data("n_kg_aliases", scratch_);
    }
    if (!entity.same_as.empty()) {
        scratch_.clear();
        append_texts(scratch_, entity.same_as);
        data("n_kg_same_as", scratch_);
    }
    data("n_kg_from", entity.period.from);
    data("n_kg_to", entity.period.to);
    if (entity.provisional) data("n_kg_provisional", true);
    data("n_kg_source", entity.source);
    for (std::size_t i = 0; i < entity.attributes.size(); ++i) {
        const Field& field = entity.attributes[i];
        if (i > 0 && entity.attributes[i - 1].key == field.key) continue; // in kg_attributes
        const auto& column = columns_.column(field.key);
        scratch_ = "n_" + column.name;
        if (column.type == Type::boolean) {
            data(scratch_, field.value.text == "true");
            continue;
        }
        begin(scratch_); // also where it is empty: that is not the same as absent
        replaced_ += append_xml_text(out_.buffer(), field.value.text);
        end();
    }
    scratch_.clear();
    columns_.append_rest(scratch_, entity);
    data("n_kg_attributes", scratch_);
    out_ << "    </node>\n";
}

void Writer::edge(const Relation& relation) {
    const std::string_view type = view_.vocabulary().relation(relation.type).name;
    std::string& out = out_.buffer();
    out += R"(    <edge id=")";
    names_.append_edge(out, view_, relation);
    out += R"(" source=")";
    out += names_[relation.subject];
    out += R"(" target=")";
    out += names_[relation.object];
    out += "\">\n";
    data("label", type); // first: one reader takes the first datum for the type
    data("labelE", type);
    data("e_interaction", type);
    data("e_kg_id",
         relation_id(view_.entity(relation.subject).id, type, view_.entity(relation.object).id));
    data("e_kg_status", entente::name(relation.status));
    if (!std::isnan(relation.confidence)) {
        // One number below the normal doubles makes igraph refuse the whole file.
        const bool tiny = std::fpclassify(relation.confidence) == FP_SUBNORMAL;
        if (tiny)
            tiny_.add(relation_id(view_.entity(relation.subject).id, type,
                                  view_.entity(relation.object).id));
        begin("e_kg_confidence");
        append_number(out, tiny ? 0.0 : relation.confidence);
        end();
    }
    data("e_kg_from", relation.period.from);
    data("e_kg_to", relation.period.to);
    if (relation.derived) data("e_kg_derived", true);
    begin("e_kg_claim_count");
    append_number(out, std::uint64_t{relation.claim_count});
    end();
    begin("e_kg_source_count");
    append_number(out, std::uint64_t{relation.source_count});
    end();
    scratch_.clear();
    lists_.take(relation);
    lists_.append_sources(scratch_);
    data("e_kg_sources", scratch_);
    if (used_.claims && relation.claim_count > 0) {
        scratch_.clear();
        lists_.append_claims(scratch_);
        data("e_kg_claims", scratch_);
    }
    out += "    </edge>\n";
    out_.flush_if_full();
}

ExportReport Writer::write(Diagnostics& diagnostics) {
    find_used();
    out_ << R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" )"
         << R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" )"
         << R"(xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns )"
         << "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    keys();
    out_ << R"(  <graph id="entente" edgedefault="directed">)" << '\n';
    graph_data();
    for (const EntityIndex index : view_.entities())
        node(view_.entity(index), names_[index]);
    const Lookahead ahead(view_);
    for (std::size_t n = 0; n < view_.relations().size(); ++n) {
        ahead.at(n);
        edge(view_.relations()[n]);
    }
    out_ << "  </graph>\n</graphml>\n";

    ExportReport report{count_items(view_), {}, {}};
    Losses losses(diagnostics, "graphml");
    if (options_.lean) std::swap(report.written.claims, report.left_out.claims);
    columns_.report(losses);
    records_.changes().report(losses);
    losses.replaced(replaced_);
    losses.add(Code::approximated, tiny_,
               "confidences below 2.3e-308 were written as 0; the claims have them");
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
    .profiles = "boost",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = false,
            .picture = false,
            .read_back = true},
    .write = write,
};

} // namespace entente
