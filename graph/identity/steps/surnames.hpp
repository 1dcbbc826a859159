// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>

#include "graph/identity/findings/findings.hpp"
#include "graph/identity/steps/declarations.hpp"
#include "graph/identity/steps/mentions.hpp"
#include "graph/identity/steps/minting.hpp"

namespace entente::identity {

/// A bare surname means the one official of that name whom its own source calls by the full name;
/// if there is none, or more than one, it is somebody of that source.
///
/// The intake's claims get mentions of their own for each source. `sources` is asked for the table
/// only if somebody waits for it.
void resolve_surnames(Findings& findings, Minting& minting, const Waiting& waiting,
                      const ScopedIds& scoped_ids,
                      const std::function<const SourceTable&()>& sources);

} // namespace entente::identity
