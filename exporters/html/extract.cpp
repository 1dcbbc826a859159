// SPDX-License-Identifier: BSL-1.0
#include "exporters/html/extract.hpp"
#include "exporters/items/source_order.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace entente::html {

namespace {

View best_connected(const View& view) {
    if (view.entities().size() <= most_entities) return view;
    ViewOptions options = view.options();
    options.top = most_entities;
    return view_of(view.tables_ptr(), options);
}

/// With most sources, then most claims; in the view's order again.
std::vector<Relation> best_supported(std::span<const Relation> all) {
    std::vector<Relation> relations(all.begin(), all.end());
    if (relations.size() <= most_relations) return relations;
    std::vector<std::size_t> order(relations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(relations[a].source_count, relations[a].claim_count) >
               std::tuple(relations[b].source_count, relations[b].claim_count);
    });
    order.resize(most_relations);
    std::sort(order.begin(), order.end());
    std::vector<Relation> kept;
    kept.reserve(order.size());
    for (const std::size_t i : order)
        kept.push_back(relations[i]);
    return kept;
}

std::size_t claims_with_at_most(std::span<const Relation> relations, std::uint32_t each) {
    std::size_t sum = 0;
    for (const Relation& relation : relations)
        sum += std::min(relation.claim_count, each);
    return sum;
}

/// How many claims each relation may show, so that all together are not too many.
std::uint32_t room_for_each(std::span<const Relation> relations) {
    std::uint32_t each = 1;
    while (each < (1U << 30U) && claims_with_at_most(relations, each * 2) <= most_claims)
        each *= 2;
    return each;
}

} // namespace

Extract extract(const View& view, bool lean) {
    const ItemCounts all = count_items(view);
    Extract part{best_connected(view), {}, {}, {}, {}, {}};
    part.relations = best_supported(part.view.relations());
    const std::uint32_t each = lean ? 0 : room_for_each(part.relations);
    std::set<SourceIndex> used;
    for (Relation& relation : part.relations) {
        part.all_claims.push_back(relation.claim_count);
        if (!lean) relation.claim_count = std::min(relation.claim_count, each);
        part.view.for_each_claim(relation, [&](const Claim& claim) {
            if (claim.source != no_index) used.insert(claim.source);
        });
        if (lean) relation.claim_count = 0;
        part.written.claims += relation.claim_count;
    }
    part.written.entities = part.view.entities().size();
    part.written.relations = part.relations.size();
    const bool reduced = part.written.entities < all.entities ||
                         part.written.relations < all.relations ||
                         (!lean && part.written.claims < all.claims);
    if (reduced) {
        part.sources.assign(used.begin(), used.end());
        sort_sources(view, part.sources);
    } else {
        part.sources.assign(view.sources().begin(), view.sources().end());
    }
    part.written.sources = part.sources.size();
    part.left_out = {all.entities - part.written.entities, all.relations - part.written.relations,
                     all.claims - part.written.claims, all.sources - part.written.sources};
    return part;
}

} // namespace entente::html
