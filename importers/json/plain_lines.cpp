// SPDX-License-Identifier: BSL-1.0
#include "importers/json/plain_lines.hpp"

#include <algorithm>
#include <cstring>

#include "importers/input/pages.hpp"
#include "importers/json/plain.hpp"

namespace entente {

std::size_t line_end(std::string_view text, std::size_t begin) {
    const void* found = std::memchr(text.data() + begin, '\n', text.size() - begin);
    if (found == nullptr) return text.size();
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

PlainPart read_plain_lines(std::string_view text, std::size_t begin, std::size_t end,
                           std::uint32_t file, bool mapped, RecordSink& sink) {
    PlainPart part;
    PlainRecords records(text, file);
    PageWindow window(text, begin, mapped);
    for (std::size_t at = begin; at < end;) {
        ++part.lines;
        std::size_t stop = records.read_alike(at, part.lines, sink);
        bool plain = stop != 0;
        if (!plain) {
            stop = line_end(text, at);
            plain = text[at] == '{' && records.read(at, stop, part.lines, sink);
        }
        if (plain)
            ++part.records;
        else
            part.odd.push_back({at, part.lines});
        at = stop + 1;
        window.move_to(std::min(at, end));
    }
    records.finish(sink);
    return part;
}

std::vector<std::size_t> cut_at_lines(std::string_view text, std::size_t parts) {
    std::vector<std::size_t> cuts{0};
    for (std::size_t part = 1; part < parts; ++part) {
        const std::size_t wanted = text.size() / parts * part;
        cuts.push_back(std::max(cuts.back(), std::min(line_end(text, wanted) + 1, text.size())));
    }
    cuts.push_back(text.size());
    return cuts;
}

} // namespace entente
