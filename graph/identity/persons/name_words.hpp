// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/identity/persons/person.hpp"

namespace entente::identity {

using Words = std::vector<std::string>;
using WordSpan = std::span<const std::string>;

std::string joined(WordSpan words, std::string_view separator = "");

/// `words` with the first `n` moved to the end.
Words turned(const Words& words, std::size_t n);

/// The words with the family name last where the writing shows which it is.
Words western_order(const PersonName& name);

/// Without initials, except where fewer than two words would be left (J. D. Vance).
Words without_initials(const Words& words);

} // namespace entente::identity
