// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/explore/answer_text.hpp"
#include "cli/options.hpp"
#include "cli/terminal/reporter.hpp"
#include "session/loading/load.hpp"

namespace entente::cli {

/// What all commands that ask a graph something have in common.
struct QuestionOptions {
    session::InputOptions input;
    ViewOptions view;
    ReportOptions report;
    bool json = false, csv = false;
};

/// `-i INPUT...`, the view, and the form of the answer.
void add_question_options(Arguments& arguments, QuestionOptions& options);

/// `--sign cooperation|conflict|neutral`, and what it means.
void add_sign_option(Arguments& arguments, std::string& sign);
std::optional<Sign> sign_of(const std::string& name);

/// Reads the inputs, narrows them to the view, and prints what `answer` makes of it. Of diagnostics
/// only errors are printed: `entente check` tells the others. Returns the exit status.
int ask(const QuestionOptions& options, const std::function<Answer(const View&)>& answer);
/// The same for what reads or writes more, and reports on it.
int ask(const QuestionOptions& options,
        const std::function<Answer(const View&, Reporter&)>& answer);

/// `is a member of`, and against its direction `has as a member`.
std::string words_for(const RelationType& type, bool forward);
/// `since 1960`, `1960-01-19 to 1991`: short, for tables. Empty if nothing is known.
std::string period_of(const Period& period);
/// The period of a relation, or where no claim says how long it holds, when it was observed.
std::string time_of(const View& view, const Relation& relation);
/// `disputed`; empty for what nobody doubts.
std::string status_of(const Relation& relation);

} // namespace entente::cli
