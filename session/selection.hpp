// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include "graph/model/view.hpp"

namespace entente::session {

/// The view that the user asked for. Names of kinds, relations, sources and entities are understood
/// as loosely as in the facts; one that is unknown or may mean several is a UsageError.
View select(const TablesPtr& graph, ViewOptions asked);

/// The one entity that `text` means, as loosely as in the facts. Throws UsageError, with the
/// nearest name or the candidates, if there is none or several; `what` (`--focus`, or empty) begins
/// the message.
EntityIndex entity_called(const GraphTables& graph, const std::string& text, std::string_view what);

} // namespace entente::session
