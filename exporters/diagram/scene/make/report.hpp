// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "exporters/diagram/scene/make/account.hpp"

namespace entente::diagram {

/// What became of every item of the view. With tooltips, what only they tell counts as written.
ExportReport report_of(const Material& material, const Account& account, const Scene& scene,
                       bool with_tooltips);

/// `Not drawn: 3 officials, 1 relation.`, for the foot of the picture; empty if all is there.
std::string not_drawn(const Material& material, const Account& account,
                      std::size_t relations_left_out);

/// Says what the picture does not show. `nations`: how many the view has.
void report_left_out(Diagnostics& diagnostics, const View& view, const Scene& scene,
                     std::size_t nations_shown, std::size_t nations);

} // namespace entente::diagram
