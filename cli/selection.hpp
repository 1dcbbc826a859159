// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/view.hpp"

namespace entente::cli {

/// The view that the user asked for. Names of kinds, relations, sources and entities are understood
/// as loosely as in the facts; one that is unknown or may mean several is a UsageError.
View select(const GraphPtr& graph, ViewOptions asked);

} // namespace entente::cli
