// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

#include "importers/flat/items/record.hpp"
#include "importers/flat/own/graph.hpp"
#include "importers/flat/own/plain.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// Reads the nodes that entente wrote: each is an entity.
class OwnFlatEntities {
  public:
    OwnFlatEntities(Reading& reading, FlatRecord& record, OwnRecords& plain, OwnFlatGraph& graph)
        : reading_(reading), record_(record), plain_(plain), graph_(graph) {}

    /// `node` has an id of ours.
    void read(const FlatItem& node);

  private:
    void begin(const FlatItem& node);
    void field(const FlatItem& node, const FieldWord& row);
    void find_exact(const FlatItem& node);
    void attributes(const FlatItem& node);
    void finish(const FlatItem& node);

    Reading& reading_;
    FlatRecord& record_;
    OwnRecords& plain_;
    OwnFlatGraph& graph_;
    JsonParser parser_;
    /// Of the attributes whose values `kg_attributes` has as they are: indices of tokens in the
    /// parser's tree, and their keys.
    std::vector<std::size_t> values_;
    std::set<std::string_view> exact_;
};

} // namespace entente
