// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string_view>

#include "graph/language/record.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// Values of fields that are written just as they should be. Each function returns false for any
/// other, which RecordFields repairs or reports.

/// Nothing if no stance has that name.
std::optional<Stance> find_stance(std::string_view name);
bool read_plain_stance(std::string_view text, Stance& out);
/// A number of JSON's from 0 to 1.
bool read_plain_confidence(std::string_view digits, double& out);
/// `[begin, end]`
bool read_plain_span(const JsonTree& tree, std::size_t index, TextSpan& out);

} // namespace entente
