// SPDX-License-Identifier: BSL-1.0
#include "session/session.hpp"

#include <algorithm>

#include "session/selection.hpp"
#include "session/telling/errors.hpp"
#include "session/writing/load_report.hpp"

namespace entente::session {

namespace {

bool writes_claims(const Target& target) {
    return target.exporter->can.claims;
}

/// Long texts are worth a copy where all of them will be written.
LongTexts texts_for(const Request& request, const std::vector<Target>& targets) {
    const bool lean =
        request.output.lean || std::none_of(targets.begin(), targets.end(), writes_claims);
    return lean ? LongTexts::in_the_input : LongTexts::copied;
}

} // namespace

std::vector<Target> targets_of(const Request& request) {
    if (request.input.inputs.empty())
        throw UsageError("no input; name a file, or - for standard input");
    if (request.outputs.empty())
        throw UsageError("no output; add for example -o map.svg (entente check only reads)");
    std::vector<Target> targets;
    std::vector<std::string> written;
    for (const std::string& argument : request.outputs) {
        targets.push_back(target_of(argument));
        written.push_back(targets.back().path);
        if (!request.load_reports) continue;
        if (targets.back().path == "-")
            throw UsageError(
                "--load-report: the report stands beside the file, and standard output has "
                "none; name a file");
        written.push_back(load_report_path(targets.back().path));
    }
    written.insert(written.end(), request.also_written.begin(), request.also_written.end());
    if (!request.input.rejects.empty()) written.push_back(request.input.rejects);
    refuse_clashes(request.input.inputs, written);
    check_profile(request.output.profile, targets);
    check_shards(request.output.shards, targets);
    return targets;
}

Result build(const Request& request, const std::vector<Target>& targets, Diagnostics& diagnostics,
             const Progress& progress) {
    Result result;
    result.loaded = load(request.input, diagnostics, progress, texts_for(request, targets));
    const View view = select(result.loaded.graph, request.view);
    ExportOptions output = request.output;
    output.threads = thread_count(request.input);
    result.written = write_all(view, targets, output, diagnostics, progress);
    if (request.load_reports)
        for (const Written& one : result.written)
            write_load_report(one);
    return result;
}

} // namespace entente::session
