// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/model/model.hpp"

namespace entente::saved {

struct SavedGraph;
class File;

/// Fills in the tables of a graph from a file: the one who may, besides those that build a graph.
class GraphReader {
  public:
    explicit GraphReader(SavedGraph& graph);
    void read();

    /// Makes `to` show what `from`, a saved graph, does, but for its entities and relations.
    static void share(const GraphTables& from, GraphTables& to);

  private:
    void read_about();
    void read_judgements();
    void read_steps();
    void use_claims();

    SavedGraph& graph_;
    const File& file_;
};

} // namespace entente::saved
