// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/timeline.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace entente::explore {

namespace {

/// Relations with the same key are one happening.
using HappeningKey = std::tuple<EntityIndex, RelationId, Period, std::vector<Date>, Status, bool>;

/// When a relation holds, as its claims say it: the period that the view folds also covers dates of
/// observation, which are not when it began.
struct Time {
    Period period;
    std::set<Date> observed;
};

Time time_of(const View& view, const Relation& relation) {
    Time time;
    bool bounded = false;
    view.for_each_claim(relation, [&](const Claim& claim) {
        const bool counts = claim.stance != Stance::denied || relation.status == Status::denied;
        if (!counts) return;
        bounded = bounded || claim.period.from.known() || claim.period.to.known();
        if (claim.date.dated()) time.observed.insert(claim.date);
    });
    if (bounded || relation.derived) time.period = relation.period;
    if (time.period.from.dated() || time.period.to.dated()) time.observed.clear();
    return time;
}

std::vector<Happening> entity_happenings(const View& view, std::size_t& without_date) {
    std::map<EntityIndex, std::size_t> claims;
    for (const Relation& relation : view.relations()) {
        claims[relation.subject] += relation.claim_count;
        if (relation.object != relation.subject) claims[relation.object] += relation.claim_count;
    }
    std::vector<Happening> happenings;
    for (const EntityIndex index : view.entities()) {
        const Period& period = view.entity(index).period;
        if (!period.from.dated() && !period.to.dated()) {
            ++without_date;
            continue;
        }
        Happening happening;
        happening.entity = index;
        happening.period = period;
        happening.claims = claims[index];
        happenings.push_back(std::move(happening));
    }
    return happenings;
}

void add_relation_happenings(const View& view, Joined joined, Timeline& timeline) {
    std::map<HappeningKey, std::size_t> known;
    const auto relations = view.relations();
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
        const Relation& relation = relations[i];
        const Time time = time_of(view, relation);
        if (!time.period.from.dated() && !time.period.to.dated() && time.observed.empty()) {
            ++timeline.relations_without_date;
            continue;
        }
        std::vector<Date> observed(time.observed.begin(), time.observed.end());
        const EntityIndex anchor = joined == Joined::by_object ? relation.object : relation.subject;
        const auto [at, fresh] = known.try_emplace(
            {anchor, relation.type, time.period, observed, relation.status, relation.derived},
            timeline.happenings.size());
        if (fresh) {
            Happening happening;
            happening.period = time.period;
            happening.observed = std::move(observed);
            happening.status = relation.status;
            timeline.happenings.push_back(std::move(happening));
        }
        Happening& happening = timeline.happenings[at->second];
        happening.relations.push_back(i);
        happening.claims += relation.claim_count;
    }
}

void add_moments(const View& view, Timeline& timeline) {
    const Period window{view.options().since, view.options().until};
    for (std::size_t i = 0; i < timeline.happenings.size(); ++i) {
        const Happening& happening = timeline.happenings[i];
        for (const Date date : happening.observed)
            timeline.moments.push_back({date, Turn::observed, i});
        if (happening.at_once()) {
            timeline.moments.push_back({happening.period.from, Turn::happens, i});
            continue;
        }
        if (happening.period.from.dated())
            timeline.moments.push_back({happening.period.from, Turn::begins, i});
        if (happening.period.to.dated())
            timeline.moments.push_back({happening.period.to, Turn::ends, i});
    }
    std::erase_if(timeline.moments,
                  [&](const Moment& moment) { return !window.may_include(moment.date); });
    std::sort(
        timeline.moments.begin(), timeline.moments.end(), [](const Moment& a, const Moment& b) {
            return std::tie(a.date, a.turn, a.happening) < std::tie(b.date, b.turn, b.happening);
        });
}

} // namespace

std::string_view name(Turn turn) {
    static constexpr std::array<std::string_view, 4> names = {"ends", "happens", "observed",
                                                              "begins"};
    return names[static_cast<std::size_t>(turn)];
}

Timeline timeline(const View& view, Joined joined) {
    Timeline timeline;
    timeline.happenings = entity_happenings(view, timeline.entities_without_date);
    add_relation_happenings(view, joined, timeline);
    add_moments(view, timeline);
    return timeline;
}

} // namespace entente::explore
