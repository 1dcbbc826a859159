// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <vector>

#include "graph/model/model.hpp"

namespace entente::explore {

/// Every entity of the graph that `text` may mean, ascending: by its id, by a name as it is written
/// here, as a name that everybody knows (`ROK`), without regard to letter case and diacritics, or
/// by a person's surname; the first way that finds any counts.
std::vector<EntityIndex> entities_called(const GraphTables& graph, std::string_view text);

} // namespace entente::explore
