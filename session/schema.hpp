// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

namespace entente::session {

/// The JSON Schema (2020-12) of a record, or of a whole document with lists of sources, entities
/// and facts.
std::string record_schema(bool document);

} // namespace entente::session
