// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// A hash that is the same in every run and on every machine (XXH3): for what is written down.
std::uint64_t stable_hash(std::string_view text);

} // namespace entente
