// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "exporters/writing/exporter.hpp"
#include "session/telling/progress.hpp"

namespace entente::session {

/// One `-o`: where to write, and in what format.
struct Target {
    std::string path;
    const Exporter* exporter = nullptr;
    bool folder = false; ///< several files in a folder, not one file
};

/// Understands `PATH` and `FORMAT:PATH`; a folder ends with a slash, or is there. Throws UsageError
/// if no format fits.
Target target_of(const std::string& argument);

/// Throws UsageError if two of the files written are the same, or one is also read.
void refuse_clashes(const std::vector<std::string>& inputs,
                    const std::vector<std::string>& written);

/// Throws UsageError if no target has the profile; formats without it ignore it.
void check_profile(const std::string& profile, const std::vector<Target>& targets);

/// Throws UsageError if `shards` says something and no target has several files.
void check_shards(unsigned shards, const std::vector<Target>& targets);

/// What became of one target.
struct Written {
    Target target;
    ExportReport report;
    std::string profile; ///< the one that was written; empty: the usual one
    std::uint64_t bytes = 0;
};

/// Writes the view to each target in turn. A reader of standard output that has had enough is no
/// failure.
std::vector<Written> write_all(const View& view, const std::vector<Target>& targets,
                               const ExportOptions& options, Diagnostics& diagnostics,
                               const Progress& progress = {});

} // namespace entente::session
