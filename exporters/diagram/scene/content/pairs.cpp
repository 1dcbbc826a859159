// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/content/pairs.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "exporters/diagram/scene/reading/words.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

namespace {

/// In a larger alliance, what two do together is worth a line.
constexpr std::size_t intimate = 5;

/// The ties, as nodes look at them.
struct Web {
    const Material& material;
    const Ties& ties;
    std::vector<std::vector<std::size_t>> ties_to; ///< by node: the ties whose `to` it is
    std::vector<std::size_t> members;              ///< by node: how many ties go from it
};

Web web_of(const Material& material, const Ties& ties) {
    std::size_t nodes = 0;
    for (const Tie& tie : ties.list())
        nodes = std::max({nodes, tie.from + 1, tie.to + 1});
    Web web{material, ties, {}, {}};
    web.ties_to.resize(nodes);
    web.members.resize(nodes);
    for (std::size_t t = 0; t < ties.list().size(); ++t) {
        web.ties_to[ties[t].to].push_back(t);
        ++web.members[ties[t].from];
    }
    return web;
}

/// The ends of a relation, and whether somebody claims that it holds.
struct Ends {
    std::size_t relation = 0, from = 0, to = 0;
    bool sure = false;
};

/// The ties of both ends to the smallest hub that both are members of.
struct CommonHub {
    std::size_t from_tie = none, to_tie = none;
};

CommonHub common_hub(const Web& web, const Ends& ends, std::size_t most_members) {
    CommonHub best;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (const std::size_t one : web.ties_to[ends.from]) {
        const Tie& tie = web.ties[one];
        if (tie.part != Part::membership || tie.certainty != Certainty::plain) continue;
        const std::size_t other = web.ties.find(tie.from, ends.to);
        const std::size_t members = web.members[tie.from];
        if (other == none || members > most_members || members >= fewest) continue;
        best = {one, other};
        fewest = members;
    }
    return best;
}

std::optional<Folded> fold_into_threat(const Web& web, const Ends& ends) {
    const Certainty certainty = certainty_of(web.material.relation(ends.relation).status);
    for (const std::size_t one : web.ties_to[ends.from]) {
        const Tie& posed = web.ties[one];
        const std::size_t aimed = web.ties.find(posed.from, ends.to);
        if (!ends.sure && certainty != posed.certainty) continue;
        if (aimed == none || posed.part != Part::poses || web.ties[aimed].part != Part::targets)
            continue;
        return Folded{ends.relation, aimed, none, {}};
    }
    return std::nullopt;
}

/// What the hub says of it; empty where membership says enough.
std::string words_in_hub(const Material& material, const Relation& r, bool sure) {
    const std::string_view type = material.type_of(r).name;
    std::string words;
    if (type == "exercises_with") words = "exercises";
    if (type == "shares_information_with") words = "shared information";
    if (type == "protects")
        words = isolated(material.name_of(r.subject)) + " protects " +
                isolated(material.name_of(r.object));
    if (!words.empty() && !sure) words += bracketed(certainty_of(r.status));
    return words;
}

std::optional<Folded> fold_into_hub(const Web& web, const Ends& ends) {
    const Relation& r = web.material.relation(ends.relation);
    const std::string_view type = web.material.type_of(r).name;
    const bool ally = type == "ally_of";
    const bool together = type == "cooperates_with" || type == "exercises_with" ||
                          type == "shares_information_with" || type == "protects";
    const bool open = ends.sure || r.status == Status::planned || r.status == Status::possible;
    if (!(ally && ends.sure) && !(together && open)) return std::nullopt;
    constexpr std::size_t any = std::numeric_limits<std::size_t>::max();
    const CommonHub common = common_hub(web, ends, ally ? any : intimate);
    if (common.from_tie == none) return std::nullopt;
    Folded folded{ends.relation, common.to_tie, none, words_in_hub(web.material, r, ends.sure)};
    if (!folded.words.empty()) folded.hub = web.ties[common.from_tie].from;
    return folded;
}

std::optional<Folded> fold(const Web& web, const Ends& ends) {
    // Only who has a tie can have one in common.
    if (ends.from >= web.ties_to.size()) return std::nullopt;
    const bool conflict =
        web.material.sign_of(web.material.relation(ends.relation)) == Sign::conflict;
    return conflict ? fold_into_threat(web, ends) : fold_into_hub(web, ends);
}

/// Whether it is a direct relation that takes a side, or one of the user's own.
bool is_direct(const Material& material, const Relation& r) {
    const RelationType& type = material.type_of(r);
    return material.part_of(r) == Part::other && !(type.builtin && type.sign == Sign::neutral);
}

} // namespace

Directs directs_between(const Material& material, const std::vector<std::size_t>& places,
                        const Ties& ties) {
    const Web web = web_of(material, ties);
    Directs directs;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> at_pair;
    const auto relations = material.view.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        if (!is_direct(material, r)) continue;
        const std::size_t a = places[r.subject], b = places[r.object];
        if (a == none || b == none || a == b) continue;
        if (ties.find(a, b) != none || ties.find(b, a) != none) continue;
        const bool sure = r.status == Status::supported || r.derived;
        if (auto folded = fold(web, {at, a, b, sure})) {
            directs.folded.push_back(std::move(*folded));
            continue;
        }
        // Computed edges repeat what the hubs say.
        if (r.derived) continue;
        const auto [found, fresh] =
            at_pair.try_emplace({std::min(a, b), std::max(a, b)}, directs.pairs.size());
        if (fresh) directs.pairs.push_back({std::min(a, b), std::max(a, b), {}});
        directs.pairs[found->second].relations.push_back(at);
    }
    return directs;
}

void fold_in(const std::vector<Folded>& folded, Ties& ties, std::vector<Node>& nodes) {
    for (const Folded& each : folded) {
        ties.add_relation(each.tie, each.relation);
        if (each.hub == none) continue;
        std::vector<Line>& lines = nodes[each.hub].lines;
        const bool said = std::any_of(lines.begin(), lines.end(),
                                      [&](const Line& line) { return line.strong == each.words; });
        if (!said) lines.push_back({.strong = each.words, .weak = {}, .tooltip = {}, .shows = {}});
    }
}

} // namespace entente::diagram
