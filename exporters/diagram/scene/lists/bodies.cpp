// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/lists/bodies.hpp"

#include <algorithm>
#include <tuple>

#include "exporters/diagram/scene/lists/owners.hpp"
#include "exporters/diagram/scene/lists/phrases.hpp"
#include "exporters/diagram/scene/reading/telling.hpp"
#include "exporters/diagram/scene/reading/words.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

namespace {

constexpr std::size_t most_rows = 20, most_phrases = 2, most_names = 3;
/// A view with more organizations than this is about something else than each of them.
constexpr std::size_t most_organizations = 60;

struct Body {
    EntityIndex entity = no_index;
    EntityIndex nation = no_index; ///< that it belongs to, or no_index
};

/// Puts the phrase into the row's note, with names of those it is about.
void add_phrase(Row& row, std::vector<std::size_t>& told, const Material& material,
                EntityIndex entity, Phrase phrase) {
    std::vector<std::size_t>& relations = phrase.relations;
    std::stable_sort(relations.begin(), relations.end(), [&](std::size_t a, std::size_t b) {
        return material.relation(a).claim_count > material.relation(b).claim_count;
    });
    std::string text = phrase.words;
    for (std::size_t i = 0; i < std::min(relations.size(), most_names); ++i) {
        const Relation& r = material.relation(relations[i]);
        const EntityIndex other = r.subject == entity ? r.object : r.subject;
        text += (i > 0 ? ", " : " ") + isolated(material.name_of(other));
        row.shows.entities.push_back(other);
        told.push_back(relations[i]);
    }
    if (relations.size() > most_names)
        text += " and " + counted(relations.size() - most_names) + " more";
    row.note += (row.note.empty() ? "" : " · ") + text + bracketed(phrase.certainty);
}

/// A row of a name and what its relations say of it, in few words.
Row row_of(const Material& material, const RelationsOf& relations_of, const Body& body) {
    std::vector<Phrase> phrases = phrases_of(material, body.entity, relations_of[body.entity]);
    if (phrases.size() > most_phrases) phrases.resize(most_phrases);
    Row row;
    row.name = material.name_of(body.entity);
    row.shows.entities.push_back(body.entity);
    if (body.nation != no_index) row.members.push_back(material.member_of(body.nation));
    std::vector<std::size_t> told;
    for (Phrase& phrase : phrases)
        add_phrase(row, told, material, body.entity, std::move(phrase));
    speak(row, telling_of(material, told));
    return row;
}

/// The most important ones. What belongs to one nation stands together, what belongs to none at the
/// end.
void choose(std::vector<Body>& bodies, const Roles& roles) {
    std::stable_sort(bodies.begin(), bodies.end(), [&](const Body& a, const Body& b) {
        return roles.score[a.entity] > roles.score[b.entity];
    });
    if (bodies.size() > most_rows) bodies.resize(most_rows);
    const auto rank = [&](const Body& b) {
        const bool alone = b.nation == no_index;
        return std::tuple(alone, alone ? 0 : ~roles.score[b.nation], b.nation);
    };
    std::stable_sort(bodies.begin(), bodies.end(),
                     [&](const Body& a, const Body& b) { return rank(a) < rank(b); });
}

} // namespace

std::vector<Panel> lists_of_bodies(const Material& material, const Roles& roles,
                                   std::vector<bool> shown) {
    const auto entities = material.view.entities();
    const auto organizations = std::count_if(entities.begin(), entities.end(), [&](EntityIndex e) {
        return material.kind_of(e) == kind::organization;
    });
    if (static_cast<std::size_t>(organizations) > most_organizations) return {};
    const RelationsOf relations_of = relations_by_entity(material);
    std::vector<Panel> lists;
    const auto add = [&](const char* title, bool (*wanted)(KindId)) {
        std::vector<Body> bodies;
        for (const EntityIndex e : entities)
            if (wanted(material.kind_of(e)) && !shown[e])
                bodies.push_back({e, nation_behind(material, roles, relations_of, e)});
        if (bodies.empty()) return;
        Panel& list = lists.emplace_back();
        list.title = title;
        list.dates = false;
        list.more = bodies.size() - std::min(bodies.size(), most_rows);
        choose(bodies, roles);
        for (const Body& body : bodies) {
            list.rows.push_back(row_of(material, relations_of, body));
            for (const EntityIndex e : list.rows.back().shows.entities)
                shown[e] = true;
        }
    };
    add("Organizations", [](KindId k) { return k == kind::organization; });
    add("Places and capabilities",
        [](KindId k) { return k == kind::place || k == kind::capability; });
    return lists;
}

} // namespace entente::diagram
