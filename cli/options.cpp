// SPDX-License-Identifier: BSL-1.0
#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "cli/text.hpp"

namespace entente::cli {

namespace {

void add_date(CLI::App& app, const std::string& option, Date& target, const std::string& help) {
    app.add_option_function<std::string>(
           option,
           [&target, option](const std::string& text) {
               const auto date = Date::parse(text);
               if (!date || !date->dated())
                   throw CLI::ValidationError(
                       option,
                       fmt::format("'{}' is not a date; write 2023, 2023-06 or 2023-06-01", text));
               target = *date;
           },
           help)
        ->type_name("DATE")
        ->group("View");
}

std::string whole_number(const std::string& text) {
    const bool digits = !text.empty() && text.size() < 10 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    return digits ? std::string() : fmt::format("'{}' is not a whole number", text);
}

} // namespace

ValueCheck one_of(std::vector<std::string> words) {
    return [words = std::move(words)](const std::string& text) {
        if (std::find(words.begin(), words.end(), text) != words.end()) return std::string();
        return fmt::format("'{}' is none of {}{}", text, fmt::join(words, ", "),
                           did_you_mean(text, words));
    };
}

ValueCheck number_between(std::uint64_t least, std::uint64_t most) {
    return [least, most](const std::string& text) {
        std::uint64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool whole = error == std::errc() && end == text.data() + text.size();
        return whole && number >= least && number <= most
                   ? std::string()
                   : fmt::format("'{}' is not a whole number from {} to {}", text, grouped(least),
                                 grouped(most));
    };
}

void add_input_options(CLI::App& app, InputOptions& options) {
    app.add_option("INPUT", options.inputs, "Files to read, also compressed; - is standard input")
        ->type_name("")
        ->group("Input");
    add_reading_options(app, options);
}

void add_reading_options(CLI::App& app, InputOptions& options) {
    app.add_option("--from", options.from, "Format of the inputs, where it cannot be told")
        ->type_name("FORMAT")
        ->group("Input");
    app.add_option("--vocabulary", options.vocabulary,
                   "JSON file with your own kinds and relations")
        ->type_name("FILE")
        ->group("Input");
    app.add_option("--rejects", options.rejects,
                   "Keep rejected records here, to be mended and read again")
        ->type_name("FILE")
        ->group("Input");
    app.add_option("--threads", options.threads,
                   "How many to use (one a processor); the answer is the same")
        ->type_name("N")
        ->check(number_between(1, 64))
        ->group("Input");
}

void add_view_options(CLI::App& app, ViewOptions& options) {
    add_date(app, "--at", options.at, "Only what holds on that date");
    add_date(app, "--since", options.since, "Only what holds on that date or later");
    add_date(app, "--until", options.until, "Only what holds on that date or earlier");
    const auto list = [&app](const char* option, std::vector<std::string>& target, const char* type,
                             const char* help) {
        return app.add_option(option, target, help)
            ->type_name(type)
            ->allow_extra_args(false)
            ->group("View");
    };
    list("--kind", options.kinds, "KIND,...", "Only entities of these kinds")->delimiter(',');
    list("--relation", options.relations, "RELATION,...", "Only these relations")->delimiter(',');
    list("--source", options.sources, "ID", "Only what this source says; may be repeated");
    list("--focus", options.focus, "ENTITY",
         "Only this entity and what is around it; may be repeated");
    app.add_option("--hops", options.hops, "How far around the focus to look (1)")
        ->type_name("N")
        ->group("View")
        ->check(whole_number);
    app.add_option("--min-confidence", options.min_confidence,
                   "Only relations rated at least so high, or not rated")
        ->type_name("0..1")
        ->group("View")
        ->check([](const std::string& text) {
            return CLI::Range(0.0, 1.0)(text).empty()
                       ? std::string()
                       : fmt::format("'{}' is not a number from 0 to 1", text);
        });
    app.add_option("--top", options.top, "Only the N best connected entities")
        ->type_name("N")
        ->group("View")
        ->check(whole_number);
    app.add_flag("--derived", options.derived, "Also relations computed from common membership")
        ->group("View");
}

void add_report_options(CLI::App& app, ReportOptions& options) {
    app.add_option("--log", options.log, "Every diagnostic as JSON Lines")
        ->type_name("FILE")
        ->group("Report");
    app.add_flag("--strict", options.strict, "Exit with 1 on warnings too")->group("Report");
    app.add_flag("-q,--quiet", options.quiet, "Print errors only")->group("Report");
    app.add_option("--color", options.color, "auto (on a terminal, the default), always or never")
        ->type_name("WHEN")
        ->group("Report")
        ->check(one_of({"auto", "always", "never"}));
}

} // namespace entente::cli
