// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/sides/signed_network.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "graph/explore/evidence.hpp"

namespace entente::explore {

namespace {

using Pair = std::pair<EntityIndex, EntityIndex>;

struct Sums {
    double friendly = 0, hostile = 0;
    std::vector<std::uint32_t> relations;
};

bool counts(const Relation& relation) {
    return relation.status == Status::supported || relation.status == Status::disputed;
}

class Network {
  public:
    Network(const View& view, const std::vector<KindId>& kinds) : view_(view), kinds_(kinds) {}

    SignedNetwork make() {
        const auto relations = view_.relations();
        for (std::uint32_t i = 0; i < relations.size(); ++i)
            if (counts(relations[i])) add(i);
        add_members();
        return finish();
    }

  private:
    [[nodiscard]] bool wanted(EntityIndex entity) const {
        const KindId kind = view_.entity(entity).kind;
        if (kinds_.empty()) return kind == kind::nation;
        return std::find(kinds_.begin(), kinds_.end(), kind) != kinds_.end();
    }

    void add(std::uint32_t index) {
        const Relation& relation = view_.relations()[index];
        const RelationType& type = view_.vocabulary().relation(relation.type);
        const bool joins_alliance = view_.entity(relation.object).kind == kind::alliance &&
                                    type.name == "member_of" && wanted(relation.subject);
        if (joins_alliance) {
            members_[relation.object].emplace_back(relation.subject, index);
            return;
        }
        if (type.sign == Sign::neutral || relation.subject == relation.object ||
            !wanted(relation.subject) || !wanted(relation.object))
            return;
        Sums& sums = sums_[std::minmax(relation.subject, relation.object)];
        (type.sign == Sign::cooperation ? sums.friendly : sums.hostile) += strength(relation);
        sums.relations.push_back(index);
    }

    /// An alliance of many is a tie of its own between any two of them.
    void add_members() {
        for (const auto& [alliance, members] : members_)
            for (std::size_t i = 0; i < members.size(); ++i)
                for (std::size_t k = i + 1; k < members.size(); ++k) {
                    const auto& [a, first] = members[i];
                    const auto& [b, second] = members[k];
                    if (a == b) continue;
                    Sums& sums = sums_[std::minmax(a, b)];
                    sums.friendly += std::min(strength(view_.relations()[first]),
                                              strength(view_.relations()[second]));
                    sums.relations.push_back(first);
                    sums.relations.push_back(second);
                }
    }

    SignedNetwork finish() {
        SignedNetwork network;
        std::map<EntityIndex, std::uint32_t> vertex;
        for (const auto& [pair, sums] : sums_)
            vertex[pair.first] = vertex[pair.second] = 0;
        for (auto& [entity, v] : vertex) {
            v = static_cast<std::uint32_t>(network.entity_of.size());
            network.entity_of.push_back(entity);
        }
        for (auto& [pair, sums] : sums_) {
            Tie tie{vertex[pair.first], vertex[pair.second], 0,
                    sums.friendly,      sums.hostile,        std::move(sums.relations)};
            if (tie.friendly >= 2 * tie.hostile) tie.sign = 1;
            if (tie.hostile >= 2 * tie.friendly) tie.sign = -1;
            network.ties.push_back(std::move(tie));
        }
        return network;
    }

    const View& view_;
    const std::vector<KindId>& kinds_;
    std::map<Pair, Sums> sums_;
    std::map<EntityIndex, std::vector<std::pair<EntityIndex, std::uint32_t>>> members_;
};

} // namespace

SignedNetwork signed_network(const View& view, const std::vector<KindId>& kinds) {
    return Network(view, kinds).make();
}

} // namespace entente::explore
