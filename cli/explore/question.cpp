// SPDX-License-Identifier: BSL-1.0
#include "cli/explore/question.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "cli/terminal/text.hpp"
#include "cli/terminal/width.hpp"
#include "session/selection.hpp"

namespace entente::cli {

void add_question_options(Arguments& arguments, QuestionOptions& options) {
    arguments
        .option("-i,--input", options.input.inputs,
                "Files to read, also compressed; - is standard input")
        .value("INPUT...")
        .group("Input");
    add_reading_options(arguments, options.input);
    add_view_options(arguments, options.view);
    arguments.flag("--json", options.json, "Answer for programs: one JSON object").group("Output");
    arguments.flag("--csv", options.csv, "Answer as a table with a header").group("Output");
    arguments
        .option("--color", options.report.color,
                "auto (on a terminal, the default), always or never")
        .value("WHEN")
        .group("Output")
        .check(one_of({"auto", "always", "never"}));
    arguments.option("--log", options.report.log, "Every diagnostic as JSON Lines")
        .value("FILE")
        .group("Output");
}

void add_sign_option(Arguments& arguments, std::string& sign) {
    arguments.option("--sign", sign, "Only along cooperation, conflict or neutral relations")
        .value("SIGN")
        .check(one_of({"cooperation", "conflict", "neutral"}))
        .group("Question");
}

std::optional<Sign> sign_of(const std::string& name) {
    if (name == "cooperation") return Sign::cooperation;
    if (name == "conflict") return Sign::conflict;
    if (name == "neutral") return Sign::neutral;
    return {};
}

int ask(const QuestionOptions& options, const std::function<Answer(const View&)>& answer) {
    return ask(options, [&](const View& view, Reporter&) { return answer(view); });
}

int ask(const QuestionOptions& options,
        const std::function<Answer(const View&, Reporter&)>& answer) {
    if (options.input.inputs.empty())
        throw UsageError("no input; add -i FILE, or -i - for standard input");
    if (options.json && options.csv)
        throw UsageError("--json and --csv are two forms of one answer; choose one");
    ReportOptions quiet = options.report;
    quiet.errors_only = true;
    Reporter reporter(quiet);
    const session::Loaded loaded =
        session::load(options.input, reporter.diagnostics(), reporter.progress().listener());
    const View view = session::select(loaded.graph, options.view);
    reporter.progress().step("Finding the answer");
    const Answer given = answer(view, reporter);
    reporter.progress().step({});
    const int status = reporter.finish();
    if (options.json)
        print(session::as_json(given));
    else if (options.csv)
        print(session::as_csv(given));
    else
        print(as_text(given, terminal_width(), wants_color(options.report.color, STDOUT_FILENO)));
    return status;
}

std::string words_for(const RelationType& type, bool forward) {
    if (forward || type.symmetric) return std::string(type.label);
    if (!type.inverse_label.empty()) return std::string(type.inverse_label);
    return fmt::format("<- {}", type.label);
}

std::string period_of(const Period& period) {
    const std::string from = period.from.text(), to = period.to.text();
    if (period.from.dated() && period.to.dated())
        return from == to ? from : fmt::format("{} to {}", from, to);
    if (period.from.dated()) return "since " + from;
    if (period.to.dated()) return "until " + to;
    return {};
}

std::string time_of(const View& view, const Relation& relation) {
    if (std::string period = period_of(relation.period); !period.empty()) return period;
    Date first, last;
    for (std::uint32_t n = 0; n < relation.claim_count; ++n) {
        const Date date = view.claim_row(relation, n).date;
        if (!date.dated()) continue;
        if (!first.dated() || date < first) first = date;
        if (!last.dated() || last < date) last = date;
    }
    if (!first.dated()) return {};
    return first == last ? first.text() : fmt::format("{} to {}", first.text(), last.text());
}

std::string status_of(const Relation& relation) {
    if (relation.derived) return "derived";
    return relation.status == entente::Status::supported ? std::string()
                                                         : std::string(name(relation.status));
}

} // namespace entente::cli
