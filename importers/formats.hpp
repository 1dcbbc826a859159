// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "importers/importer.hpp"

namespace entente {

// Each is defined in the file of its format; importers/registry.cpp lists them.
extern const Importer bundle_importer;
extern const Importer csv_importer;
extern const Importer entente_importer;
extern const Importer gexf_importer;
extern const Importer graphml_importer;
extern const Importer cytoscape_importer;
extern const Importer dot_importer;
extern const Importer json_importer;
extern const Importer jsonl_importer;
extern const Importer nodelink_importer;
extern const Importer jsonld_importer;
extern const Importer nquads_importer;
extern const Importer trig_importer;
extern const Importer tsv_importer;
extern const Importer turtle_importer;

} // namespace entente
