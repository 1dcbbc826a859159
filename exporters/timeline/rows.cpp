// SPDX-License-Identifier: BSL-1.0
#include "exporters/timeline/rows.hpp"
#include "graph/text/color.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace entente::timeline_picture {

namespace {

using explore::Happening;
using explore::Timeline;

/// What may stand together, before it is decided what has room.
struct Candidates {
    std::string title;
    int rank = 0; ///< 0: things, 1: relations, 2: the years of nations, persons, places
    std::vector<std::size_t> happenings;
    std::size_t kept = 0;
};

/// Colours may come from a user's vocabulary, so only what is one gets into the picture.
std::string color_or(std::string_view color, std::string_view otherwise) {
    return std::string(is_color(color) ? color : otherwise);
}

std::string subjects_and_objects(const View& view, const Happening& happening, bool subjects,
                                 std::size_t most) {
    std::vector<std::string> names;
    for (const std::uint32_t r : happening.relations) {
        const Relation& relation = view.relations()[r];
        std::string name(view.entity(subjects ? relation.subject : relation.object).name);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == most && names.size() > most + 1)
            return out + " and " + std::to_string(names.size() - most) + " more";
        out += (i == 0 ? "" : ", ") + names[i];
    }
    return out;
}

std::string words_of(const View& view, const Happening& happening) {
    if (happening.is_entity()) return std::string(view.entity(happening.entity).name);
    const RelationType& type =
        view.vocabulary().relation(view.relations()[happening.relations.front()].type);
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max() - 1;
    std::string words = subjects_and_objects(view, happening, true, all);
    words.append(": ").append(type.label).append(" ");
    return words + subjects_and_objects(view, happening, false, all);
}

std::string name_of(const View& view, const Happening& happening, TimelineOptions::By by) {
    if (happening.is_entity()) return words_of(view, happening);
    const RelationType& type =
        view.vocabulary().relation(view.relations()[happening.relations.front()].type);
    if (by == TimelineOptions::By::subject)
        return std::string(type.label) + " " + subjects_and_objects(view, happening, false, 2);
    return subjects_and_objects(view, happening, true, 1) + (type.symmetric ? " – " : " → ") +
           subjects_and_objects(view, happening, false, 2);
}

Row row_of(const View& view, const Timeline& timeline, std::size_t index, TimelineOptions::By by) {
    const Happening& happening = timeline.happenings[index];
    Row row;
    row.happening = index;
    row.name = name_of(view, happening, by);
    row.dates = dates_of(happening);
    row.tooltip = words_of(view, happening) + ", " + row.dates;
    if (happening.status != Status::supported)
        row.tooltip.append(", ").append(name(happening.status));
    constexpr std::string_view light = "#e6e9ee", dark = "#5f6368";
    if (happening.is_entity()) {
        const Kind& kind = view.vocabulary().kind(view.entity(happening.entity).kind);
        row.fill = color_or(kind.fill, light);
        row.line = color_or(kind.stroke, dark);
    } else {
        const Relation& relation = view.relations()[happening.relations.front()];
        row.fill = row.line = color_or(view.vocabulary().relation(relation.type).color, dark);
    }
    return row;
}

bool lives_long(KindId id) {
    return id == kind::nation || id == kind::official || id == kind::organization ||
           id == kind::place || id == kind::entity;
}

std::vector<Candidates> by_kind(const View& view, const Timeline& timeline) {
    std::map<std::tuple<int, std::size_t>, Candidates> groups;
    for (std::size_t i = 0; i < timeline.happenings.size(); ++i) {
        const Happening& happening = timeline.happenings[i];
        if (happening.is_entity()) {
            const KindId id = view.entity(happening.entity).kind;
            const Kind& kind = view.vocabulary().kind(id);
            const int rank = lives_long(id) ? 2 : 0;
            Candidates& group = groups[{rank, id}];
            group.rank = rank;
            group.title = kind.plural.empty() ? kind.name : kind.plural;
            group.happenings.push_back(i);
        } else {
            const RelationId id = view.relations()[happening.relations.front()].type;
            Candidates& group = groups[{1, id}];
            group.rank = 1;
            group.title = view.vocabulary().relation(id).label;
            group.happenings.push_back(i);
        }
    }
    std::vector<Candidates> out;
    out.reserve(groups.size());
    for (auto& [key, group] : groups)
        out.push_back(std::move(group));
    return out;
}

