// SPDX-License-Identifier: BSL-1.0
#include <memory>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/summary.hpp"
#include "session/session.hpp"

namespace entente::cli {

namespace {

struct BuildOptions {
    session::Request request;
    ReportOptions report;
};

int build(const BuildOptions& options) {
    session::Request request = options.request;
    if (!options.report.log.empty()) request.also_written.push_back(options.report.log);
    const std::vector<session::Target> targets = session::targets_of(request);

    Reporter reporter(options.report);
    const session::Result result =
        session::build(request, targets, reporter.diagnostics(), reporter.progress().listener());
    const int status = reporter.finish();
    summarise(result.loaded, reporter);
    summarise(result.written, reporter);
    summarise_problems(true, reporter);
    return status;
}

std::function<int()> declare_build(Arguments& arguments) {
    const auto options = std::make_shared<BuildOptions>();
    add_input_options(arguments, options->request.input);
    arguments
        .option("-o,--output", options->request.outputs,
                "File to write; its extension tells the format. May be repeated")
        .value("[FORMAT:]FILE")
        .one_at_a_time()
        .group("Output");
    arguments.flag("--lean", options->request.output.lean, "Leave the claims out of graph formats")
        .group("Output");
    arguments
        .option("--base", options->request.output.base_iri, "Begin the IRIs of entities with this")
        .value("IRI")
        .group("Output");
    arguments
        .option("--profile", options->request.output.profile,
                "Variant of a format; see entente formats")
        .value("NAME")
        .group("Output");
    arguments
        .flag("--load-report", options->request.load_reports,
              "Also write FILE.report.json: what the format does not hold")
        .group("Output");
    arguments.option("--shard", options->request.output.shards, "Each table of a bundle in N files")
        .value("N")
        .group("Output")
        .check(number_between(1, 9'999));
    arguments.option("--title", options->request.output.title, "Title of a picture")
        .value("TEXT")
        .group("Output");
    arguments
        .option("--language", options->request.output.language,
                "Language of the names of nations in a picture")
        .value("CODE")
        .group("Output");
    add_view_options(arguments, options->request.view);
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
    declare_build};

} // namespace entente::cli
