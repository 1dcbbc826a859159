// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "importers/rdf/statements/dataset.hpp"
#include "importers/rdf/statements/names.hpp"

namespace entente {

/// What a subject is: one of what entente writes, a statement about a statement, a cell of a list,
/// or none of these.
enum class RdfRole : std::uint8_t {
    none,
    entity,
    source,
    claim,
    relation,
    bundle,
    statement,
    cell
};

/// What a subject is, by its statements, which are some.
RdfRole role_of(std::span<const RdfTriple> triples, const RdfDataset& data, RdfNames& names);

} // namespace entente
