// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>

namespace entente::session {

/// The user asks for what cannot be done. The message says what is wrong and what to do.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace entente::session
