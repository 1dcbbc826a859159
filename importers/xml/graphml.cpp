// SPDX-License-Identifier: BSL-1.0
// GraphML as its many writers write it (docs/formats/graphml.md).
#include <string>
#include <utility>
#include <vector>

#include "importers/formats.hpp"
#include "importers/syntax/text_rules.hpp"
#include "importers/xml/graph_items.hpp"
#include "importers/xml/graphml_items.hpp"
#include "importers/xml/graphml_keys.hpp"

namespace entente {

namespace {

class Graphml {
  public:
    Graphml(const InputText& input, const ImportContext& context)
        : graph_(input, context), items_(graph_, keys_) {}

    ReadCounts read() {
        const XmlEvents events{
            .begin = [&](const XmlElement& element) { begin(element); },
            .end = [&](std::string_view name, std::size_t offset) { end(name, offset); },
            .text = [&](std::string_view text) { this->text(text); },
            .read_on = [&](std::size_t offset) { return read_on(offset); }};
        const auto error = read_xml(graph_.reading().text(), events);
        std::optional<std::size_t> open;
        for (const Open& element : open_)
            if (element.domain != "graph" && !open) open = element.item.offset;
        return graph_.finish(error, open);
    }

  private:
    /// A graph, node, edge, hyperedge or port whose end has not come yet.
    struct Open {
        std::string domain;
        FlatItem item;
        std::vector<std::string> labels; ///< that yEd shows
    };

    void begin(const XmlElement& element);
    void end(std::string_view name, std::size_t offset);
    void text(std::string_view text);

    std::size_t read_on(std::size_t offset);

    void begin_graph(const XmlElement& element);
    void begin_item(const XmlElement& element);
    void begin_data(const XmlElement& element);
    void begin_inside_data(const XmlElement& element);
    void extra_attribute(Open& open, const XmlAttribute& attribute);
    void end_item(std::size_t offset);
    void end_data();
    void end_inside_data(std::string_view name);
    void end_graph();

    [[nodiscard]] std::string scoped(std::string_view id) const {
        return id.empty() ? std::string() : scope_ + std::string(id);
    }
    [[nodiscard]] bool is_drawing() const { return data_ && data_->drawing; }
    Reading& reading() { return graph_.reading(); }

    XmlGraph graph_;
    GraphmlKeys keys_;
    GraphmlItems items_;
    std::vector<Open> open_;
    std::vector<bool> directed_; ///< of the graphs that are open
    std::size_t graphs_ = 0;     ///< that stand side by side
    std::string scope_;          ///< of ids: from the second graph on, its name

