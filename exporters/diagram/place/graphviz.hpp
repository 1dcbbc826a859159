// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "exporters/diagram/place/layout.hpp"

namespace entente::diagram {

/// What Graphviz is asked: boxes of given sizes, who is joined with whom, and how to go about it.
struct Problem {
    struct Edge {
        std::size_t from = 0, to = 0;
        double length = 0; ///< wished, in pixels; 0: whatever comes
        double weight = 1; ///< how much the wish counts
    };
    const char* engine = "dot"; ///< dot, neato, nop (only remove overlaps), nop2 (only route)
    std::vector<std::pair<const char*, std::string>> attributes; ///< of the graph
    std::vector<Point> sizes;
    std::vector<Point> positions; ///< centres, y downwards; needed by nop and nop2
    std::vector<Edge> edges;
    std::vector<std::vector<std::size_t>> columns; ///< dot: what stands under one another
};

struct Answer {
    std::vector<Point> centres;
    std::vector<std::vector<Point>> paths; ///< of the edges
};

/// The only place that knows Graphviz. It sees numbers alone: no name or text ever gets there, so
/// none can disturb it. Not for several threads at once; neither is Graphviz.
class Graphviz {
  public:
    explicit Graphviz(Diagnostics& diagnostics);
    Graphviz(const Graphviz&) = delete;
    Graphviz& operator=(const Graphviz&) = delete;
    ~Graphviz();

    Answer solve(const Problem& problem);

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

} // namespace entente::diagram
