// SPDX-License-Identifier: BSL-1.0
#include "exporters/registry.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "exporters/formats.hpp"

namespace entente {

namespace {

/// True if `word` is one of the words of `words`, which spaces separate.
bool has_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

/// `jsonl` of `talks/Facts.JSONL`; empty if the name has no dot.
std::string extension_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) return {};
    std::string extension(path.substr(dot + 1));
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

} // namespace

std::span<const Exporter> exporters() {
    // Built at the first call: the rows live in other files, whose order of initialisation is open.
    static const std::array rows{
        svg_exporter,    png_exporter,    pdf_exporter,     mermaid_exporter,
#ifdef ENTENTE_HAS_HTML
        html_exporter,
#endif
        facts_exporter,  dot_exporter,    graphml_exporter, gexf_exporter,    cytoscape_exporter,
        jsonld_exporter, nquads_exporter, turtle_exporter,  trig_exporter,    bundle_exporter,
        cypher_exporter, stix_exporter,   entente_exporter,
    };
    return rows;
}

const Exporter* find_exporter(std::string_view name) {
    for (const Exporter& row : exporters())
        if (row.name == name) return &row;
    return nullptr;
}

const Exporter* exporter_for(std::string_view path) {
    const std::string extension = extension_of(path);
    if (extension.empty()) return nullptr;
    for (const Exporter& row : exporters())
        if (has_word(row.extensions, extension)) return &row;
    return nullptr;
}

} // namespace entente
