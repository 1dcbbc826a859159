// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/diagram/scene/scene.hpp"

namespace entente::diagram {

/// `since 1960`, `1882–1915`, `until 1991`: years alone, for small type.
std::string years(const Period& period);
/// `1,234`; `1 nation`, `1,234 nations`.
std::string counted(std::size_t number);
std::string counted(std::size_t number, std::string_view one, std::string_view many);
/// What the certainty adds in words: `planned`, `possible`, `disputed`, `denied`; or empty.
std::string_view word_for(Certainty certainty);
/// ` (planned)`; empty for what is certain.
std::string bracketed(Certainty certainty);
/// The parts that are not empty, with `between` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view between);

} // namespace entente::diagram
