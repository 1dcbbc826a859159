// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>

#include "exporters/diagram/scene/content/lines.hpp"
#include "exporters/diagram/scene/reading/telling.hpp"
#include "exporters/diagram/scene/reading/words.hpp"

namespace entente::diagram {

namespace {

constexpr std::size_t most_officials = 4;

struct Office {
    Line line;
    Date since;
    std::uint32_t score = 0;
};

/// By nation (or alliance) and official.
using Offices = std::map<std::pair<EntityIndex, EntityIndex>, Office>;

std::string_view qualifier(const Claim& claim, std::string_view key) {
    for (const Field& field : claim.qualifiers)
        if (field.key == key && field.value.type == ValueType::string) return field.value.text;
    return {};
}

/// The office a claim names: in its own words, or what the relation implies.
std::string office_of(const Material& material, const Claim& claim) {
    for (const std::string_view key : {"office", "role", "position", "title"})
        if (const auto text = qualifier(claim, key); !text.empty()) return std::string(text);
    return material.view.vocabulary().relation(claim.type).name == "leads" ? "leader" : "";
}

/// When somebody held, or was seen to hold, the office.
Period term_of(const Claim& claim) {
    Period term = claim.period;
    if (!term.from.known() && !term.to.known() && claim.date.dated()) term.from = claim.date;
    return term;
}

void read_claim(Offices& offices, const Material& material, const Relation& r, const Claim& claim) {
    const Period term = term_of(claim);
    if (claim.stance == Stance::denied || !material.current(term)) return;
    Office& office = offices[{r.object, r.subject}];
    const std::string name = office_of(material, claim);
    const bool better = office.line.strong.empty() || office.line.weak.empty() ||
                        (!name.empty() && term.from.dated() && claim.period.from > office.since);
    if (!better) return;
    office.line.strong = material.name_of(r.subject);
    if (!name.empty()) office.line.weak = name;
    office.since = claim.period.from;
}

Offices offices_of(const Material& material, const Roles& roles, const Selection& selection) {
    Offices offices;
    const auto relations = material.view.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        if (material.part_of(r) != Part::office || material.kind_of(r.subject) != kind::official)
            continue;
        if (!selection.keep[r.object] || r.status == Status::denied) continue;
        material.view.for_each_claim(
            r, [&](const Claim& claim) { read_claim(offices, material, r, claim); });
        const auto found = offices.find({r.object, r.subject});
        if (found == offices.end()) continue;
        Office& office = found->second;
        office.score = roles.score[r.subject];
        office.line.shows.entities = {r.subject};
        office.line.shows.told.push_back(at);
        std::string& tooltip = office.line.tooltip;
        tooltip += (tooltip.empty() ? "" : "\n") + tell(material, at);
    }
    return offices;
}

/// One line for all that have no line of their own.
Line line_of_others(const std::vector<Office>& others) {
    Line line;
    line.weak = counted(others.size(), "other official", "other officials");
    for (const Office& other : others) {
        const Shows& shows = other.line.shows;
        line.tooltip += (line.tooltip.empty() ? "" : "\n") + other.line.tooltip;
        line.shows.entities.insert(line.shows.entities.end(), shows.entities.begin(),
                                   shows.entities.end());
        line.shows.told.insert(line.shows.told.end(), shows.told.begin(), shows.told.end());
    }
    return line;
}

std::vector<Line> lines_of(std::vector<Office> offices) {
    std::stable_sort(offices.begin(), offices.end(), [](const Office& a, const Office& b) {
        return std::pair(!a.line.weak.empty(), a.score) > std::pair(!b.line.weak.empty(), b.score);
    });
    // A line that only says that there is another one can as well say who.
    const std::size_t own =
        offices.size() == most_officials + 1 ? most_officials + 1 : most_officials;
    std::vector<Office> others;
    if (offices.size() > own) {
        const auto end = offices.begin() + static_cast<std::ptrdiff_t>(own);
        others.assign(std::move_iterator(end), std::move_iterator(offices.end()));
        offices.erase(end, offices.end());
    }
    std::vector<Line> lines;
    lines.reserve(offices.size() + 1);
    for (Office& office : offices)
        lines.push_back(std::move(office.line));
    if (!others.empty()) lines.push_back(line_of_others(others));
    return lines;
}

} // namespace

LinesByNode officials_in(const Material& material, const Roles& roles, const Selection& selection,
                         const std::vector<std::size_t>& places) {
    std::map<std::size_t, std::vector<Office>> by_node;
    for (auto& [who, office] : offices_of(material, roles, selection))
        by_node[places[who.first]].push_back(std::move(office));
    LinesByNode lines;
    for (auto& [node, offices] : by_node)
        lines[node] = lines_of(std::move(offices));
    return lines;
}

} // namespace entente::diagram
