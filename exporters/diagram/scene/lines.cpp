// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <map>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

namespace {

constexpr std::size_t most_offices = 4, most_capabilities = 3;

std::string_view qualifier(const Claim& claim, std::string_view key) {
    for (const Field& field : claim.qualifiers)
        if (field.key == key && field.value.type == ValueType::string) return field.value.text;
    return {};
}

} // namespace

bool SceneMaker::current(const Period& period) const {
    return !as_of_.dated() || period.may_include(as_of_);
}

/// The office a claim names: in its own words, or what the relation implies.
std::string SceneMaker::office_of(const Claim& claim) const {
    for (const std::string_view key : {"office", "role", "position", "title"})
        if (const auto text = qualifier(claim, key); !text.empty()) return std::string(text);
    return view_.vocabulary().relation(claim.type).name == "leads" ? "leader" : "";
}

/// Officials, each with the latest office that holds as of the picture's date.
void SceneMaker::add_offices() {
    struct Office {
        Line line;
        Date since;
        std::uint32_t score = 0;
    };
    std::map<std::pair<EntityIndex, EntityIndex>, Office> offices; // by nation, official
    const auto relations = view_.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        if (part_of(r) != Part::office || kind_of(r.subject) != kind::official) continue;
        if (!keep_[r.object] || r.status == Status::denied) continue;
        view_.for_each_claim(r, [&](const Claim& claim) {
            Period period = claim.period;
            if (!period.from.known() && !period.to.known() && claim.date.dated())
                period.from = claim.date;
            if (claim.stance == Stance::denied || !current(period)) return;
            Office& office = offices[{r.object, r.subject}];
            const std::string name = office_of(claim);
            const bool better =
                office.line.strong.empty() || office.line.weak.empty() ||
                (!name.empty() && period.from.dated() && claim.period.from > office.since);
            if (!better) return;
            office.line.strong = name_of(r.subject);
            if (!name.empty()) office.line.weak = name;
            office.since = claim.period.from;
            office.score = score_[r.subject];
        });
        if (const auto found = offices.find({r.object, r.subject}); found != offices.end()) {
            std::string& tooltip = found->second.line.tooltip;
            tooltip += (tooltip.empty() ? "" : "\n") + tell(at);
            entity_shown_[r.subject] = true;
        }
    }
    std::map<std::size_t, std::vector<Office>> by_node;
    for (auto& [who, office] : offices)
        by_node[node_of_[who.first]].push_back(std::move(office));
    for (auto& [node, list] : by_node) {
        std::stable_sort(list.begin(), list.end(), [](const Office& a, const Office& b) {
            return std::pair(!a.line.weak.empty(), a.score) >
                   std::pair(!b.line.weak.empty(), b.score);
        });
        Node& box = scene_.nodes[node];
        std::string others;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i < most_offices || list.size() == most_offices + 1)
                box.lines.push_back(std::move(list[i].line));
            else
                others += (others.empty() ? "" : "\n") + list[i].line.tooltip;
        }
        if (!others.empty())
            box.lines.push_back(
                {{},
                 counted(list.size() - most_offices, "other official", "other officials"),
                 others});
    }
}

/// The weapons and the like that a nation has or is making.
void SceneMaker::add_capabilities() {
    std::map<std::size_t, std::map<EntityIndex, std::vector<std::size_t>>> by_node;
    const auto relations = view_.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        if (part_of(r) != Part::capability || kind_of(r.object) != kind::capability) continue;
        if (node_of_[r.subject] == none || r.status == Status::denied) continue;
        by_node[node_of_[r.subject]][r.object].push_back(at);
    }
    for (const auto& [node, capabilities] : by_node) {
        Node& box = scene_.nodes[node];
        if (box.kind == NodeKind::hub || box.kind == NodeKind::threat) continue;
        std::vector<EntityIndex> best;
        for (const auto& [entity, list] : capabilities)
            best.push_back(entity);
        std::stable_sort(best.begin(), best.end(),
                         [&](EntityIndex a, EntityIndex b) { return score_[a] > score_[b]; });
        if (best.size() > most_capabilities) best.resize(most_capabilities);
        for (const EntityIndex entity : best) {
            const auto& list = capabilities.at(entity);
            const auto has = [&](std::size_t at) {
                return view_.vocabulary().relation(relation(at).type).name == "possesses";
            };
            std::string text = std::any_of(list.begin(), list.end(), has) ? "has " : "develops ";
            text += isolated(name_of(entity));
            const auto word = word_for(certainty_of(relation(list.front()).status));
            if (!word.empty()) text += " (" + std::string(word) + ")";
            box.lines.push_back({{}, std::move(text), tell_all(list)});
            entity_shown_[entity] = true;
        }
    }
}

} // namespace entente::diagram
