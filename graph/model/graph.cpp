// SPDX-License-Identifier: BSL-1.0
#include "graph/model/graph.hpp"

#include <array>

#include "graph/memory/first_index.hpp"

namespace entente {

std::string_view name(Stance stance) {
    static constexpr std::array<std::string_view, 4> names = {"asserted", "denied", "planned",
                                                              "possible"};
    return names[static_cast<std::size_t>(stance)];
}

std::string_view name(Status status) {
    static constexpr std::array<std::string_view, 5> names = {"supported", "disputed", "denied",
                                                              "planned", "possible"};
    return names[static_cast<std::size_t>(status)];
}

std::string claim_id(std::uint64_t hash) {
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string id = "claim/";
    for (int shift = 60; shift >= 0; shift -= 4)
        id += hex[hash >> shift & 0xF];
    return id;
}

std::string relation_id(std::string_view subject, std::string_view type, std::string_view object) {
    std::string id = "relation/";
    id.append(subject).append("/").append(type).append("/").append(object);
    return id;
}

const ClaimLedger::Detail& no_detail() {
    static const ClaimLedger::Detail nothing;
    return nothing;
}

const ClaimLedger::Detail& ClaimLedger::detail(const Row& row) const {
    if (row.detail == no_index) return no_detail();
    return saved_.saved() ? saved_details_[row.detail] : details_[row.detail];
}

Claim ClaimLedger::operator[](ClaimIndex index) const {
    const Row& row = this->row(index);
    const Detail& more = detail(row);
    const Resolution& subject = resolutions_[row.subject];
    const Resolution& object = resolutions_[row.object];
    Claim claim{.hash = row.hash,
                .subject = subject.entity,
                .object = object.entity,
                .type = row.type,
                .stance = row.stance,
                .date = row.date,
                .period = more.period,
                .confidence = row.confidence,
                .stated_by = no_index,
                .source = row.source,
                .quote = quote(row),
                .span = more.span,
                .qualifiers = more.qualifiers,
                .subject_as = subject.called,
                .object_as = object.called,
                .stated_by_as = {},
                .position = row.position};
    if (more.stated_by != no_index) {
        const Resolution& speaker = resolutions_[more.stated_by];
        claim.stated_by = speaker.entity;
        claim.stated_by_as = speaker.called;
    }
    return claim;
}

EntityIndex GraphTables::find(std::string_view id) const {
    if (names != nullptr) {
        for (const EntityIndex i : names->called(id))
            if (entities[i].id == id) return i;
        return no_index;
    }
    const std::size_t at =
        first_index(entities.size(), [&](std::size_t i) { return entities[i].id < id; });
    return at < entities.size() && entities[at].id == id ? static_cast<EntityIndex>(at) : no_index;
}

const GraphTables& tables(const Graph& graph) {
    return graph;
}

TablesPtr tables_of(GraphPtr graph) {
    return graph;
}

} // namespace entente
