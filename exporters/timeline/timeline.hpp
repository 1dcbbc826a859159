// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/explore/timeline.hpp"
#include "graph/model/view.hpp"

namespace entente {

/// How a timeline is drawn.
struct TimelineOptions {
    enum class By : std::uint8_t { kind, subject } by = By::kind; ///< what rows stand together
    std::size_t rows = 60; ///< at most; 0: all. What most claims speak of is kept.
    std::string title;     ///< empty: the graph's
};

/// A timeline as a picture: an axis of years, bars for what holds for a time, marks for what
/// happens or was observed.
struct TimelinePicture {
    std::string svg;
    double width = 0, height = 0; ///< in pixels
    std::string title;
    std::size_t rows = 0;              ///< how many are drawn
    std::vector<std::string> left_out; ///< `103 of 163 alliances`; also what has no date
};

/// Draws what of the view has dates. The same view gives the same picture. std::runtime_error if
/// the libraries for text are not there.
TimelinePicture draw_timeline(const View& view, const TimelineOptions& options);

/// The picture in a carrier: `svg`, `png` (192 dots an inch) or `pdf`.
std::string timeline_as(const TimelinePicture& picture, std::string_view format);

} // namespace entente
