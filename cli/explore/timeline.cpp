// SPDX-License-Identifier: BSL-1.0
#include "exporters/timeline/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/terminal/text.hpp"
#include "graph/explore/timeline.hpp"
#include "session/writing/outputs.hpp"

namespace entente::cli {

namespace {

using explore::Happening;
using explore::Moment;
using explore::Timeline;

struct TimelineQuestion {
    QuestionOptions question;
    std::string output, by = "kind";
    TimelineOptions picture;
};

struct Names {
    std::vector<std::string> names, ids;
    void add(const Entity& entity) {
        if (std::find(ids.begin(), ids.end(), entity.id) != ids.end()) return;
        names.emplace_back(entity.name);
        ids.emplace_back(entity.id);
    }
};

/// The day of a date that is as early, or as late, as it may be: `1949` is 1949-01-01 at the
/// earliest.
std::string bound_of(Date date, bool late) {
    const int year = date.year() + (!late                                          ? 0
                                    : date.precision() == Date::Precision::century ? 99
                                    : date.precision() == Date::Precision::decade  ? 9
                                                                                   : 0);
    const int month = date.month() != 0 ? date.month() : late ? 12 : 1;
    if (date.day() != 0) return Date::of(year, month, date.day()).text();
    const Date whole = Date::of(year, month);
    return Date::of(year, month, late ? whole.last_day() - whole.first_day() + 1 : 1).text();
}

/// `1940s`, `1900 to 1999`, `about 1949`, `1949 (uncertain)`: no more exact than it is known.
std::string words_for(Date date) {
    std::string text = date.precision() == Date::Precision::second
                           ? date.text().substr(0, date.text().find('T'))
                       : date.precision() >= Date::Precision::year ? date.text()
                       : date.precision() == Date::Precision::decade
                           ? fmt::format("{}s", date.year())
                           : fmt::format("{} to {}", date.year(), date.year() + 99);
    while (!text.empty() && (text.back() == '?' || text.back() == '~' || text.back() == '%'))
        text.pop_back();
    if (date.approximate()) text = "about " + text;
    return date.uncertain() ? text + " (uncertain)" : text;
}

/// The day of a plan is not one of observation.
std::string_view words_for(const Moment& moment, const Happening& happening) {
    const bool may_come = happening.status == entente::Status::planned ||
                          happening.status == entente::Status::possible;
    return may_come && moment.turn == explore::Turn::observed ? "expected" : name(moment.turn);
}

std::vector<Cell> row_of(const View& view, const Moment& moment, const Happening& happening) {
    Names subjects, objects;
    std::set<std::string> sources;
    std::string_view type, kind, says;
    if (happening.is_entity()) {
        const Entity& entity = view.entity(happening.entity);
        subjects.add(entity);
        kind = view.vocabulary().kind(entity.kind).name;
    }
    for (const std::uint32_t r : happening.relations) {
        const Relation& relation = view.relations()[r];
        subjects.add(view.entity(relation.subject));
        objects.add(view.entity(relation.object));
        type = view.vocabulary().relation(relation.type).name;
        says = view.vocabulary().relation(relation.type).label;
        view.for_each_claim(relation, [&](const Claim& claim) {
            if (claim.source != no_index) sources.emplace(view.source(claim.source).id);
        });
    }
    Cell count{sources.size()};
    if (happening.is_entity()) count.text.clear(); // its dates are of its own record, not of claims
    const bool plain = happening.status == entente::Status::supported;
    return {words_for(moment.date),
            moment.date.text(),
            bound_of(moment.date, false),
            bound_of(moment.date, true),
            words_for(moment, happening),
            kind,
            Cell::of(subjects.names),
            Cell::of(subjects.ids),
            says,
            type,
            Cell::of(objects.names),
            Cell::of(objects.ids),
            plain ? Cell() : Cell(name(happening.status)),
            Cell::of({sources.begin(), sources.end()}),
            count};
}

std::string note_of(const Timeline& timeline) {
    std::string note;
    const auto add = [&note](std::size_t n, std::string_view one, std::string_view many) {
        if (n != 0) note += (note.empty() ? "" : " and ") + counted(n, one, many);
    };
    add(timeline.entities_without_date, "entity", "entities");
    add(timeline.relations_without_date, "relation", "relations");
    if (timeline.moments.empty())
        return note.empty() ? "Nothing is in this view."
                            : fmt::format("Nothing here has a date ({}).", note);
    return note.empty() ? note : fmt::format("Without a date, and not listed: {}.", note);
}

Answer all_moments(const View& view) {
    const Timeline timeline = explore::timeline(view);
    Answer answer;
    answer.facts = {{"entities_without_date", "", timeline.entities_without_date},
                    {"relations_without_date", "", timeline.relations_without_date}};
    Section& section = answer.sections.emplace_back();
    section.table = {"moments",
                     {{"when", "When"},
                      {"date", ""},
                      {"earliest", ""},
                      {"latest", ""},
                      {"turn", "What"},
                      {"kind", ""},
                      {"subjects", "Who or what"},
                      {"subject_ids", ""},
                      {"says", "Relation"},
                      {"relation", ""},
                      {"objects", "To whom"},
                      {"object_ids", ""},
                      {"status", "Status"},
                      {"source_ids", ""},
                      {"sources", "Sources"}},
                     {}};
    for (const Moment& moment : timeline.moments)
        section.table.rows.push_back(row_of(view, moment, timeline.happenings[moment.happening]));
    answer.note = note_of(timeline);
    return answer;
}

/// What was drawn and what was not, for a picture that went into a file.
Answer drawn(const TimelinePicture& picture, const session::Target& target) {
    Answer answer;
    if (target.path == "-") return answer;
    answer.facts = {{"wrote", "Wrote", target.path},
                    {"rows", "Rows", picture.rows},
                    {"left_out", "Not drawn", Cell::of(picture.left_out)}};
    return answer;
}

Answer draw(const View& view, const TimelineQuestion& options, const session::Target& target) {
    const TimelinePicture picture = draw_timeline(view, options.picture);
    OutputFile file(target.path);
    file.stream() << timeline_as(picture, target.exporter->name);
    file.commit();
    return drawn(picture, target);
}

session::Target picture_target(const TimelineQuestion& options) {
    session::Target target = session::target_of(options.output);
    if (!target.exporter->can.picture)
        throw UsageError(
            fmt::format("-o {}: a timeline is drawn as svg, png or pdf", options.output));
    if (options.question.json || options.question.csv)
        throw UsageError("-o draws the timeline, --json and --csv print it; choose one");
    std::vector<std::string> written{target.path};
    for (const std::string& other : {options.question.report.log, options.question.input.rejects})
        if (!other.empty()) written.push_back(other);
    session::refuse_clashes(options.question.input.inputs, written);
    return target;
}

std::function<int()> declare_timeline(Arguments& arguments) {
    const auto options = std::make_shared<TimelineQuestion>();
    arguments.option("-o,--output", options->output, "Draw it: FILE.svg, FILE.png or FILE.pdf")
        .value("[FORMAT:]FILE")
        .group("Output");
    arguments
        .option("--by", options->by,
                "What stands together when drawn: kind (the default) or "
                "subject")
        .value("WHAT")
        .check(one_of({"kind", "subject"}))
        .group("Output");
    arguments.option("--rows", options->picture.rows, "How many rows to draw (60); 0: all")
        .value("N")
        .check(number_between(0, 100'000))
        .group("Output");
    arguments.option("--title", options->picture.title, "Title of the drawing")
        .value("TEXT")
        .group("Output");
    add_question_options(arguments, options->question);
    return [options] {
        if (options->by == "subject") options->picture.by = TimelineOptions::By::subject;
        if (options->output.empty()) return ask(options->question, all_moments);
        const session::Target target = picture_target(*options);
        return ask(options->question,
                   [&](const View& view) { return draw(view, *options, target); });
    };
}

} // namespace

const Command timeline_command{
    "timeline", "Tells in order what happened and what began or ended, or draws it",
    "-i INPUT... [-o FILE]",
    "  entente timeline -i facts.jsonl\n"
    "  entente timeline --focus Japan --since 1900 --until 1945 -i alliances.jsonl\n"
    "  entente timeline -o alliances.svg -i alliances.jsonl\n"
    "  entente timeline -o japan.pdf --by subject --focus Japan -i alliances.jsonl\n",
    declare_timeline};

} // namespace entente::cli
