// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "exporters/diagram/scene/content/content.hpp"

namespace entente::diagram {

/// Who stands where, from left to right: hubs of those who are threatened, they themselves, the
/// threats, who poses them, and the hubs of those. By node.
std::vector<Column> columns_of(const Material& material, const Content& content);

/// A label stands between its ends.
Column column_of_label(const Scene& scene, std::size_t label);

/// Whether columns will do; otherwise the picture becomes a web. All nodes have their columns.
bool fits_columns(const std::vector<Node>& nodes, const Ties& ties);

} // namespace entente::diagram
