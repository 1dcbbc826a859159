// SPDX-License-Identifier: BSL-1.0
#include "exporters/bytes.hpp"
#include "exporters/text.hpp"

namespace entente {

namespace {

/// U+FFFE and U+FFFF, which XML forbids, are EF BF BE and EF BF BF.
bool is_noncharacter(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at] == '\xEF' && text[at + 1] == '\xBF' &&
           (text[at + 2] == '\xBE' || text[at + 2] == '\xBF');
}

bool has_noncharacter(std::string_view text) {
    return text.find("\xEF\xBF\xBE") != std::string_view::npos ||
           text.find("\xEF\xBF\xBF") != std::string_view::npos;
}

constexpr bytes::ByteSet xml_special = bytes::controls_and("&<>");

/// True if every reader takes the text as it stands: no markup, no whitespace but single
/// spaces inside, nothing that XML forbids.
bool is_plain_xml(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ') return false;
    std::size_t at = 0;
    for (; at + 9 <= text.size(); at += 8) {
        const std::uint64_t x = bytes::load(text.data() + at);
        const std::uint64_t next = bytes::load(text.data() + at + 1);
        if ((bytes::any_control(x) | bytes::any_equal(x, '&') | bytes::any_equal(x, '<') |
             bytes::any_equal(x, '>') |
             bytes::any_zero((x ^ bytes::every(' ')) | (next ^ bytes::every(' ')))) != 0)
            return false;
    }
    for (; at < text.size(); ++at) {
        if (bytes::in(xml_special, text[at])) return false;
        if (text[at] == ' ' && at + 1 < text.size() && text[at + 1] == ' ') return false;
    }
    return !has_noncharacter(text);
}

} // namespace

std::size_t append_xml_text(std::string& out, std::string_view text) {
    if (is_plain_xml(text)) {
        out += text;
        return 0;
    }
    static constexpr bytes::ByteSet stops = bytes::controls_and(">\xEF");
    std::size_t replaced = 0;
    std::size_t written = 0; // everything before this is in `out`
    const auto put = [&](std::size_t at, std::string_view instead, std::size_t length) {
        out.append(text, written, at - written);
        out += instead;
        written = at + length;
    };
    out += "<![CDATA[";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!bytes::in(stops, c) || c == '\n' || c == '\t') continue;
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
        switch (c) {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return "&quot;";
            case '\t':
                return "&#9;";
            case '\n':
                return "&#10;";
            case '\r':
                return "&#13;";
            default:
                return bytes::replacement;
        }
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
