// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/writing/exporter.hpp"
#include "graph/model/view.hpp"

namespace entente::diagram {

/// What a picture shows, as plain data made from a View. make_scene() decides all of it; what
/// follows (measuring, placing, drawing) only carries it out.

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// How sure a line or a thing is: drawn with dashes, dots or a mark, never by colour alone.
enum class Certainty : std::uint8_t { plain, planned, possible, disputed, denied };

Certainty certainty_of(Status status);

/// What of the view a piece of the picture shows, for the account of what is left out.
struct Shows {
    std::vector<EntityIndex> entities; ///< that can be seen, not only in a tooltip
    // Relations, by their places in View::relations():
    std::vector<std::size_t> told;   ///< in the tooltip, with who says so
    std::vector<std::size_t> untold; ///< for which it is drawn, too; the tooltip ends before
};

/// A line of small type under a name: `Lloyd Austin` `Secretary of Defense`.
struct Line {
    std::string strong; ///< in dark type
    std::string weak;   ///< after it, in grey
    std::string tooltip;
    Shows shows;
};

/// One nation inside a node that shows several of them.
struct Member {
    EntityIndex entity = no_index;
    std::string name;
    std::string iso2; ///< empty: no flag
};

enum class NodeKind : std::uint8_t {
    nation, ///< a nation alone, or several that stand in exactly the same relations
    hub,    ///< an alliance, or an agreement where there are no alliances
    threat,
    thing, ///< an organization, place or anything else that takes part
    label, ///< what a line between two others says, as a node so that it never covers anything
};

/// Left to right: who stands together, the nations, what they fear, who poses it.
enum class Column : std::uint8_t { left_hubs, left, middle, right, right_hubs };

struct Node {
    NodeKind kind = NodeKind::nation;
    EntityIndex entity = no_index; ///< no_index for a label or a group
    std::string name;
    std::string note; ///< dates and status, in small type under the name
    std::vector<Line> lines;
    std::vector<Member> members; ///< of a nation node: one, or the group
    std::string color;           ///< of a hub or a label, `#rrggbb`
    Certainty certainty = Certainty::plain;
    Column column = Column::left;
    std::string tooltip;
    int weight = 0; ///< of a hub: how many members; decides the size of its type
};

struct Link {
    std::size_t from = 0, to = 0; ///< nodes
    std::string color;
    double width = 1.5;
    Certainty certainty = Certainty::plain;
    bool arrow = false;      ///< head at `to`
    bool arrow_back = false; ///< head at `from`
    bool many = false;       ///< to a group: speaks of each of its members
    std::string tooltip;
    std::string href; ///< the page of a source; http or https, or empty
    Shows shows;
};

/// A line of a list beside the picture: a meeting, an agreement.
struct Row {
    std::string date, name, note;
    std::vector<Member> members;
    Certainty certainty = Certainty::plain;
    std::string tooltip;
    std::string href;
    Shows shows;
};

struct Panel {
    std::string title;
    std::vector<Row> rows;
    std::size_t more = 0; ///< rows that found no place
    bool dates = true;    ///< rows begin with a date; otherwise with a flag
};

/// A source as it is cited under the picture.
struct Citation {
    std::string text;
    std::string href;
};

/// Which parts of the legend are needed.
struct Legend {
    bool alliance = false, threat = false, poses = false, targets = false, group = false;
    bool cooperation = false, conflict = false, mixed = false, neutral = false;
    bool planned = false, possible = false, disputed = false, denied = false, widths = false;
};

struct Scene {
    std::string title, subtitle, description;
    std::string language = "en";
    std::vector<Node> nodes;
    std::vector<Link> links;
    std::vector<Panel> panels;
    std::vector<Citation> citations;
    std::size_t more_citations = 0;
    std::string left_out; ///< what is not drawn, for the foot of the picture
    Legend legend;
    bool flow = false; ///< in columns; otherwise as a web
    ExportReport report;
    std::size_t missing_flags = 0;
};

} // namespace entente::diagram
