// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "exporters/diagram/palette.hpp"
#include "exporters/diagram/scene_maker.hpp"

namespace entente::diagram {

void SceneMaker::add_tie(std::size_t from, std::size_t to, Part part, std::size_t at) {
    if (from == none || to == none || from == to) return;
    const Relation& r = relation(at);
    const auto [place, fresh] = tie_at_.try_emplace({from, to}, ties_.size());
    if (fresh) {
        ties_.push_back({from, to, part, certainty_of(r.status), 0, {}});
    } else if (certainty_of(r.status) == Certainty::plain) {
        // Two relations say the same tie: the surer one counts.
        ties_[place->second].certainty = Certainty::plain;
    }
    Tie& tie = ties_[place->second];
    tie.sources = std::max(tie.sources, r.source_count);
    tie.relations.push_back(at);
}

/// Memberships, and who poses threats to whom.
void SceneMaker::collect_ties() {
    ties_.clear();
    tie_at_.clear();
    const auto relations = view_.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        const std::size_t subject = node_of_[r.subject], object = node_of_[r.object];
        if (subject == none || object == none) continue;
        const auto is = [&](std::size_t n, NodeKind kind) { return scene_.nodes[n].kind == kind; };
        const Part part = part_of(r);
        if (part == Part::poses && is(object, NodeKind::threat)) {
            add_tie(object, subject, part, at);
        } else if (is(subject, NodeKind::threat) &&
                   (part == Part::targets || sign_of(r) == Sign::conflict)) {
            add_tie(subject, object, Part::targets, at);
        } else if (part == Part::membership && is(object, NodeKind::hub)) {
            add_tie(object, subject, part, at);
        }
    }
}

/// True if the picture says this relation already: allies that share an alliance's hub, or a
/// danger that comes by way of a threat which is drawn.
bool SceneMaker::fold_into_tie(std::size_t at) {
    const Relation& r = relation(at);
    const std::size_t a = node_of_[r.subject], b = node_of_[r.object];
    if (r.status != Status::supported && !r.derived) return false;
    const bool alliance = view_.vocabulary().relation(r.type).name == "ally_of";
    if (!alliance && sign_of(r) != Sign::conflict) return false;
    for (const std::size_t t : ties_to_[a]) {
        const Tie& one = ties_[t];
        const auto found = tie_at_.find({one.from, b});
        if (found == tie_at_.end()) continue;
        Tie& other = ties_[found->second];
        const bool said =
            alliance ? one.part == Part::membership && one.certainty == Certainty::plain
                     : one.part == Part::poses && other.part == Part::targets;
        if (!said) continue;
        other.relations.push_back(at);
        return true;
    }
    return false;
}

/// Direct relations that take a side, one Pair for each two nodes. Those that take none (borders,
/// statements) would only be clutter.
void SceneMaker::collect_pairs() {
    pairs_.clear();
    ties_to_.assign(scene_.nodes.size(), {});
    for (std::size_t t = 0; t < ties_.size(); ++t) ties_to_[ties_[t].to].push_back(t);
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> place;
    const auto relations = view_.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        const RelationType& type = view_.vocabulary().relation(r.type);
        if (part_of(r) != Part::other || (type.builtin && type.sign == Sign::neutral)) continue;
        const std::size_t a = node_of_[r.subject], b = node_of_[r.object];
        if (a == none || b == none || a == b) continue;
        if (tie_at_.contains({a, b}) || tie_at_.contains({b, a})) continue;
        if (fold_into_tie(at)) continue;
        // Computed edges repeat what the hubs say.
        if (r.derived) continue;
        const auto [found, fresh] =
            place.try_emplace({std::min(a, b), std::max(a, b)}, pairs_.size());
        if (fresh) pairs_.push_back({std::min(a, b), std::max(a, b), {}});
        pairs_[found->second].relations.push_back(at);
    }
}

void SceneMaker::draw_ties() {
    for (const Tie& tie : ties_) {
        const Node& from = scene_.nodes[tie.from];
        Link link;
        link.from = tie.from;
        link.to = tie.to;
        link.certainty = tie.certainty;
        link.many = scene_.nodes[tie.to].members.size() > 1;
        switch (tie.part) {
        case Part::poses:
            link.color = color::threat;
            link.width = line_width(tie.sources, 2.4);
            break;
        case Part::targets:
            link.color = color::threat;
            link.width = line_width(tie.sources, 1.3);
            link.arrow = true;
            break;
        default:
            link.color = from.color;
            link.width = line_width(tie.sources, link.many ? 3.4 : 2.2);
        }
        if (tie.certainty == Certainty::denied) link.color = color::neutral;
        link.tooltip = tell_all(tie.relations);
        link.href = href_of(tie.relations);
        scene_.links.push_back(std::move(link));
    }
}

} // namespace entente::diagram
