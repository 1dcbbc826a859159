// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/content/ties.hpp"

#include <algorithm>
#include <optional>

namespace entente::diagram {

std::size_t Ties::find(std::size_t from, std::size_t to) const {
    const auto found = at_.find({from, to});
    return found == at_.end() ? none : found->second;
}

void Ties::add(Tie tie) {
    const auto [place, fresh] = at_.try_emplace({tie.from, tie.to}, list_.size());
    if (fresh) {
        list_.push_back(std::move(tie));
        return;
    }
    Tie& whole = list_[place->second];
    if (tie.certainty == Certainty::plain) whole.certainty = Certainty::plain;
    whole.sources = std::max(whole.sources, tie.sources);
    whole.relations.insert(whole.relations.end(), tie.relations.begin(), tie.relations.end());
}

namespace {

/// What a relation between two nodes says of a hub or a threat, the hub or threat first; nothing if
/// it does not.
std::optional<Tie> tie_of(const Material& material, const std::vector<Node>& nodes, std::size_t at,
                          std::size_t subject, std::size_t object) {
    const Relation& r = material.relation(at);
    const Part part = material.part_of(r);
    const auto tie = [&](std::size_t from, std::size_t to, Part as) {
        return Tie{from, to, as, certainty_of(r.status), r.source_count, {at}};
    };
    const bool posed = part == Part::poses && nodes[object].kind == NodeKind::threat;
    const bool joined = part == Part::membership && nodes[object].kind == NodeKind::hub;
    const bool aimed = nodes[subject].kind == NodeKind::threat &&
                       (part == Part::targets || material.sign_of(r) == Sign::conflict);
    if (posed || joined) return tie(object, subject, part);
    if (aimed) return tie(subject, object, Part::targets);
    return std::nullopt;
}

} // namespace

Ties ties_between(const Material& material, const std::vector<Node>& nodes,
                  const std::vector<std::size_t>& places) {
    Ties ties;
    const auto relations = material.view.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const std::size_t subject = places[relations[at].subject];
        const std::size_t object = places[relations[at].object];
        if (subject == none || object == none || subject == object) continue;
        if (auto tie = tie_of(material, nodes, at, subject, object)) ties.add(std::move(*tie));
    }
    return ties;
}

} // namespace entente::diagram
