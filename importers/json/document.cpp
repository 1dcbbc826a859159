// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>

#include "graph/text/ascii.hpp"
#include "importers/json/lists.hpp"
#include "importers/json/records.hpp"

namespace entente {

namespace {

/// How much of the text may be read ahead in vain behind damaged records, in multiples of its
/// size: a hostile file must not cost quadratic time.
constexpr std::size_t most_looks_ahead = 4;

/// A list that is longer than this makes a document of the object that it stands in.
constexpr std::size_t longest_attribute = std::size_t{64} << 10;

bool begins_value(char c) {
    return c == '{' || c == '[' || c == '"' || c == '-' || ascii::is_digit(c) || c == 't' ||
           c == 'f' || c == 'n' || c == 'T' || c == 'F' || c == 'N';
}

} // namespace

/// Behind a damaged record: where the next good one begins, or the end of the text. A record is
/// taken for one only if it parses and has a key that records have.
std::size_t JsonRecords::next_record(std::size_t from) {
    const std::string_view text = reading_.text();
    for (std::size_t at = from; (at = text.find('{', at)) != std::string_view::npos; ++at) {
        const std::size_t before = text.find_last_not_of(" \t\r\n", at == 0 ? 0 : at - 1);
        if (before != std::string_view::npos && text[before] == ':') continue;
        const JsonExtent extent = scanner_.value(at);
        if (extent.closed && parse(at, extent.end) && (looks_like_record() || is_document()))
            return at;
        looked_ahead_ += extent.end - at;
        if (looked_ahead_ > most_looks_ahead * text.size()) break;
    }
    return text.size();
}

std::size_t JsonRecords::skip_garbage(std::size_t begin) {
    const std::size_t end = reading_.text().find_first_of("\n,]}{[", begin + 1);
    const std::size_t stop = std::min(end, reading_.text().size());
    reject(begin, stop, Code::syntax, "neither a record nor a bracket; delete it");
    return stop;
}

std::size_t JsonRecords::read_element(std::size_t begin, Place place) {
    reading_.move_to(begin);
    const JsonExtent extent = scanner_.value(begin);
    if (extent.closed) {
        if (parse(begin, extent.end))
            take(place);
        else
            reject(begin, extent.end);
        return std::max(extent.end, begin + 1);
    }
    parse(begin, reading_.text().size(), false); // finds out where it breaks
    const JsonError broken = error_;
    const std::size_t next = next_record(std::clamp(broken.offset, begin + 1, extent.end + 1));
    error_ = broken;
    std::size_t end = next;
    if (next == reading_.text().size()) {
        // Nothing good follows. If the list was closed where the brackets broke, the rest of the
        // document is still to be read.
        const char stop = scanner_.at(extent.end);
        if (stop == ']') end = extent.end;
    }
    reject(begin, end);
    return end;
}

std::size_t JsonRecords::read_list(std::size_t begin, Place place) {
    std::size_t at = begin + 1;
    bool comma = true; // none is due before the first element, nor behind a damaged one
    bool damage = false;
    for (;;) {
        at = scanner_.skip_space(at);
        if (scanner_.ends(at)) {
            reading_.report(Code::syntax, begin, "this list is never closed; its end is missing");
            return at;
        }
        const char c = scanner_.at(at);
        if (c == ']') return at + 1;
        if (c == ',') {
            if (comma && !damage) reading_.repaired(at, "a comma without an element was skipped");
            comma = true;
            damage = false;
            ++at;
        } else if (begins_value(c)) {
            if (!comma) reading_.repaired(at, "a comma between two records was missing");
            const std::size_t rejected = reading_.counts().rejected;
            at = read_element(at, place);
            damage = comma = reading_.counts().rejected != rejected;
        } else {
            reading_.move_to(at);
            at = skip_garbage(at);
            damage = comma = true;
        }
    }
}

void JsonRecords::read_value(Key key, std::size_t begin, std::size_t end) {
    reading_.move_to(begin);
    if (!parse(begin, end))
        reject(begin, end);
    else if (reader_.read_member(key, parser_.tree(), begin))
        reading_.accept();
    else
        reading_.reject_json(begin, reading_.text().substr(begin, end - begin));
}

/// Reads `"key": value` and returns where it ended.
std::size_t JsonRecords::read_member(std::size_t key_begin) {
    const std::string_view text = reading_.text();
    const JsonExtent key_extent = scanner_.value(key_begin);
    const std::size_t colon = scanner_.skip_space(key_extent.end);
    if (!key_extent.closed || scanner_.at(colon) != ':') {
        reading_.report(Code::syntax, key_begin,
                        "a key in double quotes and ':' are expected here");
        const std::size_t next = text.find_first_of(",}", key_extent.end);
        return std::min(next, text.size());
    }
    const std::string_view key = text.substr(key_begin + 1, key_extent.end - key_begin - 2);
    const std::size_t begin = scanner_.skip_space(colon + 1);
    if (const JsonList* list = find_list(key)) {
        if (!list->ours.empty()) reading_.repaired(key_begin, list->ours);
        if (scanner_.at(begin) == '[') return read_list(begin, list->place);
        if (scanner_.at(begin) == '{') {
            reading_.repaired(begin, "a single record stood where a list of them belongs");
            return read_element(begin, list->place);
        }
    }
    const JsonExtent extent = scanner_.value(begin);
    if (const Key ours = find_key(key); ours == Key::graph || ours == Key::vocabulary) {
        read_value(ours, begin, extent.end);
    } else if (text.substr(begin, extent.end - begin) != "null") {
        reading_.once(Code::unknown_column, Severity::warning, key_begin,
                      "'" + printable(key) +
                          "' of the document is not read; it may have 'graph', 'vocabulary', "
                          "'sources', 'entities' and 'facts'");
    }
    return std::max(extent.end, begin + 1);
}

std::size_t JsonRecords::read_document(std::size_t begin) {
    for (std::size_t at = begin + 1;;) {
        at = scanner_.skip_space(at);
        if (scanner_.ends(at)) {
            reading_.report(Code::syntax, begin,
                            "this document is never closed; its end is missing");
            return at;
        }
        const char c = scanner_.at(at);
        if (c == '}') return at + 1;
        if (c == ',') {
            ++at;
            continue;
        }
        if (c == '"') {
            at = read_member(at);
            continue;
        }
        reading_.report(Code::syntax, at, "a key in double quotes is expected here");
        const std::size_t next = reading_.text().find_first_of("\"}", at + 1);
        at = std::min(next, reading_.text().size());
    }
}

bool JsonRecords::begins_document(std::size_t begin) {
    bool lists = false;
    for (std::size_t at = begin + 1;;) {
        at = scanner_.skip_space(at);
        if (scanner_.at(at) == ',') {
            ++at;
            continue;
        }
        if (scanner_.at(at) != '"') return lists;
        const JsonExtent key = scanner_.value(at);
        const std::size_t colon = scanner_.skip_space(key.end);
        if (!key.closed || scanner_.at(colon) != ':') return lists;
        const std::string_view name = reading_.text().substr(at + 1, key.end - at - 2);
        if (makes_record(name)) return false;
        const std::size_t value = scanner_.skip_space(colon + 1);
        const char c = scanner_.at(value);
        const bool list = (c == '[' || c == '{') && find_list(name) != nullptr;
        lists |= list;
        // No attribute of a record is that long.
        JsonScanner near(reading_.text().substr(0, value + longest_attribute));
        const JsonExtent extent = list ? near.value(value) : scanner_.value(value);
        if (!extent.closed) return lists;
        at = std::max(extent.end, value + 1);
    }
}

} // namespace entente
