// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "importers/flat/items/record.hpp"
#include "importers/flat/own/graph.hpp"
#include "importers/flat/own/plain.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// Reads the edges that entente wrote: each is a relation, with its claims and their sources.
class OwnFlatEdges {
  public:
    OwnFlatEdges(Reading& reading, FlatRecord& record, OwnRecords& plain, OwnFlatGraph& graph)
        : reading_(reading), record_(record), plain_(plain), graph_(graph) {}

    /// Whether an edge is one of these: each has one of three attributes, the last also in lean
    /// files.
    [[nodiscard]] static bool wrote(const FlatItem& edge);
    void read(const FlatItem& edge, const FlatEnds& ends);
    /// The short way. False if it is not open to this edge: then nothing was read.
    bool read_plain(const OwnEdge& edge, const FlatEnds& ends);

  private:
    void begin_claim(const FlatItem& edge, const FlatEnds& ends);
    void claims(const FlatItem& edge, const FlatEnds& ends, const FlatAttribute& list);
    bool plain_claims(const OwnEdge& edge, const PlainEnds& ends);
    void lean_claims(const FlatItem& edge, const FlatEnds& ends);
    void lean_fields(const FlatItem& edge);
    std::vector<std::string> source_ids(const FlatItem& edge);
    void tell_lean(std::size_t offset);

    Reading& reading_;
    FlatRecord& record_;
    OwnRecords& plain_;
    OwnFlatGraph& graph_;
    JsonParser parser_;
};

} // namespace entente
