// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/lists/events.hpp"

#include <algorithm>
#include <array>

#include "exporters/diagram/scene/lists/drafts.hpp"
#include "exporters/diagram/scene/reading/telling.hpp"
#include "exporters/diagram/scene/reading/words.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

namespace {

constexpr std::size_t most_events = 12;
constexpr std::size_t most_officials_told = 4;

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

/// The names of those that the row has room for; it shows them.
std::vector<std::string> show_names(Row& row, const Material& material,
                                    const std::set<EntityIndex>& entities, std::size_t most) {
    std::vector<std::string> names;
    for (const EntityIndex e : entities) {
        if (names.size() == most) break;
        names.push_back(isolated(material.name_of(e)));
        row.shows.entities.push_back(e);
    }
    return names;
}

/// An event or agreement: where, how it stands, who was there.
void name_entity(Row& row, const Material& material, EntityIndex entity, const std::string& places,
                 const std::string& people) {
    row.name = material.name_of(entity);
    row.shows.entities.push_back(entity);
    const std::string_view status = material.status_of(entity);
    if (status.find("planned") != std::string_view::npos) row.certainty = Certainty::planned;
    const std::string_view how = status.empty() ? word_for(row.certainty) : status;
    row.note = joined({places, std::string(how), people}, " · ");
}

/// A meeting is called by who met: people, or else nations.
void name_meeting(Row& row, std::vector<std::string> people, const std::string& places) {
    if (people.size() < 2)
        for (const Member& m : row.members)
            people.push_back(isolated(m.name));
    row.name = "Meeting: " + joined(people, ", ");
    row.note = joined({places, std::string(word_for(row.certainty))}, " · ");
}

Row row_of(const Material& material, const Draft& draft) {
    Row row;
    speak(row, telling_of(material, draft.relations));
    row.date = short_date(draft.date);
    for (const EntityIndex nation : draft.nations)
        row.members.push_back(material.member_of(nation));
    std::vector<std::string> people =
        show_names(row, material, draft.officials, most_officials_told);
    const std::string places =
        joined(show_names(row, material, draft.places, draft.places.size()), " · ");
    if (draft.ties > 0 && draft.planned == draft.ties) row.certainty = Certainty::planned;
    if (draft.entity != no_index)
        name_entity(row, material, draft.entity, places, joined(people, ", "));
    else
        name_meeting(row, std::move(people), places);
    return row;
}

/// The most important ones, in order of time.
Panel list_of(const Material& material, const char* title, std::vector<Draft> drafts) {
    Panel panel;
    panel.title = title;
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.score > b.score; });
    if (drafts.size() > most_events) {
        panel.more = drafts.size() - most_events;
        drafts.resize(most_events);
    }
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
        return std::pair(!a.date.dated(), a.date) < std::pair(!b.date.dated(), b.date);
    });
    for (const Draft& draft : drafts)
        panel.rows.push_back(row_of(material, draft));
    return panel;
}

} // namespace

std::vector<Panel> lists_of_events(const Material& material, const Roles& roles) {
    Drafts drafts = drafts_of(material, roles);
    std::vector<Panel> lists;
    if (!drafts.events.empty())
        lists.push_back(list_of(material, "Meetings and events", std::move(drafts.events)));
    if (!drafts.agreements.empty())
        lists.push_back(list_of(material, "Agreements", std::move(drafts.agreements)));
    return lists;
}

} // namespace entente::diagram
