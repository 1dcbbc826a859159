// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

#include "exporters/writing/exporter.hpp"
#include "graph/model/view.hpp"

namespace entente::html {

/// What a browser moves smoothly.
constexpr std::size_t most_entities = 2'000, most_relations = 10'000, most_claims = 60'000;

/// The part of a view that goes into the page.
struct Extract {
    View view; ///< without the entities that are too many
    /// In the view's order; `claim_count` is how many of its claims are in the page.
    std::vector<Relation> relations;
    std::vector<std::uint32_t> all_claims; ///< of each relation, also those left out
    std::vector<SourceIndex> sources;
    ItemCounts written, left_out;
};

/// The best connected entities, the relations with most sources, and of each relation as many
/// claims as there is room for.
Extract extract(const View& view, bool lean);

} // namespace entente::html
