// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/changes/diff.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <set>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/terminal/text.hpp"
#include "graph/text/ascii.hpp"
#include "session/selection.hpp"

namespace entente::cli {

namespace {

using explore::Change;
using explore::Difference;
using explore::EntityChange;
using explore::FieldChange;
using explore::RelationChange;

struct DiffQuestion {
    QuestionOptions question;
    std::vector<std::string> between; ///< two dates
    std::vector<std::string> with;    ///< the inputs of the second graph
};

/// The columns of every section: what is empty throughout one is not shown there.
Table table_for_changes() {
    return {"items",
            {{"what", ""},
             {"subject", "Who or what"},
             {"subject_id", ""},
             {"says", "Relation"},
             {"relation", ""},
             {"object", "To whom"},
             {"object_id", ""},
             {"when", "When"},
             {"status", "Status"},
             {"field", "What"},
             {"before", "Before"},
             {"after", "After"},
             {"why", "Why"},
             {"sources", "Sources"},
             {"claims", ""},
             {"claims_gone", ""}},
            {}};
}

std::string names_of(const View& view, const std::vector<EntityIndex>& entities) {
    std::string names;
    for (const EntityIndex entity : entities)
        names += fmt::format("{}{} ({})", names.empty() ? "" : "; ", view.entity(entity).name,
                             view.entity(entity).id);
    return names;
}

/// Each changed field has a row of its own; what changed as a whole has one.
std::vector<FieldChange> rows_of(const std::vector<FieldChange>& fields) {
    return fields.empty() ? std::vector<FieldChange>(1) : fields;
}

void add_entity(const Difference& found, const EntityChange& change, Table& table) {
    const bool gone = change.after.empty();
    const View& view = gone ? found.before : found.after;
    const Entity& entity = view.entity(gone ? change.before.front() : change.after.front());
    const std::string_view kind = view.vocabulary().kind(entity.kind).name;
    const Cell none = Cell::of({});
    if (change.change == Change::merged || change.change == Change::split) {
        table.rows.push_back({kind, entity.name, entity.id, "", "", "", "", "", "", "",
                              names_of(found.before, change.before),
                              names_of(found.after, change.after),
                              fmt::format("{}", fmt::join(change.rules, ", ")), none, none, none});
        return;
    }
    const bool whole = change.fields.empty();
    for (const FieldChange& field : rows_of(change.fields))
        table.rows.push_back({kind, entity.name, entity.id, "", "", "", "",
                              whole ? period_of(entity.period) : "", "", field.field, field.before,
                              field.after, "", none, none, none});
}

void add_ids(const View& view, const std::vector<Claim>& claims, std::set<std::string>& sources,
             std::vector<std::string>& ids) {
    for (const Claim& claim : claims) {
        if (claim.source != no_index) sources.emplace(view.source(claim.source).id);
        ids.push_back(claim_id(claim.hash));
    }
}

void add_relation(const Difference& found, const RelationChange& change, Table& table) {
    const View& view = change.after ? found.after : found.before;
    const Relation& relation = change.after ? *change.after : *change.before;
    const RelationType& type = view.vocabulary().relation(relation.type);
    const Entity& subject = view.entity(relation.subject);
    const Entity& object = view.entity(relation.object);
    std::set<std::string> sources;
    std::vector<std::string> gained, lost;
    add_ids(found.after, change.gained, sources, gained);
    add_ids(found.before, change.lost, sources, lost);
    const bool whole = change.fields.empty();
    for (const FieldChange& field : rows_of(change.fields))
        table.rows.push_back({"relation", subject.name, subject.id, type.label, type.name,
                              object.name, object.id, whole ? period_of(relation.period) : "",
                              whole ? status_of(relation) : "", field.field, field.before,
                              field.after, "", Cell::of({sources.begin(), sources.end()}),
                              Cell::of(gained), Cell::of(lost)});
}

/// What the kinds of change mean here, for people.
std::string heading_of(Change change, bool dates) {
    switch (change) {
        case Change::added:
            return dates ? "New" : "Only in the second";
        case Change::seen:
            return "Observed only later; nobody says since when it holds";
        case Change::ended:
            return dates ? "Ended" : "Ended, as the second knows";
        case Change::unseen:
            return "Observed only earlier; nobody says that it ended";
        case Change::removed:
            return "Only in the first";
        case Change::passed:
            return "Only in between";
        case Change::changed:
            return "Changed";
        case Change::merged:
            return "Merged: several are one in the second";
        case Change::split:
            return "Split: one is several in the second";
    }
    return {};
}

std::string label_of(Change change) {
    std::string label(explore::name(change));
    label.front() = ascii::upper(label.front());
    return label;
}

std::string key_of(Change change) {
    std::string key(explore::name(change));
    std::replace(key.begin(), key.end(), ' ', '_');
    return key;
}

Answer answer_of(const Difference& found, bool dates, std::vector<Fact> facts) {
    // Facts refer to their keys, so these must stay.
    static const auto keys = [] {
        std::vector<std::string> all;
        all.reserve(explore::changes.size());
        for (const Change change : explore::changes)
            all.push_back(key_of(change));
        return all;
    }();
    Answer answer;
    answer.facts = std::move(facts);
    for (std::size_t i = 0; i < explore::changes.size(); ++i) {
        const Change change = explore::changes[i];
        Section section{"changes", heading_of(change, dates), {}, table_for_changes(), {}};
        section.facts = {{"change", "", keys[i]}};
        std::size_t n = 0;
        for (const EntityChange& one : found.entities)
            if (one.change == change) ++n, add_entity(found, one, section.table);
        for (const RelationChange& one : found.relations)
            if (one.change == change) ++n, add_relation(found, one, section.table);
        answer.facts.push_back({keys[i], n == 0 ? "" : label_of(change), n});
        if (n != 0) answer.sections.push_back(std::move(section));
    }
    if (answer.sections.empty()) answer.note = "Nothing differs.";
    return answer;
}

Date date_of(const std::string& text) {
    const auto date = Date::parse(text);
    if (!date || !date->dated())
        throw UsageError(
            fmt::format("--between: '{}' is not a date; write 2023, 2023-06 or 2023-06-01", text));
    return *date;
}

Answer between_dates(const View& view, const DiffQuestion& options) {
    const Date from = date_of(options.between[0]), to = date_of(options.between[1]);
    const Difference found = explore::difference(view.tables_ptr(), view.options(), from, to);
    Answer answer = answer_of(found, true, {{"from", "", from.text()}, {"to", "", to.text()}});
    answer.heading = fmt::format("From {} to {}", from.text(), to.text());
    return answer;
}

Answer between_graphs(const View& view, const DiffQuestion& options, Reporter& reporter) {
    session::InputOptions second = options.question.input;
    second.inputs = options.with;
    const session::Loaded other =
        session::load(second, reporter.diagnostics(), reporter.progress().listener());
    const Difference found =
        explore::difference(view, session::select(other.graph, options.question.view));
    return answer_of(found, false, {});
}

void check(const DiffQuestion& options) {
    const auto& inputs = options.question.input.inputs;
    const ViewOptions& view = options.question.view;
    if (options.between.empty() == options.with.empty())
        throw UsageError(
            "compare two dates with --between DATE DATE, or with another graph with --with FILE");
    if (options.with.empty()) {
        if (view.at.known() || view.since.known() || view.until.known())
            throw UsageError("--between says which dates; leave out --at, --since and --until");
        if (date_of(options.between[1]).first_day() < date_of(options.between[0]).first_day())
            throw UsageError("--between: the second date is before the first");
        return;
    }
    if (!options.question.input.rejects.empty())
        throw UsageError(
            "--rejects keeps what one graph rejects, and here are two; see entente "
            "check");
    if (std::count(inputs.begin(), inputs.end(), "-") +
            std::count(options.with.begin(), options.with.end(), "-") >
        1)
        throw UsageError("standard input (-) can be read only once");
}

std::function<int()> declare_diff(Arguments& arguments) {
    const auto options = std::make_shared<DiffQuestion>();
    arguments
        .option("--between", options->between,
                "Two dates of one graph: what changed from the "
                "one to the other")
        .value("DATE DATE")
        .expected(2, 2)
        .group("Question");
    arguments.option("--with", options->with, "Files of a second graph: what it says otherwise")
        .value("INPUT...")
        .group("Question");
    add_question_options(arguments, options->question);
    return [options] {
        check(*options);
        return ask(options->question, [&](const View& view, Reporter& reporter) {
            return options->with.empty() ? between_dates(view, *options)
                                         : between_graphs(view, *options, reporter);
        });
    };
}

} // namespace

const Command diff_command{
    "diff", "Shows what changed between two dates, or between two graphs",
    "--between DATE DATE -i INPUT...\n       entente diff -i INPUT... --with INPUT...",
    "  entente diff --between 1904 1914 -i alliances.jsonl\n"
    "  entente diff --between 1989 1992 --kind nation,alliance --csv -i alliances.jsonl\n"
    "  entente diff -i old.jsonl --with new.jsonl --json\n",
    declare_diff};

} // namespace entente::cli
