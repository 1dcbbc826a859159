// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>

#include "importers/flat/items/record.hpp"
#include "importers/flat/own/plain.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// Reads what entente wrote of a graph as a whole, and the sources, which may stand with the graph
/// or with each edge that has them.
class OwnFlatGraph {
  public:
    OwnFlatGraph(Reading& reading, FlatRecord& record, OwnRecords& plain)
        : reading_(reading), record_(record), plain_(plain) {}

    void read(const FlatItem& item);
    /// DOT has all of it as one text: `{"graph":{...},"sources":[...],"judgements":[...]}`.
    void read_text(const FlatAttribute& text, std::size_t offset);
    /// A list of sources; each is read once, however often it comes.
    void read_sources(std::string_view list, std::size_t offset);

  private:
    void fields(const FlatItem& item);
    void vocabulary(const FlatAttribute& rows, std::size_t offset);
    void judgements(const FlatAttribute& list, std::size_t offset);
    void tell_unknown(const FlatItem& item);
    bool is_new(std::string_view source);
    bool read_object(const JsonTree& tree, std::size_t index, std::size_t offset);

    Reading& reading_;
    FlatRecord& record_;
    OwnRecords& plain_;
    JsonParser parser_;
    std::unordered_set<std::string_view> told_; ///< sources as JSON
    std::deque<std::string> texts_;             ///< those of them that are not in the input
};

} // namespace entente
