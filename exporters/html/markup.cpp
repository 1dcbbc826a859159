// SPDX-License-Identifier: BSL-1.0
#include "exporters/html/markup.hpp"

#include "exporters/writing/text/markup.hpp"

namespace entente::html {

void append_script_data(std::string& out, std::string_view json) {
    constexpr std::string_view separators = "\xE2\x80"; // of U+2028 and U+2029
    std::size_t done = 0;
    const auto replace = [&](std::size_t at, std::size_t length, std::string_view by) {
        out.append(json.substr(done, at - done)).append(by);
        done = at + length;
    };
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (json[at] == '<') {
            replace(at, 1, "\\u003c");
        } else if (json[at] == '>') {
            replace(at, 1, "\\u003e");
        } else if (json[at] == '\xE2' && json.substr(at, 2) == separators && at + 2 < json.size()) {
            if (json[at + 2] == '\xA8') replace(at, 3, "\\u2028");
            if (json[at + 2] == '\xA9') replace(at, 3, "\\u2029");
        }
    }
    out.append(json.substr(done));
}

void append_html_text(std::string& out, std::string_view text) {
    for (const char c : text) {
        const std::string_view entity = markup_entity(c);
        if (entity.empty())
            out += c;
        else
            out += entity;
    }
}

} // namespace entente::html
