// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "graph/language/words.hpp"

namespace entente {

/// The keys that records have a meaning for: ours, and those that others write for them.
using Key = Word;

/// Whether `name` is the name of `key`; quick for what most records are made of.
bool is_key(std::string_view name, Key key);
/// Key::none if it is none of them.
Key find_key(std::string_view name);

} // namespace entente
