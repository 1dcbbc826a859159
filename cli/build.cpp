// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/summary.hpp"
#include "session/errors.hpp"
#include "session/load.hpp"
#include "session/load_report.hpp"
#include "session/outputs.hpp"
#include "session/selection.hpp"

namespace entente::cli {

namespace {

struct Options {
    InputOptions input;
    std::vector<std::string> outputs;
    ViewOptions view;
    ExportOptions output;
    bool load_report = false;
    ReportOptions report;
};

bool writes_claims(const Target& target) {
    return target.exporter->can.claims;
}

int build(const Options& options) {
    if (options.input.inputs.empty())
        throw UsageError("no input; name a file, or - for standard input");
    if (options.outputs.empty())
        throw UsageError("no output; add for example -o map.svg (entente check only reads)");
    std::vector<Target> targets;
    std::vector<std::string> written;
    for (const std::string& argument : options.outputs) {
        targets.push_back(target_of(argument));
        written.push_back(targets.back().path);
        if (!options.load_report) continue;
        if (targets.back().path == "-")
            throw UsageError(
                "--load-report: the report stands beside the file, and standard output has "
                "none; name a file");
        written.push_back(load_report_path(targets.back().path));
    }
    for (const std::string& extra : {options.report.log, options.input.rejects})
        if (!extra.empty()) written.push_back(extra);
    refuse_clashes(options.input.inputs, written);
    check_profile(options.output.profile, targets);
    check_shards(options.output.shards, targets);

    Reporter reporter(options.report);
    const bool lean =
        options.output.lean || std::none_of(targets.begin(), targets.end(), writes_claims);
    const Loaded loaded =
        load(options.input, reporter, lean ? LongTexts::in_the_input : LongTexts::copied);
    const View view = select(loaded.graph, options.view);
    ExportOptions output = options.output;
    output.threads = thread_count(options.input);
    const std::vector<Written> done = write_all(view, targets, output, reporter);
    if (options.load_report)
        for (const Written& one : done)
            write_load_report(one);
    const int status = reporter.finish();
    summarise(loaded, reporter);
    summarise(done, reporter);
    summarise_problems(true, reporter);
    return status;
}

std::function<int()> declare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_input_options(arguments, options->input);
    arguments
        .option("-o,--output", options->outputs,
                "File to write; its extension tells the format. May be repeated")
        .value("[FORMAT:]FILE")
        .one_at_a_time()
        .group("Output");
    arguments.flag("--lean", options->output.lean, "Leave the claims out of graph formats")
        .group("Output");
    arguments.option("--base", options->output.base_iri, "Begin the IRIs of entities with this")
        .value("IRI")
        .group("Output");
    arguments
        .option("--profile", options->output.profile, "Variant of a format; see entente formats")
        .value("NAME")
        .group("Output");
    arguments
        .flag("--load-report", options->load_report,
              "Also write FILE.report.json: what the format does not hold")
        .group("Output");
    arguments.option("--shard", options->output.shards, "Each table of a bundle in N files")
        .value("N")
        .group("Output")
        .check(number_between(1, 9'999));
    arguments.option("--title", options->output.title, "Title of a picture")
        .value("TEXT")
        .group("Output");
    arguments
        .option("--language", options->output.language,
                "Language of the names of nations in a picture")
        .value("CODE")
        .group("Output");
    add_view_options(arguments, options->view);
    add_report_options(arguments, options->report);
    return [options] { return build(*options); };
}

} // namespace

const Command build_command{
    "build", "Builds a knowledge graph from facts and writes it in any format",
    "INPUT... -o OUTPUT [-o OUTPUT]...",
    "  entente facts.jsonl -o map.svg                  an alliance diagram\n"
    "  entente a.jsonl b.csv.gz -o all.graphml -o all.jsonld\n"
    "  entente facts.jsonl -o 1960.png --at 1960 --focus Japan --hops 2\n"
    "  extract report.txt | entente - -o facts:- > clean.jsonl\n",
    declare};

} // namespace entente::cli
