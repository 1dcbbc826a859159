// SPDX-License-Identifier: BSL-1.0
#include "importers/dot/labels.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "graph/text/utf8.hpp"

namespace entente::dot {

namespace {

bool is_text_character(std::uint32_t c) {
    return c >= 0x20 && c < 0x110000 && !(c >= 0xD800 && c < 0xE000) && !(c >= 0x7F && c < 0xA0);
}

/// Appends what `&name;` or `&#nn;` means; false if it means nothing.
bool append_entity(std::string& out, std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}}};
    for (const auto& [entity, meaning] : known)
        if (name == entity) {
            out += meaning;
            return true;
        }
    if (!name.starts_with('#')) return false;
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(hex ? 2 : 1);
    std::uint32_t code = 0;
    const char* const end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data(), end, code, hex ? 16 : 10);
    if (error != std::errc() || stop != end || !is_text_character(code)) return false;
    utf8::append(out, code);
    return true;
}

/// With white space folded and character entities decoded.
std::string tidy(std::string_view text) {
    constexpr std::size_t longest_entity = 12;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (!out.empty() && out.back() != ' ') out += ' ';
            continue;
        }
        const std::size_t end = c == '&' ? text.substr(i, longest_entity).find(';') : 0;
        if (c == '&' && end != std::string_view::npos &&
            append_entity(out, text.substr(i + 1, end - 1)))
            i += end;
        else
            out += c;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// What `\c` stands for in a label.
void append_escape(std::string& out, char c, const LabelNames& names) {
    switch (c) {
        case 'n':
        case 'l':
        case 'r':
            out += '\n';
            return;
        case 'N':
            out += names.node;
            return;
        case 'G':
            out += names.graph;
            return;
        case 'T':
            out += names.tail;
            return;
        case 'H':
            out += names.head;
            return;
        case 'E':
            out.append(names.tail).append("->").append(names.head);
            return;
        default:
            out += c;
    }
}

} // namespace

std::string label_text(std::string_view label, const LabelNames& names) {
    std::string out;
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (label[i] == '\\' && i + 1 < label.size())
            append_escape(out, label[++i], names);
        else
            out += label[i];
    }
    return tidy(out);
}

std::string html_text(std::string_view html) {
    std::string out;
    for (std::size_t i = 0; i < html.size(); ++i) {
        if (html[i] != '<') {
            out += html[i];
            continue;
        }
        const bool comment = html.substr(i).starts_with("<!--");
        const std::size_t end = comment ? html.find("-->", i) : html.find('>', i);
        if (end == std::string_view::npos) break;
        i = comment ? end + 2 : end;
        out += ' '; // a line, a cell, a row may end here
    }
    return tidy(out);
}

std::string record_text(std::string_view label, const LabelNames& names) {
    std::string out, field;
    const auto take = [&] {
        const std::string text = label_text(field, names);
        if (!text.empty()) out.append(out.empty() ? "" : " | ").append(text);
        field.clear();
    };
    for (std::size_t i = 0; i < label.size(); ++i) {
        const char c = label[i];
        if (c == '\\' && i + 1 < label.size()) {
            field += c;
            field += label[++i];
        } else if (c == '|' || c == '{' || c == '}') {
            take();
        } else if (c == '<' && label.find('>', i) != std::string_view::npos) {
            i = label.find('>', i); // the name of a port
        } else {
            field += c;
        }
    }
    take();
    return out;
}

/// DOT's escape of the backslash, which cgraph leaves as it is, and then those of C.
std::string decoded(std::string_view value) {
    std::string once;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size() && value[i + 1] == '\\') ++i;
        once += value[i];
    }
    std::string out;
    for (std::size_t i = 0; i < once.size(); ++i) {
        if (once[i] != '\\' || i + 1 == once.size()) {
            out += once[i];
            continue;
        }
        const char c = once[++i];
        out += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
    }
    return out;
}

} // namespace entente::dot
