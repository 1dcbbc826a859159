// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/view.hpp"

namespace entente::explore {

/// What became of an entity or relation between two dates of one graph, or from one graph to
/// another.
enum class Change : std::uint8_t {
    added,   ///< began in between; or: only the second graph has it
    seen,    ///< dates: nobody says since when it holds, but it was observed only later
    ended,   ///< ended in between; or: the second graph knows an end that the first did not
    unseen,  ///< dates: nobody says that it ended, but it was observed only earlier
    removed, ///< graphs: only the first has it
    passed,  ///< dates: began and ended, or was observed, only in between
    changed, ///< is in both, and something about it differs
    merged,  ///< graphs: several entities of the first are one in the second
    split,   ///< graphs: the other way round
};

inline constexpr std::array changes = {
    Change::added,  Change::seen,    Change::ended,  Change::unseen, Change::removed,
    Change::passed, Change::changed, Change::merged, Change::split,
};

/// `new`, `first seen`, `ended`, `not seen since`, `gone`, `only in between`, ...
std::string_view name(Change change);

/// A field of an entity or relation that differs; an empty text: nothing is known.
struct FieldChange {
    std::string
        field; ///< `status`, `confidence`, `from`, `to`, `claims`, or the key of an attribute
    std::string before, after;
};

struct EntityChange {
    Change change{};
    std::vector<EntityIndex> before; ///< of the first graph
    std::vector<EntityIndex> after;  ///< of the second
    std::vector<FieldChange> fields; ///< of what changed
    std::vector<std::string> rules;  ///< graphs: why those that are one now are taken for one
};

struct RelationChange {
    Change change{};
    std::optional<Relation> before; ///< as the first graph, or date, has it
    std::optional<Relation> after;  ///< as the second has it; of what passed, as it was in between
    std::vector<FieldChange> fields;
    std::vector<Claim> gained; ///< the claims that make the difference: those that are new ...
    std::vector<Claim> lost;   ///< ... and those that are gone
};

/// By kind of change, then in the order of the graphs.
struct Difference {
    View before, after;
    std::vector<EntityChange> entities;
    std::vector<RelationChange> relations;
};

/// What began, ended and changed from one date to a later one. What may hold on a date counts as
/// holding; `options.at`, `since` and `until` are not used. O(n log n) for n entities and claims.
Difference difference(const TablesPtr& graph, const ViewOptions& options, Date from, Date to);

/// What one graph says otherwise than another. An entity of the one is that of the other which has
/// its id, or else for which the other takes its id, or its name. Relations are the same if their
/// ends and their type are; claims, if they say the same. O(n log n).
Difference difference(const View& before, const View& after);

} // namespace entente::explore
