// SPDX-License-Identifier: BSL-1.0
// GEXF 1.0 to 1.3, of Gephi, networkx, graphology and others (docs/formats/gexf.md).
#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/language/dates/date.hpp"
#include "importers/formats.hpp"
#include "importers/syntax/text_rules.hpp"
#include "importers/xml/graph_items.hpp"
#include "importers/xml/values.hpp"

namespace entente {

namespace {

/// An `<attribute>` that a file declares for its nodes or edges.
struct Column {
    std::string title, default_text;
    JsonType type = JsonType::string;
};

class Gexf {
  public:
    Gexf(const InputText& input, const ImportContext& context) : graph_(input, context) {}

    ReadCounts read() {
        const XmlEvents events{
            .begin = [&](const XmlElement& element) { begin(element); },
            .end = [&](std::string_view name, std::size_t offset) { end(name, offset); },
            .text =
                [&](std::string_view text) {
                    if (collect_) text_ += text;
                }};
        const auto error = read_xml(graph_.reading().text(), events);
        if (!own_) graph_.graph(about_); // ours has it exactly with its first node
        std::optional<std::size_t> open;
        if (!open_.empty()) open = open_.front().item.offset;
        return graph_.finish(error, open);
    }

  private:
    struct Span {
        std::string start, end;
    };
    struct Open {
        bool node = true;
        FlatItem item;
        Span own; ///< of the tag itself
        std::vector<Span> spells;
    };
    using Columns = std::unordered_map<std::string, Column>;

    void begin(const XmlElement& element);
    void end(std::string_view name, std::size_t offset);
    void begin_graph(const XmlElement& element);
    void begin_column(const XmlElement& element);
    void begin_item(const XmlElement& element, bool node);
    void begin_value(const XmlElement& element);
    void viz(const XmlElement& element);
    void end_item(std::size_t offset);
    void add_defaults(Open& open);
    void add_span(FlatItem& item, const Span& span);
    void add_time(FlatItem& item, std::string_view name, std::string_view ours,
                  std::string_view text);
    void hand_on(const Open& open, std::size_t offset);
    Reading& reading() { return graph_.reading(); }

