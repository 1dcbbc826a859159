// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace entente {

/// How the first statements of a text look.
struct RdfLooks {
    bool prefixes = false; ///< `@prefix`, `@base`, `PREFIX`, `BASE`
    bool lines = false;    ///< `<iri> <iri> ... .` or `_:b <iri> ... .` a line
    bool graphs = false;   ///< `GRAPH <iri> {` or `<iri> {`
};

RdfLooks rdf_looks(std::string_view head);

} // namespace entente
