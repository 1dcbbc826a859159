// SPDX-License-Identifier: BSL-1.0
// Node-link JSON, as networkx and D3 have it: `{"nodes": [{"id": ...}], "links": [{"source": ...,
// "target": ...}]}`.
#include <algorithm>
#include <string>

#include "importers/formats.hpp"
#include "importers/json/graphs/outline.hpp"
#include "importers/json/graphs/walk.hpp"

namespace entente {

namespace {

class NodeLinkText {
  public:
    NodeLinkText(const InputText& input, const ImportContext& context)
        : reading_(input, context), walk_(reading_), items_(reading_) {}

    ReadCounts read() {
        const std::size_t begin = walk_.skip_space(0);
        if (walk_.at(begin) == '{') {
            const std::size_t end = walk_.object(
                begin, [&](std::string_view key, std::size_t value) { return member(key, value); });
            check_end(end);
        } else {
            check_end(begin);
        }
        items_.finish();
        return reading_.finish();
    }

  private:
    void check_end(std::size_t end) {
        const std::size_t next = walk_.skip_space(end);
        if (next >= reading_.text().size()) return;
        reading_.report(Code::syntax, next, "something stands outside of the graph; delete it");
        reading_.reject_json(next, reading_.text().substr(next));
    }

    std::size_t member(std::string_view key, std::size_t begin) {
        const bool list = walk_.at(begin) == '[';
        if (key == "nodes" && list)
            return walk_.list(begin, [&](std::size_t at) {
                if (walk_.parse(at)) node(at);
                return walk_.end();
            });
        if ((key == "links" || key == "edges") && list)
            return walk_.list(begin, [&](std::size_t at) {
                if (walk_.parse(at)) edge(at);
                return walk_.end();
            });
        if (key == "graph" && walk_.at(begin) == '{') return graph(begin);
        if (key == "directed" && walk_.at(begin) == 'f')
            reading_.once(Code::approximated, Severity::note, begin,
                          "edges without a direction were read from their first end to the second");
        else if (key != "directed" && key != "multigraph")
            reading_.once(Code::unknown_column, Severity::note, begin,
                          "'" + printable(key) + "' of the graph as a whole is not kept");
        return walk_.skip(begin);
    }

    std::size_t graph(std::size_t begin) {
        if (!walk_.parse(begin)) return walk_.end();
        FlatItem item;
        item.offset = begin;
        add_members(item, walk_.tree(), 0);
        const std::size_t end = walk_.end();
        if (!item.attributes.empty()) items_.graph(item);
        return end;
    }

    bool is_object(std::size_t begin, std::string_view what) {
        if (walk_.tree().root().type == JsonType::object) return true;
        walk_.reject(begin, Code::wrong_type, std::string(what) + " is an object {...}");
        return false;
    }

    /// A node without an id goes by its place in the list.
    void node(std::size_t begin) {
        const std::string place = std::to_string(nodes_++);
        if (!is_object(begin, "a node")) return;
        FlatItem item = item_at(begin);
        const std::size_t id = find_member(walk_.tree(), 0, "id");
        item.id = id == 0 ? place : text_of(id);
        drop(item, "id");
        // networkx says it once more, if the graph came from Cytoscape JSON.
        if (const FlatAttribute* value = item.find("value"); value && value->text == item.id)
            drop(item, "value");
        items_.node(item);
    }

    /// networkx numbers parallel edges with `key`; D3 puts the node itself where it stood by its
    /// id.
    void edge(std::size_t begin) {
        if (!is_object(begin, "a link")) return;
        const JsonTree& tree = walk_.tree();
        FlatItem item = item_at(begin);
        for (const auto& [end, key] :
             {std::pair{&item.source, "source"}, std::pair{&item.target, "target"}}) {
            const std::size_t found = find_member(tree, 0, key);
            if (found == 0) {
                walk_.reject(begin, Code::missing_field,
                             "a link without '" + std::string(key) + "'");
                return;
            }
            *end = text_of(found);
            drop(item, key);
        }
        const std::size_t key = find_member(tree, 0, "key");
        if (key != 0 && tree.tokens[key].type == JsonType::integer) drop(item, "key");
        if (const std::size_t id = find_member(tree, 0, "id"); id != 0) {
            item.id = text_of(id);
            drop(item, "id");
        }
        items_.edge(item);
    }

    FlatItem item_at(std::size_t begin) {
        FlatItem item;
        item.offset = begin;
        add_members(item, walk_.tree(), 0);
        return item;
    }

    std::string text_of(std::size_t index) {
        const JsonTree& tree = walk_.tree();
        if (!tree.tokens[index].compound()) return std::string(tree.tokens[index].text());
        if (const std::size_t id = find_member(tree, index, "id"); id != 0) return text_of(id);
        std::string json; // networkx lets anything be a node
        write_json(tree, index, json);
        return json;
    }

    static void drop(FlatItem& item, std::string_view name) {
        std::erase_if(item.attributes, [&](const FlatAttribute& a) { return a.name == name; });
    }

    Reading reading_;
    JsonWalk walk_;
    FlatGraphReader items_;
    std::size_t nodes_ = 0;
};

ReadCounts read_nodelink(const InputText& input, const ImportContext& context) {
    return NodeLinkText(input, context).read();
}

/// `nodes` and `edges` alone may be our own records in other words, which the importer of JSON
/// reads.
int recognises_nodelink(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || head[first] != '{') return 0;
    const std::vector<std::string> paths = outline_of(head);
    const auto has = [&](std::string_view path) {
        return std::find(paths.begin(), paths.end(), path) != paths.end();
    };
    if (!has("nodes") || has("facts") || has("entities")) return 0;
    return has("links") || (has("directed") && has("multigraph")) ? 85 : 0;
}

} // namespace

extern const Importer nodelink_importer{"nodelink",          "nodelink",
                                        "application/json",  "node-link JSON: networkx, D3",
                                        recognises_nodelink, read_nodelink};

} // namespace entente