    XmlGraph graph_;
    FlatItem about_; ///< the graph as a whole
    bool directed_ = false, dates_ = false, own_ = false;
    Columns node_columns_, edge_columns_;
    Columns* columns_ = &node_columns_; ///< of the `<attributes>` that is open
    Column* column_ = nullptr;          ///< that is open
    std::vector<Open> open_;            ///< nodes may hold nodes
    bool collect_ = false;
    std::string text_;
};

void Gexf::begin(const XmlElement& element) {
    if (element.prefix == "viz" || element.name == "color" || element.name == "position" ||
        element.name == "size" || element.name == "thickness" || element.name == "shape") {
        viz(element);
    } else if (element.name == "graph") {
        begin_graph(element);
    } else if (element.name == "attributes") {
        columns_ = element["class"] == "edge" ? &edge_columns_ : &node_columns_;
    } else if (element.name == "attribute") {
        begin_column(element);
    } else if (element.name == "node" || element.name == "edge") {
        begin_item(element, element.name == "node");
    } else if (element.name == "attvalue") {
        begin_value(element);
    } else if ((element.name == "spell" || element.name == "slice") && !open_.empty()) {
        open_.back().spells.push_back({std::string(element["start"]), std::string(element["end"])});
    } else if (element.name == "parent") {
        reading().once(Code::approximated, Severity::note, element.offset,
                       "further parents of a node are not kept");
    } else {
        collect_ =
            element.name == "default" || element.name == "description" || element.name == "title";
        text_.clear();
    }
}

void Gexf::end(std::string_view name, std::size_t offset) {
    if ((name == "node" || name == "edge") && !open_.empty()) {
        end_item(offset);
    } else if (name == "default" && column_) {
        column_->default_text = text_;
    } else if (name == "attribute") {
        column_ = nullptr;
    } else if (name == "description" || name == "title") {
        // Gephi writes an empty one.
        if (!trimmed(text_).empty() && about_.find(name) == nullptr)
            about_.add(name, trimmed(text_));
    }
    collect_ = false;
}

// -- what the file declares -----------------------------------------------------------------------

void Gexf::begin_graph(const XmlElement& element) {
    directed_ = element["defaultedgetype"] == "directed";
    dates_ = element["timeformat"].starts_with("date");
    about_.offset = element.offset;
    if (const std::string_view name = element["name"]; !name.empty()) about_.add("name", name);
}

void Gexf::begin_column(const XmlElement& element) {
    const std::string id(element["id"]);
    column_ = &(*columns_)[id];
    column_->title = element["title"];
    if (column_->title.empty()) column_->title = id;
    column_->type = type_of_xml(element["type"]);
}

void Gexf::viz(const XmlElement& element) {
    // Ours say nothing that the vocabulary does not say.
    if (own_) return;
    if (!open_.empty() && open_.back().item.find(flat_name(Word::id)) != nullptr) return;
    reading().once(Code::approximated, Severity::note, element.offset,
                   "positions, colours and sizes are not kept");
}

// -- nodes and edges ------------------------------------------------------------------------------

void Gexf::begin_item(const XmlElement& element, bool node) {
    if (!open_.empty() && node)
        reading().once(Code::approximated, Severity::note, element.offset,
                       "nodes inside of nodes are read as parts of the whole graph");
    Open& open = open_.emplace_back();
    open.node = node;
    FlatItem& item = open.item;
    item.offset = element.offset;
    for (const XmlAttribute& a : element.attributes) {
        if (a.name == "id")
            item.id = a.value;
        else if (!node && a.name == "source")
            item.source = a.value;
        else if (!node && a.name == "target")
            item.target = a.value;
        else if (a.name == "start" || a.name == "end")
            (a.name == "start" ? open.own.start : open.own.end) = a.value;
        else if (!node && a.name == "kind")
            item.add("relation", a.value);
        else if (!node && a.name == "weight")
            add_xml_value(item, a.name, a.value, JsonType::decimal, reading(), item.offset);
        else if (node || a.name != "type")
            item.add(a.name, a.value);
    }
    if (node) return;
    const std::string_view type = element["type"];
    if (type.empty() ? !directed_ : type != "directed") graph_.undirected(item.offset);
}

void Gexf::begin_value(const XmlElement& element) {
    if (open_.empty()) return;
    Open& open = open_.back();
    const std::string id(element[element.find("for") ? "for" : "id"]);
    const Columns& columns = open.node ? node_columns_ : edge_columns_;
    const auto at = columns.find(id);
    if (at == columns.end())
        reading().once(Code::repaired, Severity::note, element.offset,
                       "values of attributes that the file does not declare are read as texts");
    const std::string_view name = at == columns.end() ? std::string_view(id) : at->second.title;
    const JsonType type = at == columns.end() ? JsonType::string : at->second.type;
    if (open.item.find(name) != nullptr) {
        reading().once(Code::approximated, Severity::note, element.offset,
                       "of values that change over time, the last is kept");
        std::erase_if(open.item.attributes, [&](const FlatAttribute& a) { return a.name == name; });
    }
    add_xml_value(open.item, name, element["value"], type, reading(), element.offset);
}

void Gexf::add_defaults(Open& open) {
    // In the order of their titles, since a hash has none that is the same everywhere.
    std::vector<const Column*> missing;
    for (const auto& [id, column] : open.node ? node_columns_ : edge_columns_)
        if (!column.default_text.empty() && open.item.find(column.title) == nullptr)
            missing.push_back(&column);
    std::sort(missing.begin(), missing.end(),
              [](const Column* a, const Column* b) { return a->title < b->title; });
    for (const Column* column : missing)
        add_xml_value(open.item, column->title, column->default_text, column->type, reading(),
                      open.item.offset);
}

/// A date is one of ours; a mere number of some scale is kept as it is.
void Gexf::add_time(FlatItem& item, std::string_view name, std::string_view ours,
                    std::string_view text) {
    if (text.empty()) return;
    const bool looks_like_date = dates_ || text.find('-', 1) != std::string_view::npos;
    if (looks_like_date && Date::parse(text) && item.find(ours) == nullptr)
        item.add(ours, text);
    else
        item.add(name, text);
}

void Gexf::add_span(FlatItem& item, const Span& span) {
    add_time(item, "start", "from", span.start);
    add_time(item, "end", "to", span.end);
}

void Gexf::hand_on(const Open& open, std::size_t offset) {
    if (open.node)
        graph_.node(open.item, offset);
    else
        graph_.edge(open.item, offset);
}

/// An edge with several spells is several claims; a node exists from the first to the last.
void Gexf::end_item(std::size_t offset) {
    Open open = std::move(open_.back());
    open_.pop_back();
    if (open.item.find(flat_name(Word::id)) != nullptr) {
        own_ = true;
        hand_on(open, offset);
        return;
    }
    add_defaults(open);
    if (open.spells.empty()) open.spells.push_back(open.own);
    if (open.node && open.spells.size() > 1) {
        reading().once(Code::approximated, Severity::note, open.item.offset,
                       "a node with several spells is read as one from the first to the last");
        open.spells = {{open.spells.front().start, open.spells.back().end}};
    }
    for (const Span& span : open.spells) {
        Open one{open.node, open.item, {}, {}};
        add_span(one.item, span);
        hand_on(one, offset);
    }
}

// -- the format -----------------------------------------------------------------------------------

int recognises_gexf(std::string_view head) {
    return xml_root(head) == "gexf" ? 95 : 0;
}

ReadCounts read_gexf(const InputText& input, const ImportContext& context) {
    return Gexf(input, context).read();
}

} // namespace

extern const Importer gexf_importer{"gexf",
                                    "gexf",
                                    "application/gexf+xml",
                                    "GEXF: Gephi, networkx, graphology, sigma.js",
                                    recognises_gexf,
                                    read_gexf};

} // namespace entente
