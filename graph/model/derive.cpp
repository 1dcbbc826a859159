// SPDX-License-Identifier: BSL-1.0
#include "graph/model/derive.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace entente {

namespace {

bool obliges_to_fight(std::span<const Field> fields) {
    static constexpr std::array<std::string_view, 4> terms = {"defense", "defence", "offense",
                                                              "offence"};
    return std::any_of(fields.begin(), fields.end(), [](const Field& field) {
        return field.key == "obligation" &&
               std::any_of(terms.begin(), terms.end(), [&](std::string_view term) {
                   return field.value.text.find(term) != std::string_view::npos;
               });
    });
}

struct Member {
    EntityIndex nation;
    Period period;
    bool fights;
};

Date later(Date a, Date b) {
    return !a.dated() ? b : !b.dated() ? a : std::max(a, b);
}
Date sooner(Date a, Date b) {
    if (a.is_open() && b.is_open()) return a;
    return !a.dated() ? b : !b.dated() ? a : std::min(a, b);
}

} // namespace

std::vector<Relation> derived_alliances(const GraphTables& graph,
                                        std::span<const Relation> relations,
                                        std::span<const ClaimIndex> claims) {
    const Vocabulary& vocabulary = *graph.vocabulary;
    const RelationId member_of = vocabulary.find_relation("member_of").id;
    const RelationId ally_of = vocabulary.find_relation("ally_of").id;
    std::map<EntityIndex, std::vector<Member>> alliances;
    std::map<std::pair<EntityIndex, EntityIndex>, Relation> pairs;
    std::vector<std::pair<EntityIndex, EntityIndex>> claimed;
    for (const Relation& relation : relations) {
        if (relation.type == ally_of) claimed.emplace_back(relation.subject, relation.object);
        if (relation.type != member_of || relation.status != Status::supported ||
            graph.entities[relation.subject].kind != kind::nation ||
            graph.entities[relation.object].kind != kind::alliance)
            continue;
        bool fights = false;
        for (std::uint32_t n = 0; n < relation.claim_count; ++n) {
            const ClaimIndex at = relation.first_claim + n;
            const auto& row = graph.claims.row(claims.empty() ? at : claims[at]);
            fights = fights || obliges_to_fight(graph.claims.detail(row).qualifiers);
        }
        alliances[relation.object].push_back({relation.subject, relation.period, fights});
    }
    for (const auto& [alliance, members] : alliances) {
        const bool all_fight = obliges_to_fight(graph.entities[alliance].attributes);
        for (std::size_t a = 0; a < members.size(); ++a)
            for (std::size_t b = a + 1; b < members.size(); ++b) {
                const Member& x = members[a];
                const Member& y = members[b];
                if (!(all_fight || (x.fights && y.fights)) || !x.period.may_overlap(y.period))
                    continue;
                const Period common{later(x.period.from, y.period.from),
                                    sooner(x.period.to, y.period.to)};
                const auto [at, fresh] = pairs.try_emplace(std::minmax(x.nation, y.nation));
                Relation& ally = at->second;
                if (fresh) {
                    ally.subject = at->first.first;
                    ally.object = at->first.second;
                    ally.type = ally_of;
                    ally.derived = true;
                    ally.period = common;
                } else {
                    ally.period.from = std::min(ally.period.from, common.from);
                    ally.period.to = ally.period.to.is_open() ? ally.period.to
                                                              : later(ally.period.to, common.to);
                    if (common.to.is_open()) ally.period.to = common.to;
                }
            }
    }
    for (const auto& pair : claimed)
        pairs.erase(std::minmax(pair.first, pair.second));
    std::vector<Relation> out;
    out.reserve(pairs.size());
    for (const auto& [pair, relation] : pairs)
        out.push_back(relation);
    return out;
}

} // namespace entente
