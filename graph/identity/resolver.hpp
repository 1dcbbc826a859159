// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "graph/identity/findings/directory.hpp"
#include "graph/intake/intake.hpp"
#include "graph/language/diagnostics.hpp"

namespace entente::identity {

struct Resolved {
    std::vector<Node> nodes;            ///< each that is needed has its id
    std::vector<bool> needed;           ///< by node: some record or claim is about it
    std::vector<NodeIndex> node_of;     ///< by mention
    std::vector<std::string_view> rule; ///< by mention
};

/// Decides for every mention of `intake` who or what is meant: deterministic, offline, whatever the
/// order of the records. By rule, the first that fits:
///
///  1. an identity judgement of the input
///  2. an explicit id
///  3. a name or alias that the input declares, of a kind that fits
///  4. the gazetteer: codes, names in any language, former names, demonyms, and capitals and seats
///     of government where the role asks for a nation and cannot mean a place
///  5. the full name of a person, without titles, in either order
///  6. a bare surname, inside its own source only
///
/// What may mean several things is never guessed: it becomes an entity of its own (provisional) and
/// is reported with its candidates. Bare surnames may mean different people in different sources,
/// so the intake's rows get mentions of their own for each source: only they need `sources`, which
/// is asked for the table, and until then may make it beside.
Resolved resolve(Intake& intake, const std::function<const SourceTable&()>& sources,
                 const Vocabulary& vocabulary, Diagnostics& diagnostics);

} // namespace entente::identity
