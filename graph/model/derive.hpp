// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <vector>

#include "graph/model/model.hpp"

namespace entente {

/// `ally_of` between nations that were members of one alliance at the same time, where the alliance
/// or both members are obliged to defence or offence: a consultation or non-aggression pact makes
/// no allies. One per pair, none for a pair that some claim already calls allied. `claims` maps the
/// relations' claims to the ledger; empty: they are the ledger's own.
std::vector<Relation> derived_alliances(const GraphTables& graph,
                                        std::span<const Relation> relations,
                                        std::span<const ClaimIndex> claims);

} // namespace entente
