// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "graph/language/record.hpp"
#include "graph/language/value.hpp"

namespace entente {

/// What RDF's literals do not give back as it was, as the JSON that stands beside them.

/// `[{"area":1E+5},{"area":2.5}]`: all values of each key of which some literal changes one. Empty
/// if none does.
std::string changed_values(std::span<const Field> fields);

/// All aliases, as the facts have them, if a literal changes the language of one; else empty.
std::string changed_aliases(std::span<const Alias> aliases);

/// The tag of a literal in lower case; empty if it is none.
std::string language_of_literal(const Alias& alias);

} // namespace entente
