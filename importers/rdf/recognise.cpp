// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/recognise.hpp"

#include <algorithm>

#include "graph/text/ascii.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

namespace {

bool begins_with_word(std::string_view line, std::string_view word) {
    if (line.size() <= word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (ascii::lower(line[i]) != word[i]) return false;
    return line[word.size()] == ' ' || line[word.size()] == '\t';
}

/// `<iri> <iri> ` or `_:b <iri> `
bool is_statement_line(std::string_view line) {
    if (!line.starts_with('<') && !line.starts_with("_:")) return false;
    const std::size_t space = line.find_first_of(" \t");
    if (space == std::string_view::npos || (line[0] == '<' && line[space - 1] != '>')) return false;
    const std::size_t next = line.find_first_not_of(" \t", space);
    if (next == std::string_view::npos || line[next] != '<') return false;
    const std::size_t end = line.find('>', next);
    return end != std::string_view::npos && end + 1 < line.size() && line.back() == '.';
}

} // namespace

RdfLooks rdf_looks(std::string_view head) {
    RdfLooks looks;
    bool first = true;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find('\n', at), head.size());
        const std::string_view line = trimmed(head.substr(at, end - at));
        at = end + 1;
        if (line.empty() || line.starts_with('#')) continue;
        if (first) looks.lines = is_statement_line(line);
        if (begins_with_word(line, "@prefix") || begins_with_word(line, "@base") ||
            (first && (begins_with_word(line, "prefix") || begins_with_word(line, "base")) &&
             line.find('<') != std::string_view::npos))
            looks.prefixes = true;
        first = false;
        if (line.ends_with('{') &&
            (line.starts_with('<') || line.starts_with('{') || begins_with_word(line, "graph") ||
             line.find(':') != std::string_view::npos))
            looks.graphs = true;
    }
    return looks;
}

} // namespace entente
