// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "graph/language/vocabulary.hpp"

namespace entente {

/// The members of a row as JSON, as a user's vocabulary has them; what is empty is left out.
void append_members(std::string& out, const Kind& row, const Vocabulary& vocabulary);
void append_members(std::string& out, const RelationType& row, const Vocabulary& vocabulary);

} // namespace entente
