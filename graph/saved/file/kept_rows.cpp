// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/file/kept_rows.hpp"

namespace entente::saved {

template <class Keep>
void KeptRows::Rows::choose(std::size_t size, Keep keep) {
    number.assign(size, no_index);
    for (std::uint32_t at = 0; at < size; ++at) {
        if (!keep(at)) continue;
        number[at] = static_cast<std::uint32_t>(rows.size());
        rows.push_back(at);
    }
}

KeptRows::KeptRows(const View& view) {
    const GraphTables& graph = view.graph();
    std::vector<bool> entities(graph.entities.size(), view.whole());
    std::vector<bool> sources(graph.sources.size(), view.whole());
    if (!view.whole()) {
        for (const EntityIndex at : view.entities())
            entities[at] = true;
        for (const SourceIndex at : view.sources())
            sources[at] = true;
        for (const Relation& relation : view.relations())
            view.for_each_claim(relation, [&](const Claim& claim) {
                if (claim.stated_by != no_index) entities[claim.stated_by] = true;
            });
    }
    entities_.choose(entities.size(), [&](std::uint32_t at) { return entities[at]; });
    sources_.choose(sources.size(), [&](std::uint32_t at) { return sources[at]; });
    resolutions_.choose(graph.resolutions.size(),
                        [&](std::uint32_t at) { return entities[graph.resolutions[at].entity]; });
}

} // namespace entente::saved
