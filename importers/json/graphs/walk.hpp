// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "importers/flat/flat_graph.hpp"
#include "importers/reading.hpp"
#include "importers/syntax/json.hpp"
#include "importers/syntax/json_scan.hpp"

namespace entente {

/// Goes through a large JSON text value by value, so that no more than one node or edge is parsed
/// at a time: what the importers of graphs in JSON share.
class JsonWalk {
  public:
    explicit JsonWalk(Reading& reading)
        : reading_(reading), text_(reading.text()), scanner_(reading.text()) {}

    [[nodiscard]] char at(std::size_t i) const { return scanner_.at(i); }
    [[nodiscard]] std::size_t skip_space(std::size_t at) const { return scanner_.skip_space(at); }

    /// Calls `f(key, begin of the value)` for each member of the object at `begin`. It returns
    /// where the value ended, as this does.
    template <class F>
    std::size_t object(std::size_t begin, F f);
    /// Calls `f(begin)` for each element of the list at `begin`. It returns where it ended, as this
    /// does.
    template <class F>
    std::size_t list(std::size_t begin, F f);

    /// Where the value at `begin` ends.
    std::size_t skip(std::size_t begin);
    /// Parses the value at `begin`. False if that fails: then it is reported and rejected.
    bool parse(std::size_t begin);
    [[nodiscard]] const JsonTree& tree() const { return parser_.tree(); }
    /// Where the value parsed last ended.
    [[nodiscard]] std::size_t end() const { return end_; }
    /// Reports something and rejects the value parsed last, which began at `begin`.
    void reject(std::size_t begin, Code code, std::string message);

  private:
    Reading& reading_;
    std::string_view text_;
    JsonScanner scanner_;
    JsonParser parser_;
    std::size_t end_ = 0;
};

/// Adds the members of the object at `index` as attributes; lists and objects as their JSON, `null`
/// not at all.
void add_members(FlatItem& item, const JsonTree& tree, std::size_t index);

/// The index of the member `key` of the object at `index`; 0 if there is none.
std::size_t find_member(const JsonTree& tree, std::size_t index, std::string_view key);

template <class F>
std::size_t JsonWalk::object(std::size_t begin, F f) {
    for (std::size_t next = begin + 1;;) {
        next = skip_space(next);
        if (scanner_.ends(next)) {
            reading_.report(Code::syntax, begin, "this object is never closed; its end is missing");
            return text_.size();
        }
        if (at(next) == '}') return next + 1;
        if (at(next) == ',') {
            ++next;
            continue;
        }
        const JsonExtent key = scanner_.value(next);
        const std::size_t colon = skip_space(key.end);
        if (at(next) != '"' || !key.closed || at(colon) != ':') {
            reading_.report(Code::syntax, next, "a key in double quotes and ':' are expected here");
            return text_.size();
        }
        const std::size_t value = skip_space(colon + 1);
        next = std::max(f(text_.substr(next + 1, key.end - next - 2), value), value);
    }
}

template <class F>
std::size_t JsonWalk::list(std::size_t begin, F f) {
    for (std::size_t next = begin + 1;;) {
        next = skip_space(next);
        if (scanner_.ends(next)) {
            reading_.report(Code::syntax, begin, "this list is never closed; its end is missing");
            return text_.size();
        }
        if (at(next) == ']') return next + 1;
        if (at(next) == ',')
            ++next;
        else
            next = std::max(f(next), next + 1);
    }
}

} // namespace entente
