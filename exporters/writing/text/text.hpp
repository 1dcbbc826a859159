// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// What the writers share: one function a way of writing text, each appending to `out`.
///
/// All text is valid UTF-8. Where a format cannot hold a character at all (a control character in
/// XML), U+FFFD stands in its place and the function returns how many there were, so that the
/// writer can report them.

/// A JSON string with its quotes. Only `"`, `\` and C0 are escaped.
void append_json_string(std::string& out, std::string_view text);
/// The same without the quotes.
void append_json_escaped(std::string& out, std::string_view text);

/// Character data of an XML element: as it is, or as CDATA as soon as some reader would trim, fold
/// or split it otherwise (guide: whitespace, entities). CR stands as a character reference.
std::size_t append_xml_text(std::string& out, std::string_view text);
/// True if every reader takes the text as it stands: no markup, no white space but single spaces
/// inside, nothing that XML forbids.
bool is_plain_xml(std::string_view text);
/// Value of an XML attribute in double quotes, without these. White space but the plain space
/// stands as character references, because readers fold it otherwise.
std::size_t append_xml_attribute(std::string& out, std::string_view text);

/// A double-quoted DOT string that gives `text` back exactly: first C escapes (backslash, line
/// feed, carriage return, tab), then DOT's own for backslash and quote.
std::size_t append_dot_string(std::string& out, std::string_view text);
/// A double-quoted DOT string for the eye: whitespace folded, `&` and backslash shown as they are.
void append_dot_label(std::string& out, std::string_view text);

/// Text inside the quotes of a Mermaid label, on one line: what means anything to Mermaid, HTML or
/// Markdown becomes a character code such as `#34;`.
std::size_t append_mermaid_text(std::string& out, std::string_view text);

/// Letters and digits stay, any other byte becomes `-HH`: legal as an XML NMTOKEN and never a
/// keyword, whatever the text, and reversible.
void append_slug(std::string& out, std::string_view text);

/// A legal name for a column, `[A-Za-z_][A-Za-z0-9_]*`: any other byte becomes `_xHH`. Reversible.
void append_column_name(std::string& out, std::string_view text);

/// Path of an IRI: unreserved characters and `/` stay, any other byte becomes `%HH`, as does a dot
/// segment's dot. Reversible.
void append_iri_path(std::string& out, std::string_view text);

/// Shortest text that reads back as the same number.
void append_number(std::string& out, double number);
void append_number(std::string& out, std::uint64_t number);

} // namespace entente
