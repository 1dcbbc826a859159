// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "graph/model/view.hpp"

namespace entente::stix {

/// Lists of external references, as JSON; nothing if there would be none.

/// An entity's identifiers elsewhere: `wikidata:Q17`, addresses.
std::string references_of(const Entity& entity);
/// Sources, each once.
std::string references_of(const View& view, std::vector<SourceIndex> sources);

} // namespace entente::stix
