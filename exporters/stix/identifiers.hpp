// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace entente::stix {

/// A UUID of version 5 (RFC 4122) of the name in entente's own namespace,
/// 7b6c1e52-9d0f-4a37-8f4e-5a1c0de3b9d4: the same name has the same UUID in every run.
std::string uuid_of(std::string_view name);

} // namespace entente::stix
