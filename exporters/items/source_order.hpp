// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include "graph/model/view.hpp"

namespace entente {

/// The order in which sources are listed: by id, each once. Their numbers are in another one.
inline void sort_sources(const View& view, std::vector<SourceIndex>& sources) {
    std::sort(sources.begin(), sources.end(), [&](SourceIndex a, SourceIndex b) {
        return a != b && view.source_id(a) < view.source_id(b);
    });
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
}

} // namespace entente
