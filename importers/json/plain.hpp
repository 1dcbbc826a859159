// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "graph/language/record.hpp"

namespace entente {

/// The short way for what nearly every line of a large file is: a claim, an entity or a source in
/// our own words, with nothing to mend and nothing to tell. RecordReader knows all the others; of
/// the lines that are read here it would make the very same records (tests/importers/json compare
/// them), but in five times the time.
class PlainRecords {
  public:
    /// `text` is the whole input. It must be valid as long as this.
    PlainRecords(std::string_view text, std::uint32_t file);
    PlainRecords(const PlainRecords&) = delete;
    PlainRecords& operator=(const PlainRecords&) = delete;
    ~PlainRecords();

    /// Reads the line that begins at `begin` if it has the shape of the claim that was read last,
    /// pushes it, perhaps together with later ones, and gives the place of its line feed. 0 if it
    /// is not such a line.
    std::size_t read_alike(std::size_t begin, std::uint32_t line, RecordSink& sink);
    /// Reads the record that stands alone in [begin, end) and begins with `{` in the first column
    /// of this line, and pushes it. False if it is not a plain one: then it was not pushed, but all
    /// before it were.
    bool read(std::size_t begin, std::size_t end, std::uint32_t line, RecordSink& sink);
    /// Pushes what still waits.
    void finish(RecordSink& sink);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace entente
