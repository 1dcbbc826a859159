// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "importers/importer.hpp"
#include "importers/input/pages.hpp"

namespace entente {

/// What the reading of one input needs everywhere: positions, reports, counts, rejects.
///
/// Positions are found only when asked for. They are counted on from an anchor that the reader
/// moves along, so that asking costs no more than the text between. A reader that asks in another
/// order moves the anchor to the end: what lies before it is counted once, and then looked up.
class Reading {
  public:
    Reading(const InputText& input, const ImportContext& context);

    [[nodiscard]] std::string_view text() const { return input_.text; }
    [[nodiscard]] RecordSink& sink() const { return context_.sink; }
    [[nodiscard]] std::uint32_t file() const { return input_.file; }

    /// Moves the anchor to `offset`, which must not lie before it in the same file.
    void move_to(std::size_t offset);
    /// Moves the anchor back to the beginning: what was put off is read in a second run.
    void rewind();
    /// Moves the anchor to `offset`, known to be the beginning of the line after the anchor's.
    void next_line(std::size_t offset);
    /// Moves the anchor to `offset`, known to be the beginning of this line.
    void jump_to(std::size_t offset, std::uint32_t line);
    [[nodiscard]] bool mapped() const { return input_.mapped; }
    [[nodiscard]] unsigned threads() const { return context_.threads; }
    [[nodiscard]] Position anchor() const { return anchor_; }
    [[nodiscard]] Position at(std::size_t offset) const;

    void report(Code code, std::size_t offset, std::string message);
    void report(Code code, Severity severity, std::size_t offset, std::string message);
    /// A `repaired` note, only the first time that `what` happens in this input.
    void repaired(std::size_t offset, std::string_view what);
    /// Any other note of which one a file is enough.
    void once(Code code, Severity severity, std::size_t offset, std::string_view what);

    void accept(std::size_t records = 1);
    /// Hands text to the keeper of rejects without counting it, such as a table's header.
    void keep(std::size_t offset, std::string_view text);
    void reject(std::size_t offset, std::string_view text);
    /// The same for JSON: line breaks (which JSON allows only between its parts) become spaces, so
    /// that a rejected record is one line, as JSON Lines want it.
    void reject_json(std::size_t offset, std::string_view text);
    [[nodiscard]] const ReadCounts& counts() const { return counts_; }
    /// The end: reports an input without any record.
    ReadCounts finish();

  private:
    [[nodiscard]] const InputMember* member_at(std::size_t offset) const;
    [[nodiscard]] Position at_member(const InputMember& member, std::size_t offset) const;
    [[nodiscard]] Position before_anchor(std::size_t offset) const;

    const InputText& input_;
    const ImportContext& context_;
    PageWindow window_;
    std::size_t anchor_offset_ = 0;
    Position anchor_;
    ReadCounts counts_;
    std::vector<std::string> told_;
    mutable std::vector<Position> marks_; ///< of every 4096th byte, once somebody asks
};

} // namespace entente
