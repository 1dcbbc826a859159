// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "graph/explore/changes/diff.hpp"

namespace entente::explore {

/// What of two entities differs that are taken for the same.
std::vector<FieldChange> differing_fields(const View& a, const Entity& before, const View& b,
                                          const Entity& after);
/// Status, period, confidence and qualifiers; of claims that are denials, only the status speaks.
std::vector<FieldChange> differing_fields(const View& a, const Relation& before, const View& b,
                                          const Relation& after);

/// The claims of a relation of a view.
std::vector<Claim> claims_of(const View& view, const Relation& relation);

/// Takes out of both what both have: claims that say the same of the same relation, in whichever
/// graph.
void keep_differing(const View& a, std::vector<Claim>& before, const View& b,
                    std::vector<Claim>& after);

/// Whether some claim says since when or until when the relation holds; otherwise its period is
/// only when it was observed.
bool is_bounded(const std::vector<Claim>& claims);
/// Whether claims say on which day it held, and none since when or until when. False if they say
/// nothing of time: then it begins and ends with what it joins.
bool only_observed(const std::vector<Claim>& claims);

} // namespace entente::explore
