// SPDX-License-Identifier: BSL-1.0
// Cytoscape JSON: our own, that of Cytoscape.js (cy.json(), lists of elements), of Cytoscape and of
// networkx.
#include <algorithm>
#include <array>
#include <utility>

#include "importers/formats.hpp"
#include "importers/json/graphs/outline.hpp"
#include "importers/json/graphs/walk.hpp"

namespace entente {

namespace {

template <std::size_t n>
bool is_among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// What belongs to the file's form, or to a session of Cytoscape.
constexpr std::array<std::string_view, 6> bookkeeping{
    "SUID", "selected", "shared_name", "shared_interaction", "shared name", "shared interaction"};

class CytoscapeText {
  public:
    CytoscapeText(const InputText& input, const ImportContext& context)
        : reading_(input, context), walk_(reading_), items_(reading_) {}

    ReadCounts read() {
        const std::size_t begin = walk_.skip_space(0);
        if (walk_.at(begin) == '[') {
            end_ = elements(begin);
        } else if (walk_.at(begin) == '{') {
            end_ = walk_.object(
                begin, [&](std::string_view key, std::size_t value) { return member(key, value); });
        } else {
            end_ = begin;
        }
        check_end();
        items_.finish();
        return reading_.finish();
    }

  private:
    void check_end() {
        const std::size_t next = walk_.skip_space(end_);
        if (next >= reading_.text().size()) return;
        reading_.report(Code::syntax, next, "something follows the graph; delete it");
        reading_.reject_json(next, reading_.text().substr(next));
    }

    std::size_t member(std::string_view key, std::size_t begin) {
        if (key == "elements") {
            if (walk_.at(begin) == '[') return elements(begin);
            if (walk_.at(begin) != '{') return walk_.skip(begin);
            return walk_.object(begin, [&](std::string_view group, std::size_t value) {
                if (walk_.at(value) != '[') return walk_.skip(value);
                return elements(value, group);
            });
        }
        if (key == "data") return graph(begin);
        if (key != "directed" && key != "multigraph" && key != "format_version" &&
            key != "generated_by" && key != "target_cytoscapejs_version")
            reading_.once(Code::unknown_column, Severity::note, begin, viewer);
        return walk_.skip(begin);
    }

    /// networkx writes a list of pairs instead of an object.
    std::size_t graph(std::size_t begin) {
        if (!walk_.parse(begin)) return walk_.end();
        const JsonTree& tree = walk_.tree();
        FlatItem all;
        if (tree.root().type == JsonType::object) {
            add_members(all, tree, 0);
        } else if (tree.root().type == JsonType::array) {
            for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
                if (tree.tokens[i].end == i + 3 && tree.tokens[i].type == JsonType::array)
                    all.add(tree.tokens[i + 1].text(), tree.tokens[i + 2].text(),
                            tree.tokens[i + 2].type);
        }
        FlatItem item = without_bookkeeping(std::move(all));
        item.offset = begin;
        const std::size_t end = walk_.end();
        if (!item.attributes.empty()) items_.graph(item);
        return end;
    }

    std::size_t elements(std::size_t begin, std::string_view group = {}) {
        return walk_.list(begin, [&](std::size_t at) {
            if (walk_.parse(at)) element(at, group);
            return walk_.end();
        });
    }

    void element(std::size_t begin, std::string_view group) {
        const JsonTree& tree = walk_.tree();
        const std::size_t data = find_member(tree, 0, "data");
        if (data == 0 || tree.tokens[data].type != JsonType::object) {
            walk_.reject(begin, Code::missing_field,
                         "an element without 'data'; write {\"data\": {\"id\": ...}}");
            return;
        }
        FlatItem all;
        add_members(all, tree, data);
        FlatItem item = without_bookkeeping(std::move(all));
        item.offset = begin;
        const std::size_t own_group = find_member(tree, 0, "group");
        if (own_group != 0) group = tree.tokens[own_group].text();
        add_rest(item, tree, begin);
        const bool edge = group == "edges" || (group != "nodes" && item.find("source") != nullptr &&
                                               item.find("target") != nullptr);
        item.id = take(item, "id");
        if (edge) {
            item.source = take(item, "source");
            item.target = take(item, "target");
            items_.edge(item);
        } else if (item.id.empty()) {
            walk_.reject(begin, Code::missing_field, "a node without 'id'");
        } else {
            drop_node_names(item);
            items_.node(item);
        }
    }

    /// What stands beside the data: classes are kept, places and the viewer's state are not.
    void add_rest(FlatItem& item, const JsonTree& tree, std::size_t begin) {
        for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
            const JsonToken& token = tree.tokens[i];
            if (token.key() == "data" || token.key() == "group") continue;
            if (token.key() == "classes" && token.type == JsonType::string) {
                if (!token.text().empty() && item.find("classes") == nullptr)
                    item.add("classes", token.text());
            } else {
                reading_.once(Code::unknown_column, Severity::note, begin, viewer);
            }
        }
    }

    static std::string take(FlatItem& item, std::string_view name) {
        const auto at = std::find_if(item.attributes.begin(), item.attributes.end(),
                                     [&](const FlatAttribute& a) { return a.name == name; });
        if (at == item.attributes.end()) return {};
        std::string text = std::move(at->text);
        item.attributes.erase(at);
        return text;
    }

    /// networkx repeats the id as `value`, and as `name` where there is none.
    static void drop_node_names(FlatItem& item) {
        const FlatAttribute* const value = item.find("value");
        if (value != nullptr && value->text == item.id) take(item, "value");
    }

    static FlatItem without_bookkeeping(FlatItem all) {
        std::erase_if(all.attributes,
                      [](const FlatAttribute& a) { return is_among(bookkeeping, a.name); });
        return all;
    }

    static constexpr std::string_view viewer =
        "places, styles and the state of the viewer are not kept";

    Reading reading_;
    JsonWalk walk_;
    FlatGraphReader items_;
    std::size_t end_ = 0;
};

ReadCounts read_cytoscape(const InputText& input, const ImportContext& context) {
    return CytoscapeText(input, context).read();
}

int recognises_cytoscape(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (head[first] != '{' && head[first] != '[')) return 0;
    for (const std::string& path : outline_of(head))
        if (path == "elements/nodes" || path == "elements/edges" || path == "elements/[]/data" ||
            path == "[]/data/id" || path == "[]/data/source")
            return 85;
    return 0;
}

} // namespace

extern const Importer cytoscape_importer{"cytoscape",
                                         "cyjs",
                                         "application/vnd.cytoscape+json",
                                         "Cytoscape JSON: Cytoscape, Cytoscape.js, networkx",
                                         recognises_cytoscape,
                                         read_cytoscape};

} // namespace entente
