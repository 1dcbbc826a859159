// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include "graph/model/model.hpp"

namespace entente::diagram {

/// What an entity is called in a language (BCP 47): an alias in that language, for a nation the
/// name that Unicode CLDR has, else its usual name. An empty language: the usual name.
std::string name_in(const Entity& entity, const std::string& language);

} // namespace entente::diagram
