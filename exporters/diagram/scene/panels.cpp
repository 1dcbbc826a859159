// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

namespace {

constexpr std::size_t most_rows = 12;
constexpr std::size_t most_officials = 4;

/// A row in the making.
struct Draft {
    EntityIndex entity = no_index; ///< the event or agreement; no_index for a mere meeting
    Date date;
    std::set<EntityIndex> nations, officials, places;
    std::vector<std::size_t> relations;
    std::uint32_t score = 0;
    std::size_t planned = 0, ties = 0;
};

/// `3 Jun 2023`: narrow enough for a column.
std::string short_date(Date date) {
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (!date.dated()) return {};
    if (date.day() == 0 || date.month() == 0 || date.uncertain() || date.approximate())
        return describe(date);
    return std::to_string(date.day()) + " " +
           std::string(months[static_cast<std::size_t>(date.month() - 1)]) + " " +
           std::to_string(date.year());
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

} // namespace

/// Events, meetings and agreements are told as lists: as nodes they would tie everybody to
/// everybody, and hide who stands with whom.
void SceneMaker::add_panels() {
    std::map<EntityIndex, Draft> by_entity;
    std::vector<Draft> meetings;
    for (const EntityIndex e : view_.entities()) {
        const bool listed =
            kind_of(e) == kind::event || (kind_of(e) == kind::agreement && !agreements_are_hubs_);
        if (!listed) continue;
        Draft& draft = by_entity[e];
        draft.entity = e;
        draft.score = score_[e];
        draft.date = view_.entity(e).period.from;
    }
    const auto relations = view_.relations();
    const auto take_part = [&](Draft& draft, EntityIndex who) {
        if (kind_of(who) == kind::official) draft.officials.insert(who);
        if (nation_of_[who] != no_index) draft.nations.insert(nation_of_[who]);
    };
    const auto date_of = [&](const Relation& r) {
        Date date = r.period.from;
        if (r.claim_count > 0 && !date.dated()) date = view_.claim(r, 0).date;
        return date;
    };
    for (std::size_t at = 0; at < relations.size(); ++at) {
        const Relation& r = relations[at];
        if (r.status == Status::denied || r.derived) continue;
        const Part part = part_of(r);
        const auto object = by_entity.find(r.object), subject = by_entity.find(r.subject);
        const bool partakes = part == Part::participation || part == Part::membership;
        if (partakes && object != by_entity.end()) {
            Draft& draft = object->second;
            if (kind_of(r.subject) == kind::place)
                draft.places.insert(r.subject);
            else
                take_part(draft, r.subject);
            draft.relations.push_back(at);
            ++draft.ties;
            draft.planned += r.status == Status::planned;
            if (!draft.date.dated()) draft.date = date_of(r);
        } else if (part == Part::location && subject != by_entity.end()) {
            subject->second.places.insert(r.object);
            subject->second.relations.push_back(at);
        } else if (part == Part::meeting) {
            Draft draft;
            draft.date = date_of(r);
            take_part(draft, r.subject);
            take_part(draft, r.object);
            if (draft.nations.empty() && draft.officials.empty()) continue;
            draft.relations.push_back(at);
            draft.score = 8 * r.source_count;
            draft.ties = 1;
            draft.planned = r.status == Status::planned;
            meetings.push_back(std::move(draft));
        }
    }

    // A meeting of people who took part in a listed event on that day is that event.
    std::vector<Draft> events, agreements;
    for (Draft& meeting : meetings) {
        Draft* host = nullptr;
        for (auto& [e, draft] : by_entity)
            if (kind_of(e) == kind::event && draft.date == meeting.date &&
                std::includes(draft.nations.begin(), draft.nations.end(), meeting.nations.begin(),
                              meeting.nations.end()))
                host = &draft;
        if (host)
            host->relations.push_back(meeting.relations.front());
        else
            events.push_back(std::move(meeting));
    }
    for (auto& [e, draft] : by_entity)
        (kind_of(e) == kind::event ? events : agreements).push_back(std::move(draft));

    const auto add = [&](const char* title, std::vector<Draft>& drafts) {
        if (drafts.empty()) return;
        Panel panel;
        panel.title = title;
        std::stable_sort(drafts.begin(), drafts.end(),
                         [](const Draft& a, const Draft& b) { return a.score > b.score; });
        if (drafts.size() > most_rows) {
            panel.more = drafts.size() - most_rows;
            drafts.resize(most_rows);
        }
        std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
            return std::pair(!a.date.dated(), a.date) < std::pair(!b.date.dated(), b.date);
        });
        for (const Draft& draft : drafts) {
            Row row;
            row.date = short_date(draft.date);
            std::vector<std::string> people, notes;
            for (const EntityIndex o : draft.officials) {
                if (people.size() == most_officials) break;
                people.push_back(isolated(name_of(o)));
                entity_shown_[o] = true;
            }
            for (const EntityIndex n : draft.nations) {
                row.members.push_back(member_of(n));
                entity_shown_[n] = pictured_[n] = true;
            }
            for (const EntityIndex p : draft.places) {
                notes.push_back(isolated(name_of(p)));
                entity_shown_[p] = true;
            }
            if (draft.ties > 0 && draft.planned == draft.ties) row.certainty = Certainty::planned;
            if (draft.entity != no_index) {
                row.name = name_of(draft.entity);
                entity_shown_[draft.entity] = true;
                const std::string_view status = attribute(view_.entity(draft.entity), "status");
                if (status.find("planned") != std::string_view::npos)
                    row.certainty = Certainty::planned;
                if (!status.empty())
                    notes.emplace_back(status);
                else if (row.certainty == Certainty::planned)
                    notes.emplace_back("planned");
                if (!people.empty()) notes.push_back(joined(people, ", "));
            } else {
                std::vector<std::string> who = people;
                if (who.size() < 2)
                    for (const Member& m : row.members)
                        who.push_back(isolated(m.name));
                row.name = "Meeting: " + joined(who, ", ");
                if (row.certainty == Certainty::planned) notes.emplace_back("planned");
            }
            row.note = joined(notes, " · ");
            row.tooltip = tell_all(draft.relations);
            row.href = href_of(draft.relations);
            panel.rows.push_back(std::move(row));
        }
        scene_.panels.push_back(std::move(panel));
    };
    add("Meetings and events", events);
    add("Agreements", agreements);
}

} // namespace entente::diagram
