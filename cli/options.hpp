// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "cli/arguments.hpp"
#include "cli/terminal/reporter.hpp"
#include "graph/model/view.hpp"
#include "session/loading/load.hpp"

namespace entente::cli {

/// The options that several commands share. What they fill must outlive the parse.
void add_input_options(Arguments& arguments, session::InputOptions& options);
/// The same without the inputs themselves.
void add_reading_options(Arguments& arguments, session::InputOptions& options);
void add_view_options(Arguments& arguments, ViewOptions& options);
void add_report_options(Arguments& arguments, ReportOptions& options);

} // namespace entente::cli
