// SPDX-License-Identifier: BSL-1.0
#include "exporters/registry.hpp"

#include <array>
#include <string>

#include "exporters/formats.hpp"
#include "graph/text/file_name.hpp"
#include "graph/text/word_list.hpp"

namespace entente {

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
