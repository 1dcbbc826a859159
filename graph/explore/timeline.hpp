// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/model/view.hpp"

namespace entente::explore {

/// An entity that exists for a time, or relations of one type that hold at the same time: of one
/// subject to several objects or of several subjects to one object, as the founding members of an
/// alliance.
struct Happening {
    EntityIndex entity = no_index;        ///< no_index: relations
    std::vector<std::uint32_t> relations; ///< of the view
    Period period;                        ///< as said; unknown where nobody says
    std::vector<Date> observed;           ///< where nobody says how long it holds: ascending
    Status status = Status::supported;
    std::size_t claims = 0; ///< how many speak of it; of an entity, of its relations

    [[nodiscard]] bool is_entity() const { return entity != no_index; }
    /// Something that happens, rather than holds: within one day, month or year as it is told.
    [[nodiscard]] bool at_once() const { return period.from.dated() && period.from == period.to; }
};

/// What a happening does on a date.
enum class Turn : std::uint8_t {
    ends,
    happens,  ///< begins and ends
    observed, ///< nobody says since when or until when
    begins,
};

/// `ends`, `happens`, `observed`, `begins`.
std::string_view name(Turn turn);

struct Moment {
    Date date;
    Turn turn{};
    std::size_t happening = 0; ///< index
};

/// What makes relations one happening, if their type, time and status are the same.
enum class Joined : std::uint8_t { by_object, by_subject };

struct Timeline {
    /// Entities, then relations, each in the view's order.
    std::vector<Happening> happenings;
    /// By date; on the same date what ends first. A date that is only known to lie within a year
    /// stands before the days of that year.
    std::vector<Moment> moments;
    /// Of what no date is known, and so nothing is told.
    std::size_t entities_without_date = 0, relations_without_date = 0;
};

/// What began, ended, happened or was observed; only moments that may lie within the view's `since`
/// and `until`. An unknown or open end is no moment. O(n log n).
Timeline timeline(const View& view, Joined joined = Joined::by_object);

} // namespace entente::explore
