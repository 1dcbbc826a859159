// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/json_scan.hpp"

#include <cstring>

namespace entente {

std::size_t JsonScanner::skip_space(std::size_t at) const {
    while (at < text_.size() &&
           (text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\r' || text_[at] == '\t'))
        ++at;
    return at;
}

JsonExtent JsonScanner::quoted(std::size_t quote) const {
    for (std::size_t at = quote + 1;;) {
        const std::size_t end = text_.find('"', at);
        const std::size_t stop = end == std::string_view::npos ? text_.size() : end;
        if (const void* line = std::memchr(text_.data() + at, '\n', stop - at))
            return {static_cast<std::size_t>(static_cast<const char*>(line) - text_.data()), false};
        if (end == std::string_view::npos) return {text_.size(), false};
        std::size_t slashes = 0;
        while (text_[end - 1 - slashes] == '\\')
            ++slashes; // ends at the opening quote at the latest
        if (slashes % 2 == 0) return {end + 1, true};
        at = end + 1;
    }
}

JsonExtent JsonScanner::scalar(std::size_t begin) const {
    const std::size_t end = text_.find_first_of(",]}[{\": \t\r\n", begin);
    return {end == std::string_view::npos ? text_.size() : end, true};
}

JsonExtent JsonScanner::value(std::size_t begin, bool stop_at_record) {
    if (at(begin) == '"') return quoted(begin);
    if (at(begin) != '{' && at(begin) != '[') return scalar(begin);
    open_.clear();
    for (std::size_t i = begin; i < text_.size();) {
        switch (text_[i]) {
            case '"': {
                const JsonExtent text = quoted(i);
                if (!text.closed) return text;
                i = text.end;
                continue;
            }
            case '{':
                open_ += '}';
                break;
            case '[':
                open_ += ']';
                break;
            case '}':
            case ']':
                if (open_.back() != text_[i]) return {i, false};
                open_.pop_back();
                if (open_.empty()) return {i + 1, true};
                break;
            case '\n':
                if (stop_at_record && at(i + 1) == '{') return {i, false};
                break;
            default:
                break;
        }
        ++i;
    }
    return {text_.size(), false};
}

} // namespace entente
