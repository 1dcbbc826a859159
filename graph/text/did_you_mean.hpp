// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace entente {

/// `; did you mean X?` with the candidate nearest to a mistyped `word`, or nothing if none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

} // namespace entente
