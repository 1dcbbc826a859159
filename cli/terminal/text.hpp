// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "session/telling/errors.hpp"
#include "session/telling/text.hpp"

namespace entente::cli {

// Said on nearly every line of what people read.
using session::counted;
using session::grouped;
using session::readable_size;
using session::UsageError;
using session::words;

/// The exit statuses of the program; a UsageError ends it with the last.
enum Status : int { fine = 0, data_errors = 1, usage_or_world = 2 };

/// Writes `text` to standard output; throws std::system_error if that fails.
void print(std::string_view text);

} // namespace entente::cli
