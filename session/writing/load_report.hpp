// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "session/writing/outputs.hpp"

namespace entente::session {

/// Where the load report of an output stands: `graph.graphml.report.json`, also beside a folder.
std::string load_report_path(const std::string& output);

/// What the output holds, and each thing that the format or a reader of it does not hold, with its
/// number and the first few places, as one JSON object (docs/load-report.md).
std::string load_report(const Written& written);

/// Writes it beside the output.
void write_load_report(const Written& written);

} // namespace entente::session
