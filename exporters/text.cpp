// SPDX-License-Identifier: BSL-1.0
#include "exporters/text.hpp"

#include <array>
#include <charconv>
#include <cstring>

namespace entente {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view hex = "0123456789ABCDEF";

// Eight bytes at a time: each returns a word that is not zero if some byte matches.
constexpr std::uint64_t every(std::uint8_t byte) { return 0x0101010101010101ULL * byte; }
constexpr std::uint64_t any_zero(std::uint64_t x) { return (x - every(1)) & ~x & every(0x80); }
constexpr std::uint64_t any_equal(std::uint64_t x, std::uint8_t byte) {
    return any_zero(x ^ every(byte));
}
constexpr std::uint64_t any_control(std::uint64_t x) {
    return (x - every(0x20)) & ~x & every(0x80);
}

std::uint64_t load(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

using ByteSet = std::array<bool, 256>;

constexpr ByteSet controls_and(std::string_view others) {
    ByteSet set{};
    for (std::size_t c = 0; c < 0x20; ++c) set[c] = true;
    for (const char c : others) set[static_cast<unsigned char>(c)] = true;
    return set;
}

constexpr ByteSet letters_digits_and(std::string_view others) {
    ByteSet set{};
    for (std::size_t c = 0; c < 256; ++c)
        set[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    for (const char c : others) set[static_cast<unsigned char>(c)] = true;
    return set;
}

constexpr ByteSet quotable = controls_and("\"\\");
constexpr ByteSet alphanumeric = letters_digits_and("");
constexpr ByteSet unreserved = letters_digits_and("-._~/");

bool in(const ByteSet& set, char c) { return set[static_cast<unsigned char>(c)]; }

/// Where the first control character, quote or backslash stands.
std::size_t find_quotable(std::string_view text, std::size_t from) {
    std::size_t at = from;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t x = load(text.data() + at);
        if ((any_control(x) | any_equal(x, '"') | any_equal(x, '\\')) != 0) break;
    }
    while (at < text.size() && !in(quotable, text[at])) ++at;
    return at;
}

void append_hex(std::string& out, std::string_view prefix, char c) {
    const auto byte = static_cast<unsigned char>(c);
    out += prefix;
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
}

} // namespace

void append_json_escaped(std::string& out, std::string_view text) {
    for (std::size_t from = 0;;) {
        const std::size_t at = find_quotable(text, from);
        out.append(text, from, at - from);
        if (at == text.size()) return;
        switch (const char c = text[at]) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default: append_hex(out, "\\u00", c);
        }
        from = at + 1;
    }
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    append_json_escaped(out, text);
    out += '"';
}

std::size_t append_dot_string(std::string& out, std::string_view text) {
    std::size_t replaced = 0;
    out += '"';
    for (std::size_t from = 0;;) {
        const std::size_t at = find_quotable(text, from);
        out.append(text, from, at - from);
        if (at == text.size()) break;
        switch (text[at]) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\\\\\"; break;
            case '\n': out += "\\\\n"; break;
            case '\r': out += "\\\\r"; break;
            case '\t': out += "\\\\t"; break;
            default: out += replacement; ++replaced;
        }
        from = at + 1;
    }
    out += '"';
    return replaced;
}

void append_dot_label(std::string& out, std::string_view text) {
    out += '"';
    bool gap = false;
    const std::size_t start = out.size();
    for (const char c : text) {
        if (c == ' ' || in(quotable, c)) {
            const bool space = c != '"' && c != '\\';
            gap = gap || space;
            if (space) continue;
        }
        if (gap && out.size() > start) out += ' ';
        gap = false;
        if (c == '"' || c == '\\') out += '\\';
        out += c;
        if (c == '&') out += "amp;";
    }
    out += '"';
}

void append_slug(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (in(alphanumeric, c))
            out += c;
        else
            append_hex(out, "-", c);
    }
}

void append_column_name(std::string& out, std::string_view text) {
    if (text.empty()) out += "_x";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool digit_first = i == 0 && c >= '0' && c <= '9';
        const bool escape_like = c == '_' && i + 1 < text.size() && text[i + 1] == 'x';
        if ((in(alphanumeric, c) && !digit_first) || (c == '_' && !escape_like))
            out += c;
        else
            append_hex(out, "_x", c);
    }
}

void append_iri_path(std::string& out, std::string_view text) {
    std::size_t segment = 0; // where the current path segment begins
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '/') segment = i + 1;
        const std::string_view rest = text.substr(segment, text.find('/', segment) - segment);
        if (in(unreserved, c) && !(c == '.' && (rest == "." || rest == "..")))
            out += c;
        else
            append_hex(out, "%", c);
    }
}

bool is_web_iri(std::string_view text) {
    const std::size_t colon = text.find("://");
    if (colon == std::string_view::npos || colon == 0 || colon + 3 == text.size()) return false;
    const char first = text[0];
    if (!in(alphanumeric, first) || (first >= '0' && first <= '9')) return false;
    for (const char c : text.substr(0, colon))
        if (!in(alphanumeric, c) && c != '+' && c != '-' && c != '.') return false;
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
            std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos)
            return false;
    for (std::size_t i = text.find('%'); i != std::string_view::npos; i = text.find('%', i + 1)) {
        const auto is_hex = [&](std::size_t at) {
            return at < text.size() && std::string_view("0123456789abcdefABCDEF").find(text[at]) !=
                                           std::string_view::npos;
        };
        if (!is_hex(i + 1) || !is_hex(i + 2)) return false;
    }
    return true;
}

void append_number(std::string& out, double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    for (const char* at = digits.data(); at != end; ++at)
        if (*at != '+') out += *at; // some readers take no plus sign in an exponent
}

void append_number(std::string& out, std::uint64_t number) {
    std::array<char, 24> digits{};
    out.append(digits.data(),
               std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

bool is_json_number(std::string_view text) {
    std::size_t i = 0;
    const auto digits = [&] {
        const std::size_t from = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
        return i - from;
    };
    if (i < text.size() && text[i] == '-') ++i;
    const bool zero = i < text.size() && text[i] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (digits() == 0) return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
        if (digits() == 0) return false;
    }
    return i == text.size();
}

// -- XML ------------------------------------------------------------------------------------------

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

constexpr ByteSet xml_special = controls_and("&<>");

/// True if every reader takes the text as it stands: no markup, no whitespace but single spaces
/// inside, nothing that XML forbids.
bool is_plain_xml(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ') return false;
    std::size_t at = 0;
    for (; at + 9 <= text.size(); at += 8) {
        const std::uint64_t x = load(text.data() + at);
        const std::uint64_t next = load(text.data() + at + 1);
        if ((any_control(x) | any_equal(x, '&') | any_equal(x, '<') | any_equal(x, '>') |
             any_zero((x ^ every(' ')) | (next ^ every(' ')))) != 0)
            return false;
    }
    for (; at < text.size(); ++at) {
        if (in(xml_special, text[at])) return false;
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
    static constexpr ByteSet stops = controls_and(">\xEF");
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
        if (!in(stops, c) || c == '\n' || c == '\t') continue;
        if (c == '\r') {
            put(i, "]]>&#13;<![CDATA[", 1);
        } else if (c == '>') {
            if (i >= 2 && text[i - 1] == ']' && text[i - 2] == ']') put(i, "]]><![CDATA[", 0);
        } else if (c != '\xEF') {
            put(i, replacement, 1);
            ++replaced;
        } else if (is_noncharacter(text, i)) {
            put(i, replacement, 3);
            ++replaced;
        }
    }
    out.append(text, written);
    out += "]]>";
    return replaced;
}

} // namespace entente
