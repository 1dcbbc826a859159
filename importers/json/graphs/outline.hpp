// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The keys of the object that a text begins with, and of the first objects inside of it, as paths:
/// `elements`, `elements/nodes`, `[]/data` where the text is a list. As far as the text goes.
std::vector<std::string> outline_of(std::string_view head);

} // namespace entente
