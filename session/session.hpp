// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "session/loading/load.hpp"
#include "session/telling/progress.hpp"
#include "session/writing/outputs.hpp"

namespace entente::session {

/// What a front end asks for: read these inputs, narrow the graph to a view, write these outputs.
struct Request {
    InputOptions input;
    std::vector<std::string> outputs; ///< `PATH` or `FORMAT:PATH`
    ViewOptions view = {};
    ExportOptions output = {};
    bool load_reports = false; ///< beside each output, what its format does not hold
    std::vector<std::string> also_written = {}; ///< files of the front end's own: a log
};

/// Where and in what formats `request` writes. Throws UsageError if it cannot be done; nothing is
/// read or written yet.
std::vector<Target> targets_of(const Request& request);

struct Result {
    Loaded loaded;
    std::vector<Written> written;
};

/// Does what was asked for; `targets` are those of targets_of(). Problems of data go to the
/// diagnostics; those of the world are exceptions, and leave no half of a file.
Result build(const Request& request, const std::vector<Target>& targets, Diagnostics& diagnostics,
             const Progress& progress = {});

} // namespace entente::session
