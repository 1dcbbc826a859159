// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "graph/model/graph_fwd.hpp"

namespace entente::saved {

/// Told by the first bytes.
bool is_saved_graph(std::string_view head);

/// The graph that was saved in `bytes`, which must stay as they are for as long as `owner`; the
/// graph keeps the owner. Names and entities are read at once. Claims, sources and long texts stay
/// in the file and are looked over when they are asked for; several threads may ask.
///
/// Throws std::runtime_error, with `name` and what to do, if this is no saved graph, is damaged, or
/// was saved by another kind of machine or another version; what is found only later throws the
/// same, from the call that asked for it. No bytes can do worse than that.
TablesPtr open_graph(std::string_view bytes, std::shared_ptr<const void> owner, std::string name);

/// A saved graph for the algorithms of Boost.Graph (graph/model/graph.hpp). Reads all entities and
/// relations.
GraphPtr thaw(const TablesPtr& saved);

/// Looks over everything now. Throws as open_graph() does.
void check_all(const GraphTables& graph);

} // namespace entente::saved
