// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/text/markup.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/text/bytes.hpp"

namespace entente {

namespace {

bool has_noncharacter(std::string_view text) {
    return text.find("\xEF\xBF\xBE") != std::string_view::npos ||
           text.find("\xEF\xBF\xBF") != std::string_view::npos;
}

} // namespace

bool is_plain_xml(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ') return false;
    const auto special = [](auto block) {
        return block.controls() | block.equal('&') | block.equal('<') | block.equal('>');
    };
    // Without its last character, so that each has a next one.
    const std::string_view but_last = text.substr(0, text.size() - 1);
    const std::size_t at = bytes::find(but_last, 0, [&](auto block) {
        return special(block) | block.equal('\xEF') | (block.equal(' ') & block.next().equal(' '));
    });
    if (bytes::find(text.substr(text.size() - 1), 0, special) == 0) return false;
    if (at == but_last.size()) return true;
    if (text[at] != '\xEF' || has_noncharacter(text.substr(at))) return false;
    // An ideographic full width is no reason for CDATA, but what follows may be one.
    return text.substr(at).find("  ") == std::string_view::npos &&
           bytes::find(text, at, special) == text.size();
}

std::size_t append_xml_text(std::string& out, std::string_view text) {
    if (is_plain_xml(text)) {
        out += text;
        return 0;
    }
    const auto stops = [](auto block) {
        return block.controls() | block.equal('>') | block.equal('\xEF');
    };
    std::size_t replaced = 0;
    std::size_t written = 0; // everything before this is in `out`
    const auto put = [&](std::size_t at, std::string_view instead, std::size_t length) {
        out.append(text, written, at - written);
        out += instead;
        written = at + length;
    };
    out += "<![CDATA[";
    for (std::size_t i = 0; (i = bytes::find(text, i, stops)) < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n' || c == '\t') continue;
        if (c == '\r') {
            put(i, "]]>&#13;<![CDATA[", 1);
        } else if (c == '>') {
            if (i >= 2 && text[i - 1] == ']' && text[i - 2] == ']') put(i, "]]><![CDATA[", 0);
        } else if (c != '\xEF') {
            put(i, bytes::replacement, 1);
            ++replaced;
        } else if (is_noncharacter(text, i)) {
            put(i, bytes::replacement, 3);
            ++replaced;
        }
    }
    out.append(text, written);
    out += "]]>";
    return replaced;
}

std::size_t append_xml_attribute(std::string& out, std::string_view text) {
    static constexpr bytes::ByteSet stops = bytes::controls_and("&<>\"\xEF");
    const auto instead_of = [](char c) -> std::string_view {
        if (c == '\t') return "&#9;";
        if (c == '\n') return "&#10;";
        if (c == '\r') return "&#13;";
        const std::string_view entity = markup_entity(c);
        return entity.empty() ? bytes::replacement : entity;
    };
    std::size_t replaced = 0;
    std::size_t written = 0; // everything before this is in `out`
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!bytes::in(stops, text[i])) continue;
        const bool lead = text[i] == '\xEF';
        if (lead && !is_noncharacter(text, i)) continue;
        out.append(text, written, i - written);
        const std::string_view instead = instead_of(text[i]);
        replaced += instead == bytes::replacement;
        out += instead;
        written = i + (lead ? 3 : 1);
    }
    out.append(text, written);
    return replaced;
}

} // namespace entente
