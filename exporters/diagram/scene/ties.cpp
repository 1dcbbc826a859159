// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/palette.hpp"
#include "exporters/drawing/text.hpp"

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
        const bool posed = part == Part::poses && is(object, NodeKind::threat);
        const bool joined = part == Part::membership && is(object, NodeKind::hub);
        const bool aimed = is(subject, NodeKind::threat) &&
                           (part == Part::targets || sign_of(r) == Sign::conflict);
        if (posed || joined)
            add_tie(object, subject, part, at);
        else if (aimed)
            add_tie(subject, object, Part::targets, at);
    }
}

/// The smallest hub that both nodes are members of, as a pair of ties; none if there is none.
std::pair<std::size_t, std::size_t> SceneMaker::common_hub(std::size_t a, std::size_t b,
                                                           int most_members) const {
    std::pair best{none, none};
    for (const std::size_t one : ties_to_[a]) {
        const Tie& tie = ties_[one];
        if (tie.part != Part::membership || tie.certainty != Certainty::plain) continue;
        const auto other = tie_at_.find({tie.from, b});
        const int members = scene_.nodes[tie.from].weight;
        if (other == tie_at_.end() || members > most_members) continue;
        if (best.first == none || members < scene_.nodes[ties_[best.first].from].weight)
            best = {one, other->second};
    }
    return best;
}

/// True if the picture says this relation already, or can say it in a word at a place that is
/// there: what allies do together stands in their alliance's hub; a danger that comes by way of a
/// threat goes without a line of its own.
bool SceneMaker::fold_into_tie(std::size_t at) {
    const Relation& r = relation(at);
    const RelationType& type = view_.vocabulary().relation(r.type);
    const std::size_t a = node_of_[r.subject], b = node_of_[r.object];
    const bool sure = r.status == Status::supported || r.derived;
    if (type.sign == Sign::conflict) {
        for (const std::size_t one : ties_to_[a]) {
            const auto other = tie_at_.find({ties_[one].from, b});
            if (!sure && certainty_of(r.status) != ties_[one].certainty) continue;
            if (other == tie_at_.end() || ties_[one].part != Part::poses ||
                ties_[other->second].part != Part::targets)
                continue;
            ties_[other->second].relations.push_back(at);
            return true;
        }
        return false;
    }
    constexpr int intimate = 5; // in a larger alliance, what two do together is worth a line
    const bool ally = type.name == "ally_of";
    const bool together = type.name == "cooperates_with" || type.name == "exercises_with" ||
                          type.name == "shares_information_with" || type.name == "protects";
    const bool open = sure || r.status == Status::planned || r.status == Status::possible;
    if (!(ally && sure) && !(together && open)) return false;
    const auto [one, other] = common_hub(a, b, ally ? 1 << 20 : intimate);
    if (one == none) return false;
    ties_[other].relations.push_back(at);
    std::string words;
    if (type.name == "exercises_with") words = "exercises";
    if (type.name == "shares_information_with") words = "shared information";
    if (type.name == "protects")
        words = isolated(name_of(r.subject)) + " protects " + isolated(name_of(r.object));
    if (words.empty()) return true;
    if (!sure) words += " (" + std::string(word_for(certainty_of(r.status))) + ")";
    auto& lines = scene_.nodes[ties_[one].from].lines;
    const bool said = std::any_of(lines.begin(), lines.end(),
                                  [&](const Line& line) { return line.strong == words; });
    if (!said) lines.push_back({words, {}, {}});
    return true;
}

/// Direct relations that take a side, one Pair for each two nodes. Those that take none (borders,
/// statements) would only be clutter.
void SceneMaker::collect_pairs() {
    pairs_.clear();
    ties_to_.assign(scene_.nodes.size(), {});
    for (std::size_t t = 0; t < ties_.size(); ++t) {
        ties_to_[ties_[t].to].push_back(t);
        ++scene_.nodes[ties_[t].from].weight;
    }
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
