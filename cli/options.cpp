// SPDX-License-Identifier: BSL-1.0
#include "cli/options.hpp"

#include <fmt/format.h>

#include "cli/terminal/text.hpp"

namespace entente::cli {

namespace {

std::string whole_number(const std::string& text) {
    const bool digits = !text.empty() && text.size() < 10 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    return digits ? std::string() : fmt::format("'{}' is not a whole number", text);
}

} // namespace

void add_input_options(Arguments& arguments, session::InputOptions& options) {
    arguments.option("INPUT", options.inputs, "Files to read, also compressed; - is standard input")
        .value("")
        .group("Input");
    add_reading_options(arguments, options);
}

void add_reading_options(Arguments& arguments, session::InputOptions& options) {
    arguments.option("--from", options.from, "Format of the inputs, where it cannot be told")
        .value("FORMAT")
        .group("Input");
    arguments
        .option("--vocabulary", options.vocabulary, "JSON file with your own kinds and relations")
        .value("FILE")
        .group("Input");
    arguments
        .option("--rejects", options.rejects,
                "Keep rejected records here, to be mended and read again")
        .value("FILE")
        .group("Input");
    arguments
        .option("--threads", options.threads,
                "How many to use (one a processor); the answer is the same")
        .value("N")
        .check(number_between(1, 64))
        .group("Input");
}

void add_view_options(Arguments& arguments, ViewOptions& options) {
    arguments.option("--at", options.at, "Only what holds on that date").group("View");
    arguments.option("--since", options.since, "Only what holds on that date or later")
        .group("View");
    arguments.option("--until", options.until, "Only what holds on that date or earlier")
        .group("View");
    const auto list = [&arguments](const char* option, std::vector<std::string>& target,
                                   const char* type, const char* help) {
        return arguments.option(option, target, help).value(type).one_at_a_time().group("View");
    };
    list("--kind", options.kinds, "KIND,...", "Only entities of these kinds").delimiter(',');
    list("--relation", options.relations, "RELATION,...", "Only these relations").delimiter(',');
    list("--source", options.sources, "ID", "Only what this source says; may be repeated");
    list("--focus", options.focus, "ENTITY",
         "Only this entity and what is around it; may be repeated");
    arguments.option("--hops", options.hops, "How far around the focus to look (1)")
        .value("N")
        .group("View")
        .check(whole_number);
    arguments
        .option("--min-confidence", options.min_confidence,
                "Only relations rated at least so high, or not rated")
        .value("0..1")
        .group("View")
        .check(fraction());
    arguments.option("--top", options.top, "Only the N best connected entities")
        .value("N")
        .group("View")
        .check(whole_number);
    arguments.flag("--derived", options.derived, "Also relations computed from common membership")
        .group("View");
}

void add_report_options(Arguments& arguments, ReportOptions& options) {
    arguments.option("--log", options.log, "Every diagnostic as JSON Lines")
        .value("FILE")
        .group("Report");
    arguments.flag("--strict", options.strict, "Exit with 1 on warnings too").group("Report");
    arguments.flag("-q,--quiet", options.quiet, "Print errors only").group("Report");
    arguments.option("--color", options.color, "auto (on a terminal, the default), always or never")
        .value("WHEN")
        .group("Report")
        .check(one_of({"auto", "always", "never"}));
}

} // namespace entente::cli
