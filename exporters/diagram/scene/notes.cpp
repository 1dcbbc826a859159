// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <set>

#include "exporters/diagram/scene/maker.hpp"

namespace entente::diagram {

namespace {

/// Up to so many members can be counted at a glance.
constexpr std::size_t few_members = 6;

} // namespace

std::string years(const Period& period) {
    const auto year = [](Date date) {
        return describe(date.precision() > Date::Precision::year ? Date::of(date.year()) : date);
    };
    const bool from = period.from.dated(), to = period.to.dated();
    if (!from && !to) return {};
    if (!from) return "until " + year(period.to);
    if (!to) return "since " + year(period.from);
    const std::string first = year(period.from), last = year(period.to);
    return first == last ? first : first + "–" + last;
}

/// The name's second line: since when, how it stands, how many members.
std::string SceneMaker::note_of(const Node& node, const Tally& tally) const {
    const Entity& entity = view_.entity(node.entity);
    Period period = entity.period;
    // One alone is no alliance: it is as old as its second member. What is only planned does not
    // hold since then.
    const bool dated = period.from.dated() || period.to.dated();
    if (!dated && tally.joined.size() > 1 && node.certainty == Certainty::plain)
        period.from = tally.joined[1];
    std::vector<std::string> parts = {years(period)};
    const std::string_view status = attribute(entity, "status");
    const std::string_view word = word_for(node.certainty);
    parts.emplace_back(status);
    if (status.find(word) == std::string_view::npos) parts.emplace_back(word);
    if (tally.members > few_members || tally.shown < tally.members)
        parts.push_back(counted(tally.members, "member", "members"));
    if (tally.shown < tally.members) parts.push_back(counted(tally.shown) + " shown");
    std::string note;
    for (const std::string& part : parts)
        if (!part.empty()) note += (note.empty() ? "" : " · ") + part;
    return note;
}

/// Dates and status of hubs and threats, in small type.
void SceneMaker::add_notes() {
    std::vector<Tally> tallies(scene_.nodes.size());
    for (const Tie& tie : ties_) {
        Tally& tally = tallies[tie.from];
        ++tally.ties;
        tally.planned += tie.certainty == Certainty::planned;
        tally.possible += tie.certainty == Certainty::possible;
    }
    std::set<std::pair<std::size_t, EntityIndex>> seen;
    for (const Relation& r : view_.relations()) {
        const std::size_t hub = node_of_[r.object];
        if (part_of(r) != Part::membership || hub == none) continue;
        if (scene_.nodes[hub].entity != r.object || !seen.emplace(hub, r.subject).second) continue;
        if (r.period.from.dated()) tallies[hub].joined.push_back(r.period.from);
        if (r.status != Status::supported && r.status != Status::disputed) continue;
        if (kind_of(r.subject) == kind::official) continue;
        ++tallies[hub].members;
        tallies[hub].shown += node_of_[r.subject] != none;
    }
    for (std::size_t n = 0; n < scene_.nodes.size(); ++n) {
        Node& node = scene_.nodes[n];
        Tally& tally = tallies[n];
        if (node.kind != NodeKind::hub && node.kind != NodeKind::threat) continue;
        std::sort(tally.joined.begin(), tally.joined.end());
        if (tally.ties > 0 && tally.planned == tally.ties) node.certainty = Certainty::planned;
        if (tally.ties > 0 && tally.possible == tally.ties) node.certainty = Certainty::possible;
        node.weight = static_cast<int>(tally.members);
        node.note = note_of(node, tally);
    }
}

} // namespace entente::diagram
