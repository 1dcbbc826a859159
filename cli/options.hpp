// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/terminal/reporter.hpp"
#include "graph/model/view.hpp"

namespace entente::cli {

struct InputOptions {
    std::vector<std::string> inputs;
    std::string from;       ///< name of a format; empty: told by content and extension
    std::string rejects;    ///< where rejected records are kept; empty: nowhere
    std::string vocabulary; ///< a file with the user's own kinds and relations
    unsigned threads = 0;   ///< 0: as many as there are processors
};

/// How many threads that comes to.
unsigned thread_count(const InputOptions& options);

/// The options that several commands share. What they fill must outlive the parse.
void add_input_options(Arguments& arguments, InputOptions& options);
/// The same without the inputs themselves.
void add_reading_options(Arguments& arguments, InputOptions& options);
void add_view_options(Arguments& arguments, ViewOptions& options);
void add_report_options(Arguments& arguments, ReportOptions& options);

} // namespace entente::cli
