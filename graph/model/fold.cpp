// SPDX-License-Identifier: BSL-1.0
#include "graph/model/fold.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

/// The earlier beginning; of two that begin together the more precise one.
void keep_earliest(Date& kept, Date date) {
    if (!date.dated()) return;
    if (!kept.dated() || date.first_day() < kept.first_day() ||
        (date.first_day() == kept.first_day() && kept < date))
        kept = date;
}

void keep_latest(Date& kept, Date date) {
    if (!date.dated()) return;
    if (!kept.dated() || date.last_day() > kept.last_day() ||
        (date.last_day() == kept.last_day() && kept < date))
        kept = date;
}

Status status_of(const std::uint32_t (&stances)[4]) {
    const auto count = [&](Stance stance) { return stances[static_cast<std::size_t>(stance)]; };
    const bool positive =
        count(Stance::asserted) + count(Stance::planned) + count(Stance::possible) > 0;
    if (count(Stance::denied)) return positive ? Status::disputed : Status::denied;
    if (count(Stance::asserted)) return Status::supported;
    return count(Stance::planned) ? Status::planned : Status::possible;
}

} // namespace

void ClaimFold::add(const ClaimLedger::Row& row, const Period& period) {
    ++count_;
    ++stances_[static_cast<std::size_t>(row.stance)];
    const bool supports = row.stance != Stance::denied;
    sources_.push_back({row.source, supports, row.confidence});
    if (supports) add_period(row.date, period);
}

void ClaimFold::add_period(Date date, const Period& period) {
    keep_earliest(first_from_, period.from);
    keep_latest(last_to_, period.to);
    keep_earliest(first_date_, date);
    keep_latest(last_date_, date);
    open_from_ = open_from_ || period.from.is_open();
    open_to_ = open_to_ || period.to.is_open();
}

/// Each source counts once, with its highest figure.
void ClaimFold::fold_sources(Relation& relation) {
    const bool supports = relation.status != Status::denied;
    std::erase_if(sources_, [&](const SourceFold& one) { return one.supports != supports; });
    // Those that say how sure they are before those that do not, the surest first.
    const auto rank = [](const SourceFold& one) {
        return std::pair(one.source, std::isnan(one.confidence) ? 1.0 : -one.confidence);
    };
    std::sort(sources_.begin(), sources_.end(),
              [&](const SourceFold& a, const SourceFold& b) { return rank(a) < rank(b); });
    double doubt = 1;
    double single = unknown_confidence;
    std::uint32_t rated = 0;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        const SourceFold& one = sources_[i];
        if (i > 0 && one.source == sources_[i - 1].source) continue;
        if (one.source != no_index) ++relation.source_count;
        if (std::isnan(one.confidence)) continue;
        ++rated;
        single = one.confidence;
        doubt *= 1 - one.confidence;
    }
    relation.confidence = rated == 0   ? unknown_confidence
                          : rated == 1 ? single
                                       : std::round((1 - doubt) * 1e6) / 1e6;
}

void ClaimFold::finish(Relation& relation) {
    relation.claim_count = count_;
    relation.source_count = 0;
    relation.status = status_of(stances_);
    fold_sources(relation);
    // Dates of observation bound the period only where no claim says how long it holds.
    const bool bounded = first_from_.dated() || last_to_.dated() || open_from_ || open_to_;
    relation.period.from = open_from_ ? Date::open() : bounded ? first_from_ : first_date_;
    relation.period.to = open_to_ ? Date::open() : bounded ? last_to_ : last_date_;
    clear();
}

void ClaimFold::clear() {
    sources_.clear();
    std::fill(std::begin(stances_), std::end(stances_), 0U);
    count_ = 0;
    first_from_ = last_to_ = first_date_ = last_date_ = Date();
    open_from_ = open_to_ = false;
}

} // namespace entente
