// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/memory/parallel.hpp"
#include "importers/formats.hpp"
#include "importers/json/lists.hpp"
#include "importers/json/plain_lines.hpp"
#include "importers/json/records.hpp"

namespace entente {

namespace {

constexpr std::string_view between_lines = " \t\r\n";

std::string_view line_at(std::string_view text, std::size_t begin) {
    return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

/// How much may be read ahead in vain behind broken lines, in multiples of the text's size.
constexpr std::size_t most_ahead = 4;

class JsonLines {
  public:
    JsonLines(const InputText& input, const ImportContext& context)
        : reading_(input, context), records_(reading_), text_(input.text) {}

    ReadCounts read() {
        const std::vector<PlainPart> parts = read_plain_parts();
        std::uint32_t lines = 0;
        std::size_t next = 0; // what lies before it has been read
        for (const PlainPart& part : parts) {
            for (const OddLine& odd : part.odd) {
                if (odd.begin < next) continue; // part of a record over several lines
                reading_.jump_to(odd.begin, lines + odd.line);
                next = read_line(odd.begin, line_end(text_, odd.begin));
            }
            lines += part.lines;
        }
        return reading_.finish();
    }

  private:
    /// The plain records of the whole text, in as many threads as is worth it.
    std::vector<PlainPart> read_plain_parts() {
        constexpr std::size_t worth_a_thread = std::size_t{4} << 20;
        const std::size_t most = text_.size() / worth_a_thread + 1;
        std::vector<std::unique_ptr<RecordSink>> branches;
        while (branches.size() + 1 < std::min<std::size_t>(most, reading_.threads())) {
            branches.push_back(reading_.sink().branch());
            if (branches.back() == nullptr) {
                branches.pop_back();
                break;
            }
        }
        std::vector<PlainPart> parts(branches.size() + 1);
        const std::vector<std::size_t> cuts = cut_at_lines(text_, parts.size());
        in_parallel(parts.size(), [&](std::size_t part) {
            RecordSink& sink = part == 0 ? reading_.sink() : *branches[part - 1];
            parts[part] = read_plain_lines(text_, cuts[part], cuts[part + 1], reading_.file(),
                                           reading_.mapped(), sink);
        });
        std::uint32_t lines = 0;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            if (part > 0) reading_.sink().join(*branches[part - 1], lines);
            lines += parts[part].lines;
            reading_.accept(parts[part].records);
        }
        return parts;
    }

    /// Returns where to go on, which is behind the line's end but for records over several lines.
    std::size_t read_line(std::size_t line, std::size_t end) {
        const std::size_t begin = std::min(text_.find_first_not_of(between_lines, line), end);
        if (begin == end) return end + 1;
        std::size_t stop = end;
        while (between_lines.find(text_[stop - 1]) != std::string_view::npos)
            --stop;
        if (records_.parse(begin, stop, false)) {
            records_.take();
            return end + 1;
        }
        return read_odd_line(begin, stop, end);
    }

    std::size_t read_odd_line(std::size_t begin, std::size_t stop, std::size_t end) {
        const char first = text_[begin];
        if (text_.substr(begin, 3) == "```") {
            reading_.repaired(begin, "a code fence around the records was skipped");
            fenced_ = !fenced_;
            return end + 1;
        }
        if (first != '{' && first != '[') {
            read_words(begin, stop);
            return end + 1;
        }
        const JsonError broken = records_.error();
        JsonExtent extent{stop, false};
        if (looked_ahead_ <= most_ahead * text_.size())
            extent = records_.scanner().value(begin, true);
        if (!extent.closed) {
            looked_ahead_ += extent.end - begin;
            if (lone_bracket(begin, stop)) return end + 1;
            records_.reject_as(broken, begin, stop);
            return end + 1;
        }
        if (extent.end >= end && behind(extent.end) && records_.parse(begin, extent.end)) {
            records_.take();
            return behind(extent.end);
        }
        if (extent.end < stop) return read_several(begin, stop, end, broken);
        if (records_.parse(begin, stop))
            records_.take();
        else
            records_.reject_as(broken, begin, stop);
        return end + 1;
    }

    /// If nothing but a comma follows on the line: where the next line begins; 0 otherwise.
    std::size_t behind(std::size_t at) {
        const std::size_t end = std::min(text_.find('\n', at), text_.size());
        const std::size_t next = std::min(text_.find_first_not_of(" \t\r", at), end);
        if (next >= end) return end + 1;
        if (text_[next] != ',' || text_.find_first_not_of(" \t\r", next + 1) < end) return 0;
        reading_.repaired(next, "a comma behind a record was dropped");
        return end + 1;
    }

    /// Several records on one line, or one and something else.
    std::size_t read_several(std::size_t begin, std::size_t stop, std::size_t end,
                             const JsonError& broken) {
        for (std::size_t at = begin; at < stop;) {
            const JsonExtent extent = records_.scanner().value(at, true);
            const bool whole = extent.closed && extent.end <= stop && extent.end > at;
            if (!whole || (text_[at] != '{' && text_[at] != '[') ||
                !records_.parse(at, extent.end)) {
                if (at == begin)
                    records_.reject_as(broken, begin, stop);
                else
                    records_.reject(at, stop, Code::syntax,
                                    "something follows the record; write one record a line");
                return end + 1;
            }
            records_.take();
            at = std::min(text_.find_first_not_of(" \t\r,", extent.end), stop);
            if (at < stop && text_[at] == '{')
                reading_.repaired(at, "several records stood on one line");
            else if (at == stop)
                behind(extent.end);
        }
        return end + 1;
    }

    /// Whether a code fence stands in the text: then what is outside of it was meant for people.
    bool has_fence() {
        if (!has_fence_)
            has_fence_ = text_.starts_with("```") || text_.find("\n```") != std::string_view::npos;
        return *has_fence_;
    }

    bool lone_bracket(std::size_t begin, std::size_t stop) {
        if (stop - begin != 1 || text_[begin] != '[') return false;
        reading_.repaired(begin, "brackets around the lines were skipped");
        return true;
    }

    void read_words(std::size_t begin, std::size_t stop) {
        const std::string_view words = text_.substr(begin, stop - begin);
        if (words == "]" || words == "],") {
            reading_.repaired(begin, "brackets around the lines were skipped");
        } else if (!fenced_ && has_fence()) {
            reading_.repaired(begin, "words around the records were skipped");
        } else {
            records_.reject(begin, stop);
        }
    }

    Reading reading_;
    JsonRecords records_;
    std::string_view text_;
    bool fenced_ = false;
    std::optional<bool> has_fence_;
    std::size_t looked_ahead_ = 0;
};

ReadCounts read_jsonl(const InputText& input, const ImportContext& context) {
    return JsonLines(input, context).read();
}

/// Whether the first object is a document that goes on over the lines that follow.
bool begins_with_document(std::string_view head) {
    const std::size_t begin = head.find_first_not_of(between_lines);
    if (begin == std::string_view::npos || head[begin] != '{') return false;
    const JsonExtent first = JsonScanner(head).value(begin);
    if (first.closed)
        return trimmed(head.substr(first.end)).empty() && head.find('\n', begin) < first.end;
    if (first.end < head.size()) return false; // damaged, which tells nothing
    const std::string_view before = head.substr(begin, head.find("\n{", begin + 1) - begin);
    return std::any_of(json_lists.begin(), json_lists.end(), [&](const JsonList& list) {
        return before.find('"' + std::string(list.key) + '"') != std::string_view::npos;
    });
}

/// Sure if several lines begin with an object: in a document, only one does.
int recognises_jsonl(std::string_view head) {
    if (trimmed(head.substr(0, 1024)).starts_with('[') || begins_with_document(head)) return 0;
    int begins = 0, whole = 0, others = 0;
    for (std::size_t at = 0; at < head.size() && begins + others < 100;) {
        const std::string_view line = line_at(head, at);
        at += line.size() + 1;
        const std::string_view words = trimmed(line);
        if (words.empty()) continue;
        (line.starts_with('{') ? begins : others) += 1;
        // The head may end within a line.
        if (words.front() == '{' && (words.back() == '}' || at > head.size())) ++whole;
    }
    if (begins > 1) return 80;
    return whole == 0 ? 0 : others == 0 ? 60 : 40;
}

} // namespace

extern const Importer jsonl_importer{"jsonl",
                                     "jsonl ndjson",
                                     "application/jsonl",
                                     "native facts as JSON Lines: one record a line",
                                     recognises_jsonl,
                                     read_jsonl};

} // namespace entente
