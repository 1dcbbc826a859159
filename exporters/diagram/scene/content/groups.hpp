// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/diagram/scene/content/content.hpp"

namespace entente::diagram {

/// The content with one node for the nations that stand in exactly the same relations: a table of
/// flags and names. NATO's thirty-two lines become a handful, and nothing is lost. Nations that a
/// list tells of, and in a reduced picture all that the reduction cut off from the others, go.
Content grouped(Content content, const Roles& roles, bool reduced);

} // namespace entente::diagram
