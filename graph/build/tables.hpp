// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "graph/identity/resolver.hpp"
#include "graph/intake/intake.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/model/model.hpp"

namespace entente {

/// The rows of the entity table, sorted by id, and which row each node and mention became.
struct EntityTable {
    std::vector<Entity> rows;
    std::vector<EntityIndex> of_node; ///< no_index for a node that nothing needs
    std::vector<Resolution> resolutions;
    std::vector<std::uint32_t> resolution_of; ///< by mention
};

EntityTable make_entities(Intake& intake, const identity::Resolved& resolved,
                          const Vocabulary& vocabulary, Diagnostics& diagnostics, unsigned threads);

struct MadeSources {
    SourceTable table;
    std::shared_ptr<StringPool> strings; ///< some of its texts; to be kept
    Diagnostics told;                    ///< what there is to tell, yet to be reported
};

/// The source table, from all records of sources and all claims that name one: records of one id
/// are merged. The intake's rows have the numbers of the table from then on. Nothing else of the
/// intake is touched but what is known of sources.
MadeSources make_sources(Intake& intake);

} // namespace entente
