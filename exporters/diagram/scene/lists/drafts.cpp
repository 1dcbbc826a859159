// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/lists/drafts.hpp"

#include <algorithm>
#include <map>

namespace entente::diagram {

namespace {

using DraftsByEntity = std::map<EntityIndex, Draft>;

DraftsByEntity listed_entities(const Material& material, const Roles& roles) {
    DraftsByEntity drafts;
    for (const EntityIndex e : material.view.entities()) {
        const KindId kind = material.kind_of(e);
        if (kind != kind::event && (kind != kind::agreement || roles.agreements_are_hubs)) continue;
        Draft& draft = drafts[e];
        draft.entity = e;
        draft.score = roles.score[e];
        draft.date = material.view.entity(e).period.from;
    }
    return drafts;
}

/// When it was, as far as the relation or its first claim says.
Date date_of(const Material& material, const Relation& r) {
    if (r.period.from.dated() || r.claim_count == 0) return r.period.from;
    return material.view.claim(r, 0).date;
}

void take_part(Draft& draft, const Material& material, const Roles& roles, EntityIndex who) {
    if (material.kind_of(who) == kind::official) draft.officials.insert(who);
    if (roles.nation[who] != no_index) draft.nations.insert(roles.nation[who]);
}

void add_participation(Draft& draft, const Material& material, const Roles& roles, std::size_t at) {
    const Relation& r = material.relation(at);
    if (material.kind_of(r.subject) == kind::place)
        draft.places.insert(r.subject);
    else
        take_part(draft, material, roles, r.subject);
    draft.relations.push_back(at);
    ++draft.ties;
    draft.planned += r.status == Status::planned;
    if (!draft.date.dated()) draft.date = date_of(material, r);
}

Draft meeting_of(const Material& material, const Roles& roles, std::size_t at) {
    const Relation& r = material.relation(at);
    Draft draft;
    draft.date = date_of(material, r);
    take_part(draft, material, roles, r.subject);
    take_part(draft, material, roles, r.object);
    draft.relations.push_back(at);
    draft.score = 8 * r.source_count;
    draft.ties = 1;
    draft.planned = r.status == Status::planned;
    return draft;
}

/// Adds what the relations say of the listed entities, and returns the meetings.
std::vector<Draft> read_relations(DraftsByEntity& drafts, const Material& material,
                                  const Roles& roles) {
    std::vector<Draft> meetings;
    const auto relations = material.view.relations();
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        if (r.status == Status::denied || r.derived) continue;
        const Part part = material.part_of(r);
        const auto object = drafts.find(r.object), subject = drafts.find(r.subject);
        const bool partakes = part == Part::participation || part == Part::membership;
        if (partakes && object != drafts.end()) {
            add_participation(object->second, material, roles, at);
        } else if (part == Part::location && subject != drafts.end()) {
            subject->second.places.insert(r.object);
            subject->second.relations.push_back(at);
        } else if (part == Part::meeting) {
            Draft meeting = meeting_of(material, roles, at);
            if (!meeting.nations.empty() || !meeting.officials.empty())
                meetings.push_back(std::move(meeting));
        }
    }
    return meetings;
}

/// The event that the meeting is: one of that day that all its nations took part in. nullptr if
/// there is none.
Draft* event_of(const Draft& meeting, DraftsByEntity& drafts, const Material& material) {
    Draft* event = nullptr;
    for (auto& [entity, draft] : drafts)
        if (material.kind_of(entity) == kind::event && draft.date == meeting.date &&
            std::includes(draft.nations.begin(), draft.nations.end(), meeting.nations.begin(),
                          meeting.nations.end()))
            event = &draft;
    return event;
}

} // namespace

Drafts drafts_of(const Material& material, const Roles& roles) {
    DraftsByEntity by_entity = listed_entities(material, roles);
    Drafts drafts;
    for (Draft& meeting : read_relations(by_entity, material, roles)) {
        if (Draft* event = event_of(meeting, by_entity, material))
            event->relations.push_back(meeting.relations.front());
        else
            drafts.events.push_back(std::move(meeting));
    }
    for (auto& [entity, draft] : by_entity) {
        const bool event = material.kind_of(entity) == kind::event;
        (event ? drafts.events : drafts.agreements).push_back(std::move(draft));
    }
    return drafts;
}

} // namespace entente::diagram
