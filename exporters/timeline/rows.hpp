// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "exporters/timeline/timeline.hpp"

namespace entente::timeline_picture {

struct Row {
    std::size_t happening = 0; ///< index
    std::string name;          ///< `NATO`, `Belgium and 11 more → NATO`
    std::string dates;         ///< `1949-04-04 –`
    std::string tooltip;       ///< all of it in words
    std::string fill, line;    ///< colours, `#rrggbb`
};

struct Group {
    std::string title; ///< `Alliances`, `is a member of`, `Japan`
    std::vector<Row> rows;
    std::size_t all = 0; ///< how many rows there would be
};

/// The rows of the picture. By kind: things that have dates of their own first, of which two thirds
/// of the rows are; then relations; the years of nations and persons only if there is room left. No
/// group takes another's place while that has rows to show.
std::vector<Group> rows_of(const View& view, const explore::Timeline& timeline,
                           const TimelineOptions& options);

/// When it begins; failing that, when it was first observed or ends.
Date beginning(const explore::Happening& happening);

/// `1949-04-04 –`: `–` alone means until today, `– ?` that nobody says until when.
std::string dates_of(const explore::Happening& happening);

} // namespace entente::timeline_picture
