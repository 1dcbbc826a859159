// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "cli/terminal/reporter.hpp"
#include "session/loading/load.hpp"
#include "session/writing/outputs.hpp"

namespace entente::cli {

/// Tells what was read and what the graph holds.
void summarise(const session::Loaded& loaded, Reporter& reporter);
/// Tells what was written where, and what was left out.
void summarise(const std::vector<session::Written>& written, Reporter& reporter);
/// Tells how many problems there were and what they mean for the outputs.
void summarise_problems(bool wrote, Reporter& reporter);

} // namespace entente::cli
