// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/text/text.hpp"
#include "graph/text/bytes.hpp"

namespace entente {

namespace {

/// What means something inside a quoted label: to the grammar (`"`, `#`, `;`), to HTML, as
/// Markdown, as a formula (`$$`), as a directive (`%%{`), as a line break (`\n`).
constexpr std::string_view special = "\"#;<>&`*_~$%{}\\@";

void append_code(std::string& out, char c) {
    out += '#';
    append_number(out, std::uint64_t{static_cast<unsigned char>(c)});
    out += ';';
}

/// A label that begins like an item of a list would be one: `1.`, `-`, `+`.
bool begins_list(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '-' || c == '+') return at == 0;
    return c == '.' && at > 0 && text.find_first_not_of("0123456789") == at;
}

} // namespace

std::size_t append_mermaid_text(std::string& out, std::string_view text) {
    std::size_t replaced = 0;
    const std::size_t start = out.size();
    bool gap = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool icon = c == ':' && text.substr(i + 1).starts_with("fa-"); // `fa:fa-car`
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            gap = out.size() > start;
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        if (static_cast<unsigned char>(c) < 0x20) {
            out += bytes::replacement;
            ++replaced;
        } else if (icon || special.find(c) != std::string_view::npos || begins_list(text, i)) {
            append_code(out, c);
        } else if (text.substr(i).starts_with(
                       "\xEF\xAC\x82")) { // U+FB02 begins Mermaid's own codes
            out += "#64258;";
            i += 2;
        } else {
            out += c;
        }
    }
    return replaced;
}

} // namespace entente
