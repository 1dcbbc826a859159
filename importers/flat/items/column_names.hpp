// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The key of the attribute that a column of this name was written from: without the marker
/// `kg_a_`, and with the bytes that are written as `_xHH`.
std::string column_key(std::string_view name);

} // namespace entente
