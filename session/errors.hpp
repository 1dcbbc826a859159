// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>

namespace entente::cli {

/// The command line asks for what cannot be done. The message says what is wrong and what to do;
/// the exit status is 2.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The exit statuses of the program.
enum Status : int { fine = 0, data_errors = 1, usage_or_world = 2 };

} // namespace entente::cli
