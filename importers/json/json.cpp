// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "importers/formats.hpp"
#include "importers/json/lists.hpp"
#include "importers/json/records.hpp"

namespace entente {

namespace {

/// One JSON value, or several, with whatever stands around them: models like to talk.
class JsonText {
  public:
    JsonText(const InputText& input, const ImportContext& context)
        : reading_(input, context), records_(reading_), text_(input.text) {}

    ReadCounts read() {
        for (std::size_t at = 0;;) {
            at = records_.scanner().skip_space(at);
            if (at >= text_.size()) break;
            const std::size_t begin = next_value(at);
            if (begin > at) {
                read_words(at, begin);
                at = begin;
            } else {
                at = read_value(begin);
            }
        }
        return reading_.finish();
    }

  private:
    /// Where the next list or object begins, from `at` on; the text's end if there is none. A
    /// bracket in a sentence, as in `[1]`, begins none.
    [[nodiscard]] std::size_t next_value(std::size_t at) {
        for (; (at = text_.find_first_of("{[", at)) != std::string_view::npos; ++at) {
            const char next = records_.scanner().at(records_.scanner().skip_space(at + 1));
            if (text_[at] == '{' && (next == '"' || next == '}' || next == '\'')) return at;
            if (text_[at] == '[' && (next == '"' || next == ']' || next == '[' || next == '{'))
                return at;
        }
        return text_.size();
    }

    std::size_t read_value(std::size_t begin) {
        reading_.move_to(begin);
        if (text_[begin] == '[') {
            forgiving_ = true;
            if (is_triple(begin)) return read_record(begin);
            return records_.read_list(begin, JsonRecords::Place::anywhere);
        }
        if (records_.begins_document(begin)) {
            forgiving_ = true;
            return records_.read_document(begin);
        }
        return read_record(begin);
    }

    std::size_t read_record(std::size_t begin) {
        const JsonExtent extent = records_.scanner().value(begin);
        const std::size_t line_end = std::min(text_.find('\n', begin), text_.size());
        const std::size_t end = extent.closed ? extent.end : line_end;
        if (records_.parse(begin, end))
            records_.take();
        else
            records_.reject(begin, end);
        return end;
    }

    /// A lone `["Japan", "ally_of", "United States"]`, not a list of names.
    bool is_triple(std::size_t begin) {
        const JsonScanner& scanner = records_.scanner();
        if (scanner.at(scanner.skip_space(begin + 1)) != '"') return false;
        const JsonExtent extent = records_.scanner().value(begin);
        return extent.closed &&
               text_.substr(begin, extent.end - begin).find('{') == std::string_view::npos;
    }

    /// Words between the values. They are forgiven where it is clear that the JSON was wrapped in
    /// them: around a code fence, a document or a list of records.
    void read_words(std::size_t begin, std::size_t end) {
        const std::string_view words = text_.substr(begin, end - begin);
        if (words.find("```") != std::string_view::npos) {
            forgiving_ = true;
            reading_.repaired(begin + words.find("```"),
                              "a code fence around the JSON was skipped");
            if (words.find_first_not_of(" \t\r\n`jsonJSONL") == std::string_view::npos) return;
        }
        const bool list_follows =
            end < text_.size() && (text_[end] == '[' || records_.begins_document(end));
        if (forgiving_ || list_follows) {
            reading_.repaired(begin, "words around the JSON were skipped");
            return;
        }
        for (std::size_t line = begin; line < end;) {
            const std::size_t stop = std::min(text_.find('\n', line), end);
            const std::size_t first = text_.find_first_not_of(" \t\r", line);
            if (first < stop) {
                reading_.move_to(first);
                records_.reject(first, stop, Code::syntax,
                                "not JSON: a record {...}, a list [...] of records or a document "
                                "is expected");
            }
            line = stop + 1;
        }
    }

    Reading reading_;
    JsonRecords records_;
    std::string_view text_;
    bool forgiving_ = false;
};

ReadCounts read_json(const InputText& input, const ImportContext& context) {
    return JsonText(input, context).read();
}

int recognises_json(std::string_view head) {
    const auto first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return 0;
    if (head[first] == '{' || head[first] == '[') {
        const auto next = head.find_first_not_of(" \t\r\n", first + 1);
        if (next == std::string_view::npos) return 50;
        return std::string_view("\"'{[]}").find(head[next]) == std::string_view::npos ? 0 : 70;
    }
    return head.find("```json") != std::string_view::npos ? 65 : 0;
}

} // namespace

extern const Importer json_importer{
    "json",
    "json",
    "application/json",
    "native facts as a JSON document, a list of records or one record",
    recognises_json,
    read_json};

} // namespace entente
