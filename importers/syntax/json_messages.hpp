// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <rapidjson/error/error.h>

#include <cstddef>
#include <string_view>

#include "importers/syntax/json.hpp"

namespace entente {

/// What RapidJSON found at `offset` of `text`, in words that say what to do.
JsonError explain_json_error(rapidjson::ParseErrorCode code, std::string_view text,
                             std::size_t offset);

} // namespace entente
