// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <string_view>

#include "graph/model/view.hpp"

namespace entente::saved {

/// Saves what the view shows, without relations that were derived, as bytes for `sink`: the same
/// knowledge is the same bytes. Where something stood in the input is not saved.
void save_graph(const View& view, std::function<void(std::string_view)> sink);

} // namespace entente::saved
