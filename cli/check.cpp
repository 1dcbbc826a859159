// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <memory>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/summary.hpp"
#include "cli/terminal/text.hpp"
#include "session/loading/load.hpp"
#include "session/writing/outputs.hpp"

namespace entente::cli {

namespace {

struct CheckOptions {
    session::InputOptions input;
    ReportOptions report;
    bool explain = false;
};

/// One line a name: how it was written, whom it means, by which rule, and where it stood first.
std::string explanation(const GraphTables& graph, const Diagnostics& diagnostics) {
    std::string out;
    for (const Resolution& r : graph.resolutions) {
        const Entity& entity = graph.entities[r.entity];
        out += fmt::format("{} -> {} ({})", printable(r.text), printable(entity.id), r.rule);
        if (!r.source.empty()) out += fmt::format(" in {}", printable(r.source));
        if (r.first.file != 0)
            out += fmt::format(" {}:{}:{}", printable(diagnostics.file_name(r.first.file)),
                               r.first.line, r.first.column);
        out += '\n';
    }
    return out;
}

int check(const CheckOptions& options) {
    std::vector<std::string> written;
    for (const std::string& extra : {options.report.log, options.input.rejects})
        if (!extra.empty()) written.push_back(extra);
    session::refuse_clashes(options.input.inputs, written);

    Reporter reporter(options.report);
    const session::Loaded loaded =
        session::load(options.input, reporter.diagnostics(), reporter.progress().listener());
    const int status = reporter.finish();
    if (options.explain) print(explanation(*loaded.graph, reporter.diagnostics()));
    summarise(loaded, reporter);
    summarise_problems(false, reporter);
    return status;
}

std::function<int()> declare_check(Arguments& arguments) {
    const auto options = std::make_shared<CheckOptions>();
    add_input_options(arguments, options->input);
    arguments
        .flag("--explain", options->explain,
              "List every name: whom it means, by which rule, where it stands first")
        .group("Output");
    add_report_options(arguments, options->report);
    return [options] { return check(*options); };
}

} // namespace

const Command check_command{
    "check", "Reads facts, settles who is meant, reports, and writes nothing", "INPUT...",
    "  entente check facts.jsonl\n"
    "  entente check --strict --log problems.jsonl facts.csv\n"
    "  entente check --explain facts.jsonl             who every name was taken for\n",
    declare_check};

} // namespace entente::cli
