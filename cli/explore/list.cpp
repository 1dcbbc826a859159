// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/commands.hpp"
#include "cli/explore/question.hpp"
#include "cli/terminal/text.hpp"

namespace entente::cli {

namespace {

struct ListQuestion {
    QuestionOptions question;
    std::string by = "entity";
};

struct Counts {
    std::size_t relations = 0, claims = 0;
    std::set<SourceIndex> sources;
};

void count(const View& view, const Relation& relation, Counts& counts) {
    ++counts.relations;
    counts.claims += relation.claim_count;
    view.for_each_claim(relation, [&](const Claim& claim) {
        if (claim.source != no_index) counts.sources.insert(claim.source);
    });
}

/// The most talked of first, then in the order of the graph.
template <class Row>
void sort_by_claims(std::vector<Row>& rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.second.claims > b.second.claims; });
}

Section entities(const View& view) {
    std::map<EntityIndex, Counts> counts;
    for (const EntityIndex entity : view.entities())
        counts[entity];
    for (const Relation& relation : view.relations()) {
        count(view, relation, counts[relation.subject]);
        if (relation.object != relation.subject) count(view, relation, counts[relation.object]);
    }
    std::vector<std::pair<EntityIndex, Counts>> rows(counts.begin(), counts.end());
    sort_by_claims(rows);
    Section section{{}, {}, {}, {}, {}};
    section.table = {"entities",
                     {{"name", "Name"},
                      {"kind", "Kind"},
                      {"id", "Id"},
                      {"relations", "Relations"},
                      {"claims", "Claims"},
                      {"sources", "Sources"}},
                     {}};
    for (const auto& [index, n] : rows) {
        const Entity& entity = view.entity(index);
        section.table.rows.push_back({entity.name, view.vocabulary().kind(entity.kind).name,
                                      entity.id, n.relations, n.claims, n.sources.size()});
    }
    return section;
}

Section kinds(const View& view) {
    std::map<KindId, std::size_t> counts;
    for (const EntityIndex entity : view.entities())
        ++counts[view.entity(entity).kind];
    Section section{{}, {}, {}, {}, {}};
    section.table = {"kinds", {{"kind", "Kind"}, {"entities", "Entities"}}, {}};
    for (const auto& [kind, n] : counts)
        section.table.rows.push_back({view.vocabulary().kind(kind).name, n});
    return section;
}

Section relations(const View& view) {
    std::map<RelationId, Counts> counts;
    for (const Relation& relation : view.relations())
        count(view, relation, counts[relation.type]);
    std::vector<std::pair<RelationId, Counts>> rows(counts.begin(), counts.end());
    sort_by_claims(rows);
    Section section{{}, {}, {}, {}, {}};
    section.table = {"relations",
                     {{"relation", "Relation"},
                      {"sign", "Sign"},
                      {"relations", "Relations"},
                      {"claims", "Claims"},
                      {"sources", "Sources"}},
                     {}};
    for (const auto& [id, n] : rows) {
        const RelationType& type = view.vocabulary().relation(id);
        const char* sign = type.sign == Sign::cooperation ? "+"
                           : type.sign == Sign::conflict  ? "-"
                                                          : "0";
        section.table.rows.push_back({type.name, sign, n.relations, n.claims, n.sources.size()});
    }
    return section;
}

Section sources(const View& view) {
    std::map<SourceIndex, Counts> counts;
    for (const SourceIndex source : view.sources())
        counts[source];
    for (const Relation& relation : view.relations()) {
        std::set<SourceIndex> here;
        view.for_each_claim(relation, [&](const Claim& claim) {
            if (claim.source == no_index) return;
            ++counts[claim.source].claims;
            here.insert(claim.source);
        });
        for (const SourceIndex source : here)
            ++counts[source].relations;
    }
    std::vector<std::pair<SourceIndex, Counts>> rows(counts.begin(), counts.end());
    sort_by_claims(rows);
    Section section{{}, {}, {}, {}, {}};
    section.table = {"sources",
                     {{"id", "Id"},
                      {"title", "Title"},
                      {"publisher", "Publisher"},
                      {"published", "Published"},
                      {"relations", "Relations"},
                      {"claims", "Claims"}},
                     {}};
    for (const auto& [index, n] : rows) {
        const Source source = view.source(index);
        section.table.rows.push_back({source.id, source.title, source.publisher,
                                      source.published.text(), n.relations, n.claims});
    }
    return section;
}

Answer answer(const View& view, const ListQuestion& options) {
    const std::string& by = options.by;
    Answer answer;
    answer.sections.push_back(by == "kind"       ? kinds(view)
                              : by == "relation" ? relations(view)
                              : by == "source"   ? sources(view)
                                                 : entities(view));
    if (answer.sections.front().table.rows.empty()) answer.note = "Nothing is in this view.";
    return answer;
}

std::function<int()> declare_list(Arguments& arguments) {
    const auto options = std::make_shared<ListQuestion>();
    arguments.option("--by", options->by, "entity (the default), kind, relation or source")
        .value("WHAT")
        .check(one_of({"entity", "kind", "relation", "source"}))
        .group("Question");
    add_question_options(arguments, options->question);
    return [options] {
        return ask(options->question, [&](const View& view) { return answer(view, *options); });
    };
}

} // namespace

const Command list_command{"list", "Lists entities, kinds, relations or sources with their counts",
                           "-i INPUT...",
                           "  entente list -i facts.jsonl\n"
                           "  entente list --by source -i facts.jsonl\n"
                           "  entente list --kind alliance --at 1914-07 --csv -i alliances.jsonl\n",
                           declare_list};

} // namespace entente::cli
