// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "importers/reading.hpp"
#include "importers/records/reader.hpp"
#include "importers/syntax/json.hpp"
#include "importers/syntax/json_scan.hpp"

namespace entente {

/// Reads JSON records and documents out of a text, whatever stands around them: what the importers
/// of JSON and JSON Lines share.
class JsonRecords {
  public:
    using Place = RecordReader::Place;

    explicit JsonRecords(Reading& reading);

    [[nodiscard]] JsonScanner& scanner() { return scanner_; }

    /// Parses [begin, end), putting usual mistakes right if need be (`repairs`). Nothing is
    /// reported if it fails; error() tells.
    bool parse(std::size_t begin, std::size_t end, bool repairs = true);
    [[nodiscard]] const JsonError& error() const { return error_; }
    [[nodiscard]] bool is_document() const;
    [[nodiscard]] bool looks_like_record() const;

    /// Takes what parse() has read: a record, or a document with many.
    void take(Place place = Place::anywhere);
    /// Reports error() and rejects [begin, end).
    void reject(std::size_t begin, std::size_t end);
    void reject_as(const JsonError& error, std::size_t begin, std::size_t end);
    /// Reports something else and rejects [begin, end).
    void reject(std::size_t begin, std::size_t end, Code code, std::string message);

    /// Reads the list whose `[` is at `begin`, element by element, and goes on behind a damaged
    /// one. Returns where it ended.
    std::size_t read_list(std::size_t begin, Place place);
    /// Reads the document whose `{` is at `begin`. Returns where it ended.
    std::size_t read_document(std::size_t begin);
    /// Whether the object at `begin` has a member that makes it a document.
    bool begins_document(std::size_t begin);

  private:
    std::size_t read_element(std::size_t begin, Place place);
    std::size_t read_member(std::size_t key_begin);
    void read_value(Key key, std::size_t begin, std::size_t end);
    std::size_t skip_garbage(std::size_t begin);
    std::size_t next_record(std::size_t from);

    Reading& reading_;
    JsonScanner scanner_;
    JsonParser parser_;
    RecordReader reader_;
    JsonError error_;
    std::string repaired_;
    std::size_t begin_ = 0, end_ = 0; ///< of what was parsed last
    std::size_t looked_ahead_ = 0;    ///< characters, in vain
};

} // namespace entente
