// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/place/graphviz.hpp"

#include <graphviz/gvc.h>

#include <array>
#include <charconv>
#include <stdexcept>

namespace entente::diagram {

namespace {

Diagnostics* listener = nullptr;

int report(char* message) {
    std::string text = message;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.pop_back();
    // Graphviz gives the words "Error: " and "Warning: " in a call of their own.
    if (listener && text.size() > 9) listener->report(Code::layout, {}, "Graphviz: " + text);
    return 0;
}

/// Never a locale's comma.
std::string number(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed, 4);
    return {digits.data(), end.ptr};
}

constexpr double inch = 72;

struct GraphCloser {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphOwner = std::unique_ptr<Agraph_t, GraphCloser>;

/// cgraph takes strings as char* and does not change them.
char* text(const char* string) {
    return const_cast<char*>(string);
}
char* text(const std::string& string) {
    return const_cast<char*>(string.c_str());
}

void set(void* object, const char* key, const std::string& value) {
    agsafeset(object, text(key), text(value), text(""));
}

std::string label(const char* prefix, std::size_t i) {
    std::string out = prefix;
    return out += std::to_string(i);
}

std::vector<Agnode_t*> add_nodes(Agraph_t* graph, const Problem& problem) {
    std::vector<Agnode_t*> nodes;
    for (std::size_t i = 0; i < problem.sizes.size(); ++i) {
        Agnode_t* node = agnode(graph, text(label("n", i)), 1);
        set(node, "width", number(problem.sizes[i].x / inch));
        set(node, "height", number(problem.sizes[i].y / inch));
        if (i < problem.positions.size())
            set(node, "pos",
                number(problem.positions[i].x) + "," + number(-problem.positions[i].y));
        nodes.push_back(node);
    }
    return nodes;
}

std::vector<Agedge_t*> add_edges(Agraph_t* graph, const Problem& problem,
                                 const std::vector<Agnode_t*>& nodes) {
    std::vector<Agedge_t*> edges;
    for (std::size_t i = 0; i < problem.edges.size(); ++i) {
        const Problem::Edge& e = problem.edges[i];
        Agedge_t* edge = agedge(graph, nodes[e.from], nodes[e.to], text(label("e", i)), 1);
        if (e.length > 0) set(edge, "len", number(e.length / inch));
        set(edge, "weight", number(e.weight));
        edges.push_back(edge);
    }
    return edges;
}

/// A chain of invisible points, one a column, each on the same rank as what stands in it.
void add_columns(Agraph_t* graph, const Problem& problem, const std::vector<Agnode_t*>& nodes) {
    Agnode_t* before = nullptr;
    for (std::size_t i = 0; i < problem.columns.size(); ++i) {
        if (problem.columns[i].empty()) continue;
        Agnode_t* anchor = agnode(graph, text(label("c", i)), 1);
        set(anchor, "width", "0.01");
        set(anchor, "height", "0.01");
        set(anchor, "style", "invis");
        Agraph_t* column = agsubg(graph, text(label("column", i)), 1);
        set(column, "rank", "same");
        agsubnode(column, anchor, 1);
        for (const std::size_t n : problem.columns[i])
            agsubnode(column, nodes[n], 1);
        if (before) set(agedge(graph, before, anchor, text("chain"), 1), "style", "invis");
        before = anchor;
    }
}

std::vector<Point> path_of(Agedge_t* edge) {
    std::vector<Point> path;
    const splines* curve = ED_spl(edge);
    if (!curve) return path;
    for (int i = 0; i < curve->size; ++i)
        for (int j = i == 0 ? 0 : 1; j < curve->list[i].size; ++j)
            path.push_back({curve->list[i].list[j].x, -curve->list[i].list[j].y});
    return path;
}

} // namespace

struct Graphviz::Context {
    GVC_t* gvc = gvContext();
    ~Context() { gvFreeContext(gvc); }
};

Graphviz::Graphviz(Diagnostics& diagnostics) : context_(std::make_unique<Context>()) {
    listener = &diagnostics;
    agseterr(AGWARN);
    agseterrf(report);
}

Graphviz::~Graphviz() {
    agseterrf(nullptr);
    listener = nullptr;
}

Answer Graphviz::solve(const Problem& problem) {
    const GraphOwner graph(agopen(text("g"), Agdirected, nullptr));
    for (const auto& [key, value] : problem.attributes)
        agattr(graph.get(), AGRAPH, text(key), text(value));
    agattr(graph.get(), AGNODE, text("shape"), text("box"));
    agattr(graph.get(), AGNODE, text("fixedsize"), text("true"));
    agattr(graph.get(), AGNODE, text("label"), text(""));
    agattr(graph.get(), AGEDGE, text("dir"), text("none"));
    agattr(graph.get(), AGEDGE, text("key"), text(""));
    const auto nodes = add_nodes(graph.get(), problem);
    const auto edges = add_edges(graph.get(), problem, nodes);
    add_columns(graph.get(), problem, nodes);
    if (gvLayout(context_->gvc, graph.get(), problem.engine) != 0)
        throw std::runtime_error(std::string("Graphviz could not lay out the picture with ") +
                                 problem.engine);
    Answer answer;
    for (Agnode_t* node : nodes)
        answer.centres.push_back({ND_coord(node).x, -ND_coord(node).y});
    for (Agedge_t* edge : edges)
        answer.paths.push_back(path_of(edge));
    gvFreeLayout(context_->gvc, graph.get());
    return answer;
}

} // namespace entente::diagram
