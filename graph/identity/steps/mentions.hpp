// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "graph/identity/findings/findings.hpp"
#include "graph/identity/steps/minting.hpp"

namespace entente::identity {

/// By mention: a bare surname that only its own source can explain.
using Waiting = std::vector<bool>;

/// Mentions whose kind the input gives, and those whose role or title says that they are people.
Waiting resolve_hinted(Findings& findings, Minting& minting);

/// All others: first those whose role leaves one kind only, then the rest, which may find the name
/// there.
void resolve_unhinted(Findings& findings, Minting& minting, Waiting& waiting);

} // namespace entente::identity
