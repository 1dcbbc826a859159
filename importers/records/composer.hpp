// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "importers/records/reader.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// Puts a record together, member by member, and hands it to the reader of records: for importers
/// of formats that know nothing of our records. What is wrong with the record is told at one place
/// of the input, that of the node, edge or statement which it was made from.
///
/// Texts are not copied: they must live until read() or json().
class RecordComposer {
  public:
    explicit RecordComposer(Reading& reading) : reader_(reading) {}

    /// Begins a new, empty record.
    void begin();

    /// Adds a member to the object, or with an empty key an element to the list, that is open.
    void text(std::string_view key, std::string_view text);
    /// A number's digits, `true` or `false`.
    void value(std::string_view key, std::string_view text, JsonType type);
    /// Any value as JSON text. False if it is no JSON; then nothing was added.
    bool json(std::string_view key, std::string_view text);
    /// A value of another tree, which must live as long.
    void splice(std::string_view key, const JsonTree& tree, std::size_t index);
    void open_object(std::string_view key) { open(key, JsonType::object); }
    void open_list(std::string_view key) { open(key, JsonType::array); }
    void close();

    /// Whether the record itself has this member. The reader takes a key only once.
    [[nodiscard]] bool has(std::string_view key) const;

    /// Hands the record on. False if it is rejected, which was reported; counting and keeping it is
    /// the caller's business.
    bool read(std::size_t offset);
    /// The record as a line of the native facts, for what is kept of rejected ones.
    [[nodiscard]] std::string json();

  private:
    void open(std::string_view key, JsonType type);
    void close_all();
    JsonToken& add(std::string_view key, std::string_view text, JsonType type);

    RecordReader reader_;
    JsonTree tree_;
    std::vector<std::size_t> open_;  ///< indices of the objects and lists that are not closed
    std::deque<JsonParser> parsers_; ///< each keeps the texts of one value given as JSON
    std::size_t used_parsers_ = 0;
};

} // namespace entente
