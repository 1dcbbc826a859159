// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/language/record.hpp"

namespace entente {

/// A line that is no plain record: RecordReader's business.
struct OddLine {
    std::size_t begin = 0;
    std::uint32_t line = 0; ///< its number, 1 for the first line of the part
};

/// What one thread read of a text.
struct PlainPart {
    std::vector<OddLine> odd;
    std::size_t records = 0; ///< pushed
    std::uint32_t lines = 0;
};

/// Reads the plain records of the lines in [begin, end) of `text`, which begins with a line and
/// ends behind one. In what order records are pushed does not matter to a sink, so the odd lines
/// may wait. `mapped`: pages that were read are given back.
PlainPart read_plain_lines(std::string_view text, std::size_t begin, std::size_t end,
                           std::uint32_t file, bool mapped, RecordSink& sink);

/// The line break behind `begin`, or the end of the text.
std::size_t line_end(std::string_view text, std::size_t begin);

/// Where to cut a text into `parts` of about equal size: parts + 1 places, each a line's beginning
/// or the end.
std::vector<std::size_t> cut_at_lines(std::string_view text, std::size_t parts);

} // namespace entente
