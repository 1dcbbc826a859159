// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/reporter.hpp"
#include "graph/view.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

struct InputOptions {
    std::vector<std::string> inputs;
    std::string from;       ///< name of a format; empty: told by content and extension
    std::string rejects;    ///< where rejected records are kept; empty: nowhere
    std::string vocabulary; ///< a file with the user's own kinds and relations
    unsigned threads = 0;   ///< 0: as many as there are processors
};

/// Checks of values for CLI11, which unlike its own do not write themselves into the help.
using ValueCheck = std::function<std::string(const std::string&)>;
ValueCheck one_of(std::vector<std::string> words);
ValueCheck number_between(std::uint64_t least, std::uint64_t most);

/// The options that several commands share. What they fill must outlive the parse.
void add_input_options(CLI::App& app, InputOptions& options);
/// The same without the inputs themselves.
void add_reading_options(CLI::App& app, InputOptions& options);
void add_view_options(CLI::App& app, ViewOptions& options);
void add_report_options(CLI::App& app, ReportOptions& options);

} // namespace entente::cli
