// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <graphviz/cgraph.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "importers/reading.hpp"

namespace entente::dot {

struct GraphCloser {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// A graph of the text as cgraph has it, and where its parts stand, which cgraph does not keep.
struct ParsedGraph {
    std::unique_ptr<Agraph_t, GraphCloser> graph;
    std::size_t offset = 0;
    std::vector<std::size_t> nodes, edges; ///< offsets, by AGSEQ - 1

    [[nodiscard]] std::size_t at(Agnode_t* node) const { return offset_of(nodes, AGSEQ(node)); }
    [[nodiscard]] std::size_t at(Agedge_t* edge) const { return offset_of(edges, AGSEQ(edge)); }

  private:
    [[nodiscard]] std::size_t offset_of(const std::vector<std::size_t>& offsets,
                                        std::size_t sequence) const {
        return sequence > 0 && sequence <= offsets.size() ? offsets[sequence - 1] : offset;
    }
};

/// Reads every graph of the text. A line that breaks the grammar is reported and rejected, and the
/// text is read as if it were not there. cgraph has one state for the whole program: only one
/// thread at a time may be here or have one of the graphs.
std::vector<ParsedGraph> parse(Reading& reading);

/// cgraph renames whatever begins with `%`, so that it was given a mark. This takes it away.
std::string unmarked(std::string_view text);

} // namespace entente::dot
