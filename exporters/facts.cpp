// SPDX-License-Identifier: BSL-1.0
// Native facts as JSON Lines: complete and canonical (docs/formats/facts.md).
#include "exporters/formats.hpp"
#include "exporters/items/records.hpp"
#include "exporters/writing/lookahead.hpp"

namespace entente {

namespace {

ExportReport write_facts(const View& view, Output& out, const ExportOptions& options,
                         Diagnostics& diagnostics) {
    RecordWriter records(view);
    ExportReport report;
    if (records.graph(out.buffer())) out << '\n';
    if (records.vocabulary(out.buffer())) out << '\n';

    for_each_source(view, [&](const Source& source) {
        ++report.written.sources; // one that nobody declared is written by the claims that name it
        if (!source.declared) return;
        records.source(out.buffer(), source, "\n");
        out << '\n';
        out.flush_if_full();
    });
    for (const EntityIndex index : view.entities()) {
        ++report.written.entities;
        records.entity(out.buffer(), view.entity(index), "\n");
        out << '\n';
        out.flush_if_full();
    }
    std::string judgements;
    records.judgements(judgements, "\n");
    if (!judgements.empty()) out << judgements << '\n';
    Lookahead ahead(view);
    for (std::size_t n = 0; n < view.relations().size(); ++n) {
        const Relation& relation = view.relations()[n];
        ahead.at(n);
        if (relation.claim_count == 0) {
            ++report.left_out.relations;
            continue;
        }
        ++report.written.relations;
        report.written.claims += relation.claim_count;
        view.for_each_claim(relation, [&](const Claim& claim) {
            records.claim(out.buffer(), claim);
            out << '\n';
            out.flush_if_full();
        });
    }

    Losses losses(diagnostics, "facts");
    records.changes().report(losses);
    losses.add(Code::not_representable, Severity::note, report.left_out.relations,
               "derived relations left out: nobody claims them, and they are computed again when "
               "the file is read");
    if (options.lean)
        diagnostics.report(Code::lean, Severity::note, {},
                           "facts: --lean changes nothing here: a relation is its claims");
    report.losses = losses.take();
    return report;
}

} // namespace

const Exporter facts_exporter{
    .name = "facts",
    .extensions = "jsonl ndjson",
    .media_type = "application/x-ndjson",
    .help = "native facts as JSON Lines: complete, canonical, read back to the same bytes",
    .profiles = "",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = true,
            .picture = false,
            .read_back = true},
    .write = write_facts,
    .loses = "Derived relations, which are computed again.",
    .tried = "entente itself; jsonschema 4.10.3",
};

} // namespace entente
