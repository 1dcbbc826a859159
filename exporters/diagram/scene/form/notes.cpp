// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/form/notes.hpp"

#include <algorithm>
#include <set>

#include "exporters/diagram/scene/reading/words.hpp"

namespace entente::diagram {

namespace {

/// Up to so many members can be counted at a glance.
constexpr std::size_t few_members = 6;

struct Tally {
    std::size_t ties = 0, planned = 0, possible = 0;
    std::size_t shown = 0;    ///< members in the picture
    std::size_t members = 0;  ///< members in the view
    std::vector<Date> joined; ///< when the members did
};

void count_ties(std::vector<Tally>& tallies, const Ties& ties) {
    for (const Tie& tie : ties.list()) {
        Tally& tally = tallies[tie.from];
        ++tally.ties;
        tally.planned += tie.certainty == Certainty::planned;
        tally.possible += tie.certainty == Certainty::possible;
    }
}

void count_members(std::vector<Tally>& tallies, const Material& material, const Content& content) {
    std::set<std::pair<std::size_t, EntityIndex>> seen;
    for (const Relation& r : material.view.relations()) {
        const std::size_t hub = content.places[r.object];
        if (material.part_of(r) != Part::membership || hub == none) continue;
        if (content.nodes[hub].entity != r.object || !seen.emplace(hub, r.subject).second) continue;
        Tally& tally = tallies[hub];
        if (r.period.from.dated()) tally.joined.push_back(r.period.from);
        if (r.status != Status::supported && r.status != Status::disputed) continue;
        if (material.kind_of(r.subject) == kind::official) continue;
        ++tally.members;
        tally.shown += content.places[r.subject] != none;
    }
    for (Tally& tally : tallies)
        std::sort(tally.joined.begin(), tally.joined.end());
}

/// That of all its ties, if they agree.
Certainty certainty_of(const Tally& tally) {
    if (tally.ties > 0 && tally.planned == tally.ties) return Certainty::planned;
    if (tally.ties > 0 && tally.possible == tally.ties) return Certainty::possible;
    return Certainty::plain;
}

std::string text_of(const Material& material, EntityIndex entity, const Tally& tally,
                    Certainty certainty) {
    Period period = material.view.entity(entity).period;
    // One alone is no alliance: it is as old as its second member. What is only planned does not
    // hold since then.
    const bool dated = period.from.dated() || period.to.dated();
    if (!dated && tally.joined.size() > 1 && certainty == Certainty::plain)
        period.from = tally.joined[1];
    const std::string_view status = material.status_of(entity);
    const std::string_view word = word_for(certainty);
    std::vector<std::string> parts = {years(period), std::string(status)};
    if (status.find(word) == std::string_view::npos) parts.emplace_back(word);
    if (tally.members > few_members || tally.shown < tally.members)
        parts.push_back(counted(tally.members, "member", "members"));
    if (tally.shown < tally.members) parts.push_back(counted(tally.shown) + " shown");
    return joined(parts, " · ");
}

} // namespace

std::map<std::size_t, Note> notes_of(const Material& material, const Content& content) {
    std::vector<Tally> tallies(content.nodes.size());
    count_ties(tallies, content.ties);
    count_members(tallies, material, content);
    std::map<std::size_t, Note> notes;
    for (std::size_t n = 0; n < content.nodes.size(); ++n) {
        const Node& node = content.nodes[n];
        if (node.kind != NodeKind::hub && node.kind != NodeKind::threat) continue;
        const Certainty certainty = certainty_of(tallies[n]);
        notes[n] = {text_of(material, node.entity, tallies[n], certainty), certainty,
                    static_cast<int>(tallies[n].members)};
    }
    return notes;
}

} // namespace entente::diagram
