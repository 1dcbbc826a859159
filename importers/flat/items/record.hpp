// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "importers/flat/items/flat_item.hpp"
#include "importers/flat/items/nodes.hpp"
#include "importers/reading.hpp"
#include "importers/records/composer.hpp"

namespace entente {

/// The record that is being put together of a node or an edge: the members of a RecordComposer and
/// those that flat attributes stand for.
class FlatRecord : private RecordComposer {
  public:
    explicit FlatRecord(Reading& reading) : RecordComposer(reading), reading_(reading) {}

    /// Begins a new, empty record; what was kept for the one before is gone.
    void begin();
    using RecordComposer::close;
    using RecordComposer::has;
    using RecordComposer::json;
    using RecordComposer::open_list;
    using RecordComposer::open_object;
    using RecordComposer::read;
    using RecordComposer::splice;
    using RecordComposer::text;
    using RecordComposer::value;

    /// A number that JSON cannot write, such as `INF`, is kept as text.
    void attribute(std::string_view key, const FlatAttribute& attribute);
    /// Who is meant by a node: an id or a name.
    void reference(std::string_view key, const FlatNode& node);
    /// All members of an object of another tree, which must live as long.
    void members(const JsonTree& tree, std::size_t object);
    /// A text that lives as long as the record.
    std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

    /// Counts the item that the record was made from.
    void count(bool accepted, std::size_t offset);
    /// Reports and counts an item of which no record can be made.
    void reject(const FlatItem& item, Code code, std::string message);

  private:
    Reading& reading_;
    std::deque<std::string> texts_;
};

} // namespace entente
