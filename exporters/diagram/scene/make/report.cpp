// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/make/report.hpp"

#include <algorithm>

#include "exporters/diagram/scene/reading/words.hpp"
#include "graph/text/ascii.hpp"

namespace entente::diagram {

namespace {

std::string counted_kind(const Kind& kind, std::size_t number) {
    return counted(number, ascii::lower(kind.label.empty() ? kind.name : kind.label),
                   ascii::lower(kind.plural.empty() ? kind.name : kind.plural));
}

std::string in_words(const ItemCounts& items) {
    return counted(items.entities, "entity", "entities") + ", " +
           counted(items.relations, "relation", "relations") + ", " +
           counted(items.claims, "claim", "claims") + " and " +
           counted(items.sources, "source", "sources");
}

ItemCounts written_of(const Material& material, const Account& account, const Scene& scene,
                      bool with_tooltips) {
    ItemCounts written;
    for (const EntityIndex e : material.view.entities())
        written.entities += account.entities[e] || (with_tooltips && account.entities_told[e]);
    written.relations = static_cast<std::size_t>(
        std::count(account.relations.begin(), account.relations.end(), true));
    written.claims = with_tooltips ? account.claims : 0;
    written.sources = scene.citations.size() + (with_tooltips ? scene.more_citations : 0);
    return written;
}

ItemCounts left_out_of(const View& view, const ItemCounts& written) {
    return {view.entities().size() - written.entities, view.relations().size() - written.relations,
            view.claim_count() - written.claims, view.sources().size() - written.sources};
}

} // namespace

ExportReport report_of(const Material& material, const Account& account, const Scene& scene,
                       bool with_tooltips) {
    ExportReport report;
    report.written = written_of(material, account, scene, with_tooltips);
    report.left_out = left_out_of(material.view, report.written);
    if (report.left_out.total() > 0)
        report.losses.push_back(
            {.code = Code::not_representable,
             .count = report.left_out.total(),
             .what = "items are not in the picture: " + in_words(report.left_out),
             .readers = {},
             .where = {}});
    return report;
}

std::string not_drawn(const Material& material, const Account& account,
                      std::size_t relations_left_out) {
    const Vocabulary& vocabulary = material.view.vocabulary();
    std::vector<std::size_t> by_kind(vocabulary.kinds().size(), 0);
    for (const EntityIndex e : material.view.entities())
        by_kind[material.kind_of(e)] += !account.entities[e];
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < by_kind.size(); ++k)
        if (by_kind[k] > 0)
            parts.push_back(counted_kind(vocabulary.kind(static_cast<KindId>(k)), by_kind[k]));
    if (relations_left_out > 0)
        parts.push_back(counted(relations_left_out, "relation", "relations"));
    return parts.empty() ? std::string() : "Not drawn: " + joined(parts, ", ") + ".";
}

void report_left_out(Diagnostics& diagnostics, const View& view, const Scene& scene,
                     std::size_t nations_shown, std::size_t nations) {
    if (nations_shown < nations || view.entities_left_out() > 0)
        diagnostics.report(Code::reduced, {},
                           "the picture shows the " + counted(nations_shown) + " of " +
                               counted(nations) + " nations that most is said of; narrow it " +
                               "with --focus, --at or --relation to see others");
    // A picture is a choice by its nature: nothing to warn of.
    if (scene.report.left_out.total() > 0)
        diagnostics.report(Code::not_representable, Severity::note, {},
                           "the picture leaves out " + in_words(scene.report.left_out));
    if (scene.missing_flags > 0)
        diagnostics.report(Code::missing_flag, {},
                           counted(scene.missing_flags, "nation", "nations") +
                               " in the picture without a flag: initials stand for it");
}

} // namespace entente::diagram
