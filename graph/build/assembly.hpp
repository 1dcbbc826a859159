// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>

#include "graph/intake/intake.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/model/graph_fwd.hpp"

namespace entente {

struct Assembled {
    GraphPtr graph;
    std::size_t duplicates = 0; ///< claims dropped because another says just the same
};

/// From what was read to the finished graph: resolves every mention, sorts and folds the claims,
/// and freezes. `vocabulary` has the built-in and the declared rows and becomes the graph's, with
/// the open ones behind them in order of name.
Assembled assemble(Intake intake, std::shared_ptr<Vocabulary> vocabulary, Diagnostics& diagnostics,
                   unsigned threads);

} // namespace entente
