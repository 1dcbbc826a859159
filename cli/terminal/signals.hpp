// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace entente::cli {

/// An interrupt or a request to stop removes unfinished output files and ends the program with 128
/// and the signal's number; a reader that closed its end of a pipe becomes an ordinary write error.
void handle_signals();

} // namespace entente::cli