/// Who is spoken of most first; those of whom nothing is told but when they were there, together at
/// the end.
std::vector<Candidates> by_subject(const View& view, const Timeline& timeline) {
    struct Subject {
        Candidates group;
        std::size_t claims = 0;
    };
    std::map<EntityIndex, Subject> groups;
    const auto add = [&](EntityIndex entity, std::size_t happening) {
        Subject& subject = groups[entity];
        subject.group.title = view.entity(entity).name;
        subject.group.happenings.push_back(happening);
        subject.claims += timeline.happenings[happening].claims;
    };
    for (std::size_t i = 0; i < timeline.happenings.size(); ++i) {
        const Happening& happening = timeline.happenings[i];
        add(happening.is_entity() ? happening.entity
                                  : view.relations()[happening.relations.front()].subject,
            i);
    }
    std::vector<Subject> sorted;
    sorted.reserve(groups.size());
    for (auto& [entity, subject] : groups)
        sorted.push_back(std::move(subject));
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Subject& a, const Subject& b) { return a.claims > b.claims; });
    std::vector<Candidates> out;
    Candidates others{.title = "Others", .rank = 0, .happenings = {}, .kept = 0};
    for (Subject& subject : sorted) {
        const std::vector<std::size_t>& rows = subject.group.happenings;
        if (rows.size() == 1 && timeline.happenings[rows.front()].is_entity())
            others.happenings.push_back(rows.front());
        else
            out.push_back(std::move(subject.group));
    }
    if (!others.happenings.empty()) out.push_back(std::move(others));
    return out;
}

/// One row each in turn, until the groups of that rank have no more or `room` is full.
void share(std::vector<Candidates>& groups, int rank, std::size_t& room) {
    bool any = true;
    while (any && room > 0) {
        any = false;
        for (Candidates& group : groups) {
            if (group.rank != rank || group.kept == group.happenings.size() || room == 0) continue;
            ++group.kept;
            --room;
            any = true;
        }
    }
}

void make_room(std::vector<Candidates>& groups, const TimelineOptions& options) {
    std::size_t room = options.rows == 0 ? std::numeric_limits<std::size_t>::max() : options.rows;
    if (options.by == TimelineOptions::By::subject) {
        // All of the first, as far as there is room; then of the second.
        for (Candidates& group : groups) {
            group.kept = std::min(room, group.happenings.size());
            room -= group.kept;
        }
        return;
    }
    const bool relations = std::any_of(groups.begin(), groups.end(),
                                       [](const Candidates& group) { return group.rank == 1; });
    std::size_t for_relations = relations ? room / 3 : 0;
    room -= for_relations;
    share(groups, 0, room);
    room += for_relations;
    share(groups, 1, room);
    share(groups, 0, room);
    share(groups, 2, room);
}

/// Of an instant only its day.
std::string day_of(Date date) {
    const std::string text = date.text();
    return text.substr(0, text.find('T'));
}

} // namespace

Date beginning(const Happening& happening) {
    if (happening.period.from.dated()) return happening.period.from;
    return happening.observed.empty() ? happening.period.to : happening.observed.front();
}

std::string dates_of(const Happening& happening) {
    const Period& period = happening.period;
    if (happening.at_once()) return day_of(period.from);
    std::string out;
    if (!happening.observed.empty()) {
        const bool to_come =
            happening.status == Status::planned || happening.status == Status::possible;
        out = (to_come ? "expected " : "observed ") + day_of(happening.observed.front());
        if (happening.observed.size() > 1) out += " – " + day_of(happening.observed.back());
        return out;
    }
    if (!period.from.is_open()) out += period.from.known() ? day_of(period.from) + " " : "? ";
    out += "–";
    if (!period.to.is_open()) out += " " + (period.to.known() ? day_of(period.to) : "?");
    return out;
}

std::vector<Group> rows_of(const View& view, const Timeline& timeline,
                           const TimelineOptions& options) {
    std::vector<Candidates> all = options.by == TimelineOptions::By::kind
                                      ? by_kind(view, timeline)
                                      : by_subject(view, timeline);
    make_room(all, options);
    std::vector<Group> groups;
    for (Candidates& candidates : all) {
        std::vector<std::size_t>& kept = candidates.happenings;
        std::stable_sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
            return timeline.happenings[a].claims > timeline.happenings[b].claims;
        });
        Group group{candidates.title, {}, kept.size()};
        kept.resize(candidates.kept);
        std::sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(beginning(timeline.happenings[a]), a) <
                   std::pair(beginning(timeline.happenings[b]), b);
        });
        for (const std::size_t i : kept)
            group.rows.push_back(row_of(view, timeline, i, options.by));
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace entente::timeline_picture
