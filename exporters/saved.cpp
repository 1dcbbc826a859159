// SPDX-License-Identifier: BSL-1.0
// The graph as entente works with it, to be asked again in no time (docs/formats/entente.md).
#include "graph/saved/writer.hpp"

#include "exporters/formats.hpp"

namespace entente {

namespace {

ExportReport write_saved(const View& view, Output& out, const ExportOptions& options,
                         Diagnostics& diagnostics) {
    out.flush();
    saved::save_graph(view, [&](std::string_view bytes) { out << bytes; });
    ExportReport report{count_items(view), {}, {}};
    for (const Relation& relation : view.relations())
        report.left_out.relations += relation.derived ? 1 : 0;
    report.written.relations -= report.left_out.relations;

    Losses losses(diagnostics, "entente");
    losses.add(Code::not_representable, Severity::note, report.left_out.relations,
               "derived relations left out: nobody claims them, and they are computed again when "
               "somebody asks");
    if (options.lean)
        diagnostics.report(Code::lean, Severity::note, {},
                           "entente: --lean changes nothing here: a relation is its claims");
    report.losses = losses.take();
    return report;
}

} // namespace

const Exporter entente_exporter{
    .name = "entente",
    .extensions = "entente",
    .media_type = "application/vnd.entente.graph",
    .help = "the graph itself, to ask it again at once; for this machine and version, no archive",
    .profiles = "",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = true,
            .picture = false,
            .read_back = true},
    .write = write_saved,
    .loses = "Derived relations, which are computed again; where in the input something stood.",
    .tried = "entente itself",
};

} // namespace entente
