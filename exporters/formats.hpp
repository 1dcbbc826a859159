// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/writing/exporter.hpp"

namespace entente {

/// One row a format, each defined in the file of its name and listed in exporters/registry.cpp.
extern const Exporter svg_exporter, png_exporter, pdf_exporter; ///< exporters/diagram/diagram.cpp
extern const Exporter bundle_exporter;
extern const Exporter entente_exporter;
extern const Exporter facts_exporter;
extern const Exporter dot_exporter;
extern const Exporter cytoscape_exporter;
extern const Exporter graphml_exporter;
extern const Exporter gexf_exporter;
extern const Exporter mermaid_exporter;
extern const Exporter jsonld_exporter;
extern const Exporter nquads_exporter;
extern const Exporter trig_exporter;
extern const Exporter turtle_exporter;
extern const Exporter cypher_exporter;
extern const Exporter stix_exporter;
extern const Exporter html_exporter; ///< only if ENTENTE_HAS_HTML

} // namespace entente
