// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::session {

/// `1,234,567`
std::string grouped(std::uint64_t n);

/// `1 entity`, `1,234 entities`
std::string counted(std::uint64_t n, std::string_view one, std::string_view many);

/// `532 bytes`, `12.3 kB`, `1.2 GB`: decimal units.
std::string readable_size(std::uint64_t bytes);

/// The words of a list that is separated by spaces.
std::vector<std::string> words(std::string_view list);

} // namespace entente::session
