// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/terminal/text.hpp"
#include "graph/language/words.hpp"
#include "graph/text/did_you_mean.hpp"
#include "session/selection.hpp"

namespace entente::cli {

namespace {

struct WhyQuestion {
    QuestionOptions question;
    std::vector<std::string> words; ///< A [RELATION] B
};

std::string source_of(const View& view, const Claim& claim) {
    if (claim.source == no_index) return "no source";
    const Source source = view.source(claim.source);
    std::string out(source.title.empty() ? source.publisher : source.title);
    if (!source.title.empty() && !source.publisher.empty())
        out += fmt::format(", {}", source.publisher);
    if (out.empty()) out = source.id;
    if (source.published.dated()) out += fmt::format(", {}", source.published.text());
    return out;
}

std::string qualifiers_of(const Claim& claim) {
    std::string out;
    for (const Field& field : claim.qualifiers)
        out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", label_of(On::claim, field.key),
                           field.value.text);
    return out;
}

/// What the claim says, as far as it is more than that the relation holds.
std::string stance_of(const Claim& claim) {
    return claim.stance == Stance::asserted ? std::string("says so")
                                            : std::string(name(claim.stance));
}

std::string when(const Claim& claim) {
    if (std::string period = period_of(claim.period); !period.empty()) return period;
    return claim.date.text();
}

Section claim_section(const View& view, const Relation& relation) {
    const RelationType& type = view.vocabulary().relation(relation.type);
    const Entity& subject = view.entity(relation.subject);
    const Entity& object = view.entity(relation.object);
    Section section{
        "relations", fmt::format("{} {} {}", subject.name, type.label, object.name), {}, {}, {}};
    const std::string doubt = status_of(relation);
    section.facts = {{"subject", "", subject.id},
                     {"relation", "", type.name},
                     {"object", "", object.id},
                     {"status", "Status", doubt.empty() ? std::string("supported") : doubt},
                     {"period", "When", time_of(view, relation)}};
    if (relation.confidence == relation.confidence)
        section.facts.push_back(
            {"confidence", "Confidence", Cell::decimal(relation.confidence, 2)});
    section.table = {"claims",
                     {{"source", "Source"},
                      {"source_id", ""},
                      {"url", ""},
                      {"stance", "Stance"},
                      {"when", "When"},
                      {"stated_by", "Stated by"},
                      {"quote", "Quote"},
                      {"qualifiers", "More"},
                      {"claim", ""}},
                     {}};
    section.table.items = true;
    view.for_each_claim(relation, [&](const Claim& claim) {
        const bool known = claim.source != no_index;
        section.table.rows.push_back(
            {source_of(view, claim), known ? Cell(view.source(claim.source).id) : Cell(),
             known ? Cell(view.source(claim.source).url) : Cell(), stance_of(claim), when(claim),
             claim.stated_by == no_index ? Cell() : Cell(view.entity(claim.stated_by).name),
             claim.quote, qualifiers_of(claim), claim_id(claim.hash)});
    });
    if (relation.status == entente::Status::disputed)
        section.note = "  Sources contradict one another: some assert it, others deny it.";
    return section;
}

/// The memberships and treaties that an alliance of two was computed from.
Section derivation(const View& view, const Relation& relation) {
    Section section = claim_section(view, relation);
    std::set<std::pair<RelationId, EntityIndex>> of_object;
    for (const Relation& one : view.relations())
        if (!one.derived && one.subject == relation.object) of_object.emplace(one.type, one.object);
    std::string common;
    for (const Relation& one : view.relations())
        if (!one.derived && one.subject == relation.subject &&
            view.entity(one.object).kind == kind::alliance &&
            of_object.contains({one.type, one.object}))
            common += fmt::format("{}{}", common.empty() ? "" : ", ", view.entity(one.object).name);
    section.note = fmt::format("  Nobody claims it: it follows from common membership in {}.",
                               common.empty() ? "an alliance" : common);
    return section;
}

Answer answer(const View& view, const WhyQuestion& options) {
    const std::vector<std::string>& words = options.words;
    const EntityIndex a = session::entity_called(view.graph(), words.front(), "");
    const EntityIndex b = session::entity_called(view.graph(), words.back(), "");
    RelationId only = Vocabulary::none;
    if (words.size() == 3) {
        only = view.vocabulary().find_relation(words[1]).id;
        if (only == Vocabulary::none) {
            std::vector<std::string> known;
            for (const RelationType& type : view.vocabulary().relations())
                known.emplace_back(type.name);
            throw UsageError(fmt::format("there is no relation '{}'{}", words[1],
                                         did_you_mean(words[1], known)));
        }
    }
    Answer answer;
    answer.lists = {"relations"};
    answer.facts = {{"a", "", view.entity(a).id}, {"b", "", view.entity(b).id}};
    for (const Relation& relation : view.relations()) {
        const bool between = (relation.subject == a && relation.object == b) ||
                             (relation.subject == b && relation.object == a);
        if (!between || (only != Vocabulary::none && relation.type != only)) continue;
        answer.sections.push_back(relation.derived ? derivation(view, relation)
                                                   : claim_section(view, relation));
    }
    if (answer.sections.empty())
        answer.note = fmt::format(
            "Nobody here says anything of {} and {}{}; entente path shows how they are connected.",
            view.entity(a).name, view.entity(b).name, only == Vocabulary::none ? "" : " like that");
    return answer;
}

std::function<int()> declare_why(Arguments& arguments) {
    const auto options = std::make_shared<WhyQuestion>();
    arguments.option("A [RELATION] B", options->words, "Two entities, and what joins them")
        .required()
        .expected(2, 3)
        .value("");
    add_question_options(arguments, options->question);
    return [options] {
        return ask(options->question, [&](const View& view) { return answer(view, *options); });
    };
}

} // namespace

const Command why_command{
    "why", "Shows every claim between two entities: who says so, where, when, in which words",
    "A [RELATION] B -i INPUT...",
    "  entente why Japan US -i facts.jsonl\n"
    "  entente why Japan ally_of US -i facts.jsonl\n"
    "  entente why France UK --derived --at 1950 -i alliances.jsonl\n",
    declare_why};

} // namespace entente::cli
