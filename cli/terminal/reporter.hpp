// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "cli/terminal/progress.hpp"
#include "exporters/writing/files/output.hpp"
#include "graph/language/diagnostics.hpp"

namespace entente::cli {

struct ReportOptions {
    std::string log;            ///< where every diagnostic goes as JSON Lines; empty: nowhere
    bool strict = false;        ///< warnings make the exit status 1 too
    bool quiet = false;         ///< print errors only, and no progress
    bool errors_only = false;   ///< print errors only
    std::string color = "auto"; ///< auto, always or never
};

/// Whether text on a descriptor should be coloured; `when` is auto, always or never.
bool wants_color(const std::string& when, int descriptor);

/// Decides what becomes of diagnostics: which are printed, which are only counted, what goes to the
/// log, and what the exit status is.
class Reporter {
  public:
    explicit Reporter(const ReportOptions& options);
    Reporter(const Reporter&) = delete;
    Reporter& operator=(const Reporter&) = delete;

    Diagnostics& diagnostics() { return diagnostics_; }
    ProgressLine& progress() { return progress_; }
    /// Prints a line for people, unless the user wants quiet.
    void say(std::string_view line);
    /// Tells how much was held back, completes the log, and returns the exit status.
    int finish();

  private:
    void receive(const Diagnostic& diagnostic);
    void write_log(const Diagnostic& diagnostic);
    void print(const Diagnostic& diagnostic);

    ReportOptions options_;
    bool color_;
    ProgressLine progress_;
    Diagnostics diagnostics_;
    std::unique_ptr<OutputFile> log_;
    std::array<std::size_t, static_cast<std::size_t>(Code::count_)> printed_{}, held_back_{};
};

} // namespace entente::cli