    GraphmlKey* key_ = nullptr;        ///< whose declaration is open
    const GraphmlKey* data_ = nullptr; ///< of the datum that is open
    std::size_t data_offset_ = 0;
    std::size_t inside_data_ = 0; ///< elements that are open inside of it
    std::size_t label_at_ = 0;    ///< which of them is a label of yEd; 0: none
    bool collect_ = false;        ///< the text of a datum, default or description
    std::string text_;
};

void Graphml::begin(const XmlElement& element) {
    if (data_) {
        begin_inside_data(element);
    } else if (element.name == "data") {
        begin_data(element);
    } else if (element.name == "graph") {
        begin_graph(element);
    } else if (element.name == "node" || element.name == "edge" || element.name == "hyperedge" ||
               element.name == "port") {
        begin_item(element);
    } else if (element.name == "key") {
        key_ = &keys_.declare(element);
    } else if (element.name == "default" || element.name == "desc") {
        collect_ = true;
        text_.clear();
    }
}

void Graphml::text(std::string_view text) {
    if (!collect_) return;
    // Of a drawing only what stands in a label itself is text, and its markup is not.
    if (!is_drawing() || (label_at_ != 0 && label_at_ == inside_data_)) text_ += text;
}

void Graphml::end(std::string_view name, std::size_t offset) {
    if (data_ && inside_data_ > 0) {
        end_inside_data(name);
    } else if (name == "data" && data_) {
        end_data();
    } else if (name == "graph") {
        end_graph();
    } else if (name == "node" || name == "edge" || name == "hyperedge" || name == "port") {
        end_item(offset);
    } else if (name == "key") {
        key_ = nullptr;
    } else if (name == "default" && key_) {
        key_->default_text = std::move(text_);
        collect_ = false;
    } else if (name == "desc") {
        collect_ = false;
        if (!open_.empty() && !open_.back().item.find("description") && !trimmed(text_).empty())
            open_.back().item.add("description", trimmed(text_));
    }
}

// -- graphs ---------------------------------------------------------------------------------------

void Graphml::begin_graph(const XmlElement& element) {
    if (directed_.empty() && ++graphs_ > 1) {
        reading().once(Code::approximated, Severity::note, element.offset,
                       "the graphs of this file are read as one");
        const std::string_view id = element["id"];
        scope_ = (id.empty() ? "graph" + std::to_string(graphs_) : std::string(id)) + "/";
    } else if (!directed_.empty()) {
        reading().once(Code::approximated, Severity::note, element.offset,
                       "graphs inside of nodes are read as parts of the whole graph");
    }
    directed_.push_back(element["edgedefault"] != "undirected");
    Open& open = open_.emplace_back();
    open.domain = "graph";
    open.item.offset = element.offset;
}

void Graphml::end_graph() {
    const FlatItem item = std::move(open_.back().item);
    open_.pop_back();
    directed_.pop_back();
    if (directed_.empty() && graphs_ == 1)
        graph_.graph(item);
    else if (!item.attributes.empty())
        reading().once(Code::unknown_column, Severity::note, item.offset,
                       "what is said of a further graph is not kept");
}

// -- nodes and edges ------------------------------------------------------------------------------

/// Some writers put the labels of Neo4j and of yEd's forerunners into attributes of the tag.
void Graphml::extra_attribute(Open& open, const XmlAttribute& a) {
    FlatItem& item = open.item;
    if (a.name == "id") {
        item.id = open.domain == "node" ? scoped(a.value) : std::string(a.value);
    } else if (open.domain == "edge" && a.name == "source") {
        item.source = scoped(a.value);
    } else if (open.domain == "edge" && a.name == "target") {
        item.target = scoped(a.value);
    } else if (a.name == "sourceport" || a.name == "targetport") {
        reading().once(Code::approximated, Severity::note, item.offset,
                       "ports are not kept: an edge ends at a node");
    } else if (a.name != "directed" && !a.name.starts_with("parse.") &&
               !a.name.starts_with("yfiles.")) {
        item.add(a.name, a.value);
    }
}

void Graphml::begin_item(const XmlElement& element) {
    Open& open = open_.emplace_back();
    open.domain = element.name;
    open.item.offset = element.offset;
    for (const XmlAttribute& a : element.attributes)
        extra_attribute(open, a);
    if (open.domain == "port")
        reading().once(Code::approximated, Severity::note, element.offset,
                       "ports are not kept: an edge ends at a node");
    if (open.domain != "edge") return;
    const std::string_view* own = element.find("directed");
    const bool directed = own ? *own != "false" : directed_.empty() || directed_.back();
    if (!directed) graph_.undirected(element.offset);
}

void Graphml::end_item(std::size_t offset) {
    Open open = std::move(open_.back());
    open_.pop_back();
    FlatItem& item = open.item;
    for (std::size_t n = 0; n < open.labels.size(); ++n) {
        const std::string name = n == 0 ? "label" : "label_" + std::to_string(n + 1);
        if (item.find(name) == nullptr) item.add(name, open.labels[n]);
    }
    items_.hand_on(open.domain, item, offset);
}

std::size_t Graphml::read_on(std::size_t offset) {
    if (data_ || key_ || collect_ || open_.empty() || open_.back().domain != "graph") return offset;
    return items_.read_plain(offset, scope_, directed_.back());
}

// -- data -----------------------------------------------------------------------------------------

void Graphml::begin_data(const XmlElement& element) {
    bool declared = true;
    data_ = &keys_.use(element["key"], declared);
    if (!declared) items_.undeclared(element.offset);
    data_offset_ = element.offset;
    inside_data_ = label_at_ = 0;
    collect_ = true;
    text_.clear();
}

void Graphml::begin_inside_data(const XmlElement& element) {
    ++inside_data_;
    if (!data_->drawing)
        reading().once(Code::unknown_column, Severity::note, element.offset,
                       "of the XML inside of data only the text is kept");
    else if (label_at_ == 0 && (element.name == "NodeLabel" || element.name == "EdgeLabel")) {
        label_at_ = inside_data_;
        text_.clear();
    }
}

void Graphml::end_inside_data(std::string_view) {
    if (label_at_ == inside_data_ && data_->drawing) {
        const std::string_view label = trimmed(text_);
        if (!label.empty() && !open_.empty()) open_.back().labels.emplace_back(label);
        label_at_ = 0;
        text_.clear();
    }
    --inside_data_;
}

void Graphml::end_data() {
    const GraphmlKey& key = *data_;
    data_ = nullptr;
    collect_ = false;
    if (key.drawing) return;
    if (open_.empty()) {
        reading().once(Code::unknown_column, Severity::note, data_offset_,
                       "what is said of the whole file and not of its graph is not kept");
        return;
    }
    items_.add_datum(open_.back().item, key, text_, data_offset_);
}

// -- the format -----------------------------------------------------------------------------------

int recognises_graphml(std::string_view head) {
    return xml_root(head) == "graphml" ? 95 : 0;
}

ReadCounts read_graphml(const InputText& input, const ImportContext& context) {
    return Graphml(input, context).read();
}

} // namespace

extern const Importer graphml_importer{"graphml",
                                       "graphml",
                                       "application/graphml+xml",
                                       "GraphML: networkx, igraph, yEd, Gephi, TinkerPop, Neo4j",
                                       recognises_graphml,
                                       read_graphml};

} // namespace entente
