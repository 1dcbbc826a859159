// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>

#include "graph/language/vocabulary.hpp"

namespace entente {

/// The built-in rows (graph/language/vocabulary_table.cpp): the one place where kinds and
/// relations are defined.
std::span<const Kind> builtin_kinds();
std::span<const RelationType> builtin_relations();

} // namespace entente
