// SPDX-License-Identifier: BSL-1.0
#include "graph/fold.hpp"

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

void ClaimFold::add(const ClaimLedger::Row& row) {
    ++count_;
    ++stances_[static_cast<std::size_t>(row.stance)];
    const bool supports = row.stance != Stance::denied;
    const auto known =
        std::find_if(sources_.begin(), sources_.end(), [&](const SourceFold& source) {
            return source.source == row.source && source.supports == supports;
        });
    if (known == sources_.end()) {
        sources_.push_back({row.source, row.confidence, supports});
    } else if (std::isnan(known->confidence) || row.confidence > known->confidence) {
        known->confidence = row.confidence;
    }
    if (supports) add_period(row);
}

void ClaimFold::add_period(const ClaimLedger::Row& row) {
    keep_earliest(first_from_, row.from);
    keep_latest(last_to_, row.to);
    keep_earliest(first_date_, row.date);
    keep_latest(last_date_, row.date);
    open_from_ = open_from_ || row.from.is_open();
    open_to_ = open_to_ || row.to.is_open();
}

void ClaimFold::finish(Relation& relation) {
    relation.claim_count = count_;
    relation.status = status_of(stances_);
    const bool supports = relation.status != Status::denied;
    double doubt = 1;
    double single = unknown_confidence;
    std::uint32_t rated = 0;
    std::uint32_t sources = 0;
    for (const SourceFold& source : sources_) {
        if (source.supports != supports) continue;
        if (source.source != no_index) ++sources;
        if (std::isnan(source.confidence)) continue;
        ++rated;
        single = source.confidence;
        doubt *= 1 - source.confidence;
    }
    relation.source_count = sources;
    relation.confidence = rated == 0   ? unknown_confidence
                          : rated == 1 ? single
                                       : std::round((1 - doubt) * 1e6) / 1e6;
    // Dates of observation bound the period only where no claim says how long it holds.
    const bool bounded = first_from_.dated() || last_to_.dated() || open_from_ || open_to_;
    relation.period.from = open_from_ ? Date::open() : bounded ? first_from_ : first_date_;
    relation.period.to = open_to_ ? Date::open() : bounded ? last_to_ : last_date_;
    *this = ClaimFold();
}

} // namespace entente
