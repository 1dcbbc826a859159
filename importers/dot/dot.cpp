// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <map>
#include <mutex>

#include "graph/text/ascii.hpp"
#include "importers/dot/labels.hpp"
#include "importers/dot/parse.hpp"
#include "importers/flat/flat_graph.hpp"
#include "importers/formats.hpp"

namespace entente {

namespace {

using dot::ParsedGraph;

/// What a layout engine wrote into the file: nothing that anybody says of the node.
constexpr std::array<std::string_view, 14> layout_results{
    "pos",     "lp",     "bb",      "rects",   "vertices", "xlp",      "head_lp",
    "tail_lp", "_draw_", "_ldraw_", "_hdraw_", "_tdraw_",  "_hldraw_", "_tldraw_"};

/// How to draw. Where it is the same for all (`node [shape=box]`), it says nothing of one of them.
constexpr std::array<std::string_view, 49> drawing{
    "shape",         "style",         "color",      "fillcolor",     "fontcolor",
    "fontname",      "fontsize",      "penwidth",   "width",         "height",
    "fixedsize",     "margin",        "sides",      "peripheries",   "orientation",
    "skew",          "distortion",    "regular",    "image",         "imagescale",
    "imagepos",      "labelloc",      "labeljust",  "nojustify",     "layer",
    "gradientangle", "ordering",      "pin",        "samplepoints",  "colorscheme",
    "arrowhead",     "arrowtail",     "arrowsize",  "dir",           "decorate",
    "constraint",    "weight",        "len",        "minlen",        "headclip",
    "tailclip",      "labelangle",    "lhead",      "ltail",         "labeldistance",
    "labelfontname", "labelfontsize", "labelfloat", "labelfontcolor"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_html(char* value) {
    return aghtmlstr(value) != 0;
}

/// Names that cgraph gave, because the file has none.
bool is_anonymous(std::string_view name) {
    return name.empty() || name.front() == '%';
}

std::string name_of(void* object) {
    const char* const name = agnameof(object);
    return name ? dot::unmarked(name) : std::string();
}

class DotGraph {
  public:
    DotGraph(Reading& reading, const ParsedGraph& parsed)
        : reading_(reading), parsed_(parsed), graph_(parsed.graph.get()), items_(reading) {}

    void read() {
        graph_name_ = name_of(graph_);
        find_own();
        if (!own_) {
            about_graph();
            find_clusters(graph_, {});
        }
        for (Agnode_t* node = agfstnode(graph_); node; node = agnxtnode(graph_, node))
            items_.node(own_ ? own_item(node, parsed_.at(node)) : others_node(node));
        edges();
        items_.finish();
    }

  private:
    void find_own() {
        Agnode_t* const first = agfstnode(graph_);
        char* const id = first ? agget(first, id_key_.data()) : nullptr;
        own_ = id != nullptr && *id != '\0';
    }

    /// Calls `f(symbol, value)` for each attribute that has a value.
    template <class F>
    void for_each_attribute(void* object, int kind, F f) {
        for (Agsym_t* symbol = nullptr; (symbol = agnxtattr(graph_, kind, symbol)) != nullptr;)
            if (char* const value = agxget(object, symbol); value != nullptr && *value != '\0')
                f(*symbol, value);
    }

    static int kind_of(void* object) {
        const int kind = AGTYPE(object);
        return kind == AGINEDGE ? AGOUTEDGE : kind;
    }

    /// cgraph takes an empty value for none; `kg_empty` says which were there.
    FlatItem own_item(void* object, std::size_t offset) {
        FlatItem item;
        item.id = name_of(object);
        item.offset = offset;
        for_each_attribute(object, kind_of(object), [&](const Agsym_t& symbol, char* value) {
            const std::string_view name = symbol.name;
            const bool number = name == flat_name(Word::confidence);
            if (name == flat_name(Word::empty))
                add_empty(item, dot::decoded(value));
            else if (name.starts_with(flat_prefix))
                item.add(name, dot::decoded(dot::unmarked(value)),
                         number ? JsonType::decimal : JsonType::string);
            else
                item.add(name, dot::unmarked(value));
        });
        return item;
    }

    void add_empty(FlatItem& item, const std::string& list) {
        JsonParser parser;
        if (!parser.parse(list)) return;
        const JsonTree& tree = parser.tree();
        for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
            item.add(tree.tokens[i].text(), "");
    }

    // -- files of others --------------------------------------------------------------------------

    void about_graph() {
        FlatItem item;
        item.offset = parsed_.offset;
        for_each_attribute(graph_, AGRAPH, [&](const Agsym_t& symbol, char* value) {
            if (is_one_of(layout_results, symbol.name)) return;
            if (std::string_view(symbol.name) == "label")
                item.add("title", shown(value, {{}, graph_name_, {}, {}}));
            else
                item.add(symbol.name, dot::unmarked(value));
        });
        if (!item.attributes.empty()) items_.graph(item);
        if (!agisdirected(graph_) && agnedges(graph_) > 0)
            reading_.once(Code::approximated, Severity::note, parsed_.offset,
                          "edges without a direction were read from their first end to the second");
    }

    static std::string shown(char* value, const dot::LabelNames& names) {
        const std::string text = dot::unmarked(value);
        return is_html(value) ? dot::html_text(text) : dot::label_text(text, names);
    }

    /// Each node of a cluster carries its label, from the outermost in.
    void find_clusters(Agraph_t* in, const std::string& outer_label) {
        for (Agraph_t* group = agfstsubg(in); group; group = agnxtsubg(group)) {
            const std::string name = name_of(group);
            std::string label = outer_label;
            if (name.starts_with("cluster")) {
                char* const value = agget(group, label_key_.data());
                label = value ? shown(value, {{}, name, {}, {}}) : std::string();
                if (label.empty() || label == outer_label)
                    label = name.substr(std::min(name.size(), name.find_first_not_of('_', 7)));
                for (Agnode_t* node = agfstnode(group); node; node = agnxtnode(group, node))
                    clusters_[AGSEQ(node)].push_back(label);
            } else if (!is_anonymous(name)) {
                reading_.once(Code::unknown_column, Severity::note, parsed_.offset,
                              "subgraph '" + printable(name) + "' is no cluster; it is not kept");
            }
            find_clusters(group, label);
        }
    }

    void add_clusters(FlatItem& item, Agnode_t* node) {
        const auto found = clusters_.find(AGSEQ(node));
        if (found == clusters_.end()) return;
        const std::vector<std::string>& labels = found->second;
        if (labels.size() == 1) {
            if (!labels.front().empty()) item.add("cluster", labels.front());
            return;
        }
        std::string list;
        for (const std::string& label : labels) {
            list += list.empty() ? '[' : ',';
            append_quoted(list, label);
        }
        item.add("cluster", list + ']', JsonType::array);
    }

    static void append_quoted(std::string& out, std::string_view text) {
        out += '"';
        for (const char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        out += '"';
    }

    void add_attributes(FlatItem& item, void* object, const dot::LabelNames& names) {
        for_each_attribute(object, kind_of(object), [&](const Agsym_t& symbol, char* value) {
            const std::string_view name = symbol.name;
            if (is_one_of(layout_results, name)) {
                reading_.once(
                    Code::unknown_column, Severity::note, item.offset,
                    "'" + std::string(name) + "' is the place of a drawing; it is not kept");
            } else if (is_one_of(drawing, name) && std::string_view(symbol.defval) == value) {
                reading_.once(Code::unknown_column, Severity::note, item.offset,
                              "'" + std::string(name) +
                                  "' is how all are drawn; it is not kept where it is so");
            } else if (name == "label") {
                const std::string text = is_record(object) && !is_html(value)
                                             ? dot::record_text(dot::unmarked(value), names)
                                             : shown(value, names);
                if (!text.empty()) item.add(name, text);
            } else if (is_html(value) || name == "xlabel" || name.ends_with("label")) {
                item.add(name, shown(value, names));
            } else {
                item.add(name, dot::unmarked(value));
            }
        });
    }

    bool is_record(void* object) {
        if (AGTYPE(object) != AGNODE) return false;
        const char* const shape = agget(object, shape_key_.data());
        return shape &&
               (std::string_view(shape) == "record" || std::string_view(shape) == "Mrecord");
    }

    FlatItem others_node(Agnode_t* node) {
        FlatItem item;
        item.id = name_of(node);
        item.offset = parsed_.at(node);
        add_attributes(item, node, {item.id, graph_name_, {}, {}});
        add_clusters(item, node);
        return item;
    }

    // -- edges ------------------------------------------------------------------------------------

    void edges() {
        std::vector<Agedge_t*> all;
        all.reserve(static_cast<std::size_t>(agnedges(graph_)));
        for (Agnode_t* node = agfstnode(graph_); node; node = agnxtnode(graph_, node))
            for (Agedge_t* edge = agfstout(graph_, node); edge; edge = agnxtout(graph_, edge))
                all.push_back(edge);
        std::sort(all.begin(), all.end(),
                  [](Agedge_t* a, Agedge_t* b) { return AGSEQ(a) < AGSEQ(b); });
        for (Agedge_t* edge : all)
            items_.edge(edge_item(edge));
    }

    FlatItem edge_item(Agedge_t* edge) {
        const std::string tail = name_of(agtail(edge)), head = name_of(aghead(edge));
        FlatItem item;
        if (own_) {
            item = own_item(edge, parsed_.at(edge));
        } else {
            item.id = name_of(edge);
            item.offset = parsed_.at(edge);
            add_attributes(item, edge, {{}, graph_name_, tail, head});
        }
        item.source = tail;
        item.target = head;
        return item;
    }

    Reading& reading_;
    const ParsedGraph& parsed_;
    Agraph_t* graph_;
    FlatGraphReader items_;
    std::string graph_name_;
    bool own_ = false;
    std::map<std::size_t, std::vector<std::string>> clusters_; ///< labels, by AGSEQ of the node
    // cgraph takes names as char* and does not change them
    std::string id_key_{flat_name(Word::id)}, label_key_ = "label", shape_key_ = "shape";
};

ReadCounts read_dot(const InputText& input, const ImportContext& context) {
    static std::mutex cgraph;
    const std::lock_guard lock(cgraph);
    Reading reading(input, context);
    for (const ParsedGraph& graph : dot::parse(reading))
        DotGraph(reading, graph).read();
    return reading.finish();
}

/// Skips white space and comments.
std::string_view first_words(std::string_view head) {
    for (;;) {
        const std::size_t begin = head.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos) return {};
        head.remove_prefix(begin);
        std::size_t end = std::string_view::npos;
        if (head.starts_with("//") || head.starts_with('#'))
            end = head.find('\n');
        else if (head.starts_with("/*"))
            end = head.find("*/") == std::string_view::npos ? end : head.find("*/") + 2;
        else
            return head;
        head.remove_prefix(std::min(end, head.size()));
    }
}

bool take_word(std::string_view& text, std::string_view word) {
    if (text.size() <= word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (ascii::lower(text[i]) != word[i]) return false;
    const char next = text[word.size()];
    if (ascii::is_letter(next)) return false;
    text = first_words(text.substr(word.size()));
    return true;
}

/// `strict digraph "name" {`
int recognises_dot(std::string_view head) {
    head = first_words(head);
    take_word(head, "strict");
    if (!take_word(head, "digraph") && !take_word(head, "graph")) return 0;
    const std::size_t brace = head.find('{');
    if (brace == std::string_view::npos) return 0;
    const std::string_view name = head.substr(0, brace);
    if (name.starts_with('"')) return 90;
    return name.find_first_of(",;:=[]}") == std::string_view::npos ? 90 : 0;
}

} // namespace

extern const Importer dot_importer{
    "dot",          "dot gv", "text/vnd.graphviz", "DOT: Graphviz, networkx, graph-tool, people",
    recognises_dot, read_dot};

} // namespace entente
