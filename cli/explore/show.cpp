// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/terminal/text.hpp"
#include "graph/explore/network/adjacency.hpp"
#include "session/selection.hpp"

namespace entente::cli {

namespace {

using explore::Step;

struct ShowQuestion {
    QuestionOptions question;
    std::string entity;
};

std::vector<Fact> facts_of(const View& view, const Entity& entity) {
    std::vector<std::string> names, elsewhere(entity.same_as.begin(), entity.same_as.end());
    for (const Alias& alias : entity.aliases)
        names.emplace_back(alias.name);
    std::vector<Fact> facts{
        {"id", "Id", entity.id},
        {"kind", "", view.vocabulary().kind(entity.kind).name},
        {"name", "", entity.name},
        {"aliases", "Also called", Cell::of(std::move(names))},
        {"same_as", "Elsewhere", Cell::of(std::move(elsewhere))},
        {"period", "Existed", period_of(entity.period)},
    };
    for (const Field& field : entity.attributes)
        facts.push_back({field.key, std::string(field.key), field.value.text});
    return facts;
}

/// Newest first: by when it began or was observed; what has no date comes last.
std::vector<std::pair<Date, Step>> newest_first(const View& view, std::span<const Step> steps) {
    std::vector<std::pair<Date, Step>> sorted;
    for (const Step& step : steps) {
        const Relation& relation = view.relation(step.relation);
        Date begin = relation.period.from;
        for (std::uint32_t n = 0; !relation.period.from.dated() && n < relation.claim_count; ++n) {
            const Date date = view.claim_row(relation, n).date;
            if (date.dated() && (!begin.dated() || begin < date)) begin = date;
        }
        sorted.emplace_back(begin.dated() ? begin : relation.period.to, step);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return b.first < a.first; });
    return sorted;
}

Section section_of(const View& view, const RelationType& type, bool forward,
                   const std::vector<Step>& steps) {
    Section section{"relations", words_for(type, forward), {}, {}, {}};
    section.facts = {{"relation", "", type.name},
                     {"direction", "", forward ? "forward" : "backward"}};
    section.table = {"entities",
                     {{"name", "Who or what"},
                      {"id", ""},
                      {"when", "When"},
                      {"status", "Status"},
                      {"claims", ""},
                      {"sources", "Sources"}},
                     {}};
    for (const Step& step : steps) {
        const Relation& relation = view.relation(step.relation);
        const Entity& other = view.entity(step.other);
        section.table.rows.push_back({other.name, other.id, time_of(view, relation),
                                      status_of(relation), std::size_t{relation.claim_count},
                                      std::size_t{relation.source_count}});
    }
    return section;
}

Answer answer(const View& view, const ShowQuestion& options) {
    const std::string& asked = options.entity;
    const EntityIndex index = session::entity_called(view.graph(), asked, "");
    if (!view.contains(index))
        throw UsageError(fmt::format("{} is not in this view; loosen --at, --kind or --relation",
                                     view.entity(index).name));
    const Entity& entity = view.entity(index);
    Answer answer;
    answer.heading = fmt::format("{}, {}", entity.name,
                                 view.vocabulary().kind(entity.kind).label.empty()
                                     ? view.vocabulary().kind(entity.kind).name
                                     : view.vocabulary().kind(entity.kind).label);
    answer.lists = {"relations"};
    answer.facts = facts_of(view, entity);
    std::map<std::pair<RelationId, bool>, std::vector<Step>> groups;
    for (const auto& [begin, step] : newest_first(view, explore::steps_of(view, index))) {
        const RelationId id = view.relation(step.relation).type;
        const RelationType& type = view.vocabulary().relation(id);
        groups[{id, step.forward || type.symmetric}].push_back(step);
    }
    for (const auto& [group, steps] : groups)
        answer.sections.push_back(
            section_of(view, view.vocabulary().relation(group.first), group.second, steps));
    if (groups.empty()) answer.note = "Nothing is said of it here.";
    return answer;
}

std::function<int()> declare_show(Arguments& arguments) {
    const auto options = std::make_shared<ShowQuestion>();
    arguments.option("ENTITY", options->entity, "Who or what: any name or id").required();
    add_question_options(arguments, options->question);
    return [options] {
        return ask(options->question, [&](const View& view) { return answer(view, *options); });
    };
}

} // namespace

const Command show_command{"show", "Shows who or what somebody is, and all relations",
                           "ENTITY -i INPUT...",
                           "  entente show Japan -i facts.jsonl\n"
                           "  entente show ROK --at 1962 -i facts.jsonl\n"
                           "  entente show Hamada --json -i facts.jsonl\n",
                           declare_show};

} // namespace entente::cli
