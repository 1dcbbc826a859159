// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/text/text.hpp"

#include <array>
#include <charconv>

#include "exporters/writing/text/digits.hpp"
#include "exporters/writing/text/escape_scan.hpp"
#include "graph/text/ascii.hpp"
#include "graph/text/bytes.hpp"

namespace entente {

namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

constexpr bytes::ByteSet quotable = bytes::controls_and("\"\\");
constexpr bytes::ByteSet alphanumeric = bytes::letters_digits_and("");
constexpr bytes::ByteSet unreserved = bytes::letters_digits_and("-._~/");

void append_hex(std::string& out, std::string_view prefix, char c) {
    const auto byte = static_cast<unsigned char>(c);
    out += prefix;
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
}

} // namespace

void append_json_escaped(std::string& out, std::string_view text) {
    append_escaped(out, text, [&out](char c) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                append_hex(out, "\\u00", c);
        }
    });
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    append_json_escaped(out, text);
    out += '"';
}

std::size_t append_dot_string(std::string& out, std::string_view text) {
    std::size_t replaced = 0;
    out += '"';
    append_escaped(out, text, [&](char c) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\\\\\";
                break;
            case '\n':
                out += "\\\\n";
                break;
            case '\r':
                out += "\\\\r";
                break;
            case '\t':
                out += "\\\\t";
                break;
            default:
                out += bytes::replacement;
                ++replaced;
        }
    });
    out += '"';
    return replaced;
}

void append_dot_label(std::string& out, std::string_view text) {
    out += '"';
    bool gap = false;
    const std::size_t start = out.size();
    for (const char c : text) {
        if (c == ' ' || bytes::in(quotable, c)) {
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
        if (bytes::in(alphanumeric, c))
            out += c;
        else
            append_hex(out, "-", c);
    }
}

void append_column_name(std::string& out, std::string_view text) {
    if (text.empty()) out += "_x";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool digit_first = i == 0 && ascii::is_digit(c);
        const bool escape_like = c == '_' && i + 1 < text.size() && text[i + 1] == 'x';
        if ((bytes::in(alphanumeric, c) && !digit_first) || (c == '_' && !escape_like))
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
        if (bytes::in(unreserved, c) && !(c == '.' && (rest == "." || rest == "..")))
            out += c;
        else
            append_hex(out, "%", c);
    }
}

void append_number(std::string& out, double number) {
    if (append_usual_fraction(out, number)) return;
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

} // namespace entente
