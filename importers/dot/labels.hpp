// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace entente::dot {

/// What the escapes of a label stand for.
struct LabelNames {
    std::string_view node, graph, tail, head; ///< `\N`, `\G`, `\T`, `\H`; `\E` is made of the last
};

/// A label as people see it, on one line: escapes expanded, `\n`, `\l`, `\r` and line ends as
/// spaces, and character entities decoded.
std::string label_text(std::string_view label, const LabelNames& names);
/// A label in HTML without its tags.
std::string html_text(std::string_view html);
/// The fields of a record's label, `{<port> a|b}`, as `a | b`.
std::string record_text(std::string_view label, const LabelNames& names);

/// Undoes what the exporter of DOT does to a value, as far as Graphviz has not.
std::string decoded(std::string_view value);

} // namespace entente::dot
