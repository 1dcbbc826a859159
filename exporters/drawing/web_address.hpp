// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace entente::diagram {

/// Whether a picture may lead there: only http and https get through, in whatever case.
bool is_web_address(std::string_view url);

} // namespace entente::diagram
