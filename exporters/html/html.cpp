// SPDX-License-Identifier: BSL-1.0
// One page for the browser (docs/formats/html.md): the native facts as they are, what is computed
// of them, and the program that shows both.
#include "exporters/formats.hpp"
#include "exporters/html/extract.hpp"
#include "exporters/html/markup.hpp"
#include "exporters/html/page.hpp"
#include "exporters/html/scene.hpp"
#include "exporters/items/records.hpp"

namespace entente {

namespace {

using html::Extract;

void write_parts(Output& out, std::span<const std::string_view> parts) {
    for (const std::string_view part : parts)
        out << part;
}

/// The lines that exporter `facts` writes of what is in the page.
void write_facts(const Extract& part, Output& out, RecordWriter& records) {
    const View& view = part.view;
    if (records.graph(out.buffer())) out << '\n';
    if (records.vocabulary(out.buffer())) out << '\n';
    for (const SourceIndex index : part.sources) {
        if (!view.source(index).declared) continue;
        records.source(out.buffer(), view.source(index), "\n");
        out << '\n';
    }
    for (const EntityIndex index : view.entities()) {
        records.entity(out.buffer(), view.entity(index), "\n");
        out << '\n';
    }
    std::string judgements;
    records.judgements(judgements, "\n");
    if (!judgements.empty()) out << judgements << '\n';
    for (const Relation& relation : part.relations)
        view.for_each_claim(relation, [&](const Claim& claim) {
            records.claim(out.buffer(), claim);
            out << '\n';
        });
}

std::string page_title(const View& view, const ExportOptions& options) {
    if (!options.title.empty()) return options.title;
    return view.graph().title.empty() ? "entente" : std::string(view.graph().title);
}

void report_losses(const Extract& part, const RecordWriter& records, bool lean, Losses& losses) {
    const auto reduced = [&](std::size_t count, const char* what) {
        losses.add(Code::reduced, count, what);
    };
    reduced(part.left_out.entities, "entities left out: the page has the best connected 2,000");
    reduced(part.left_out.relations,
            "relations left out: the page has the 10,000 with most sources");
    if (lean)
        losses.lean(part.left_out.claims);
    else
        reduced(part.left_out.claims,
                "claims left out with them, or because there are over 60,000");
    reduced(part.left_out.sources, "sources left out with their claims");
    records.changes().report(losses);
}

ExportReport write_html(const View& view, Output& out, const ExportOptions& options,
                        Diagnostics& diagnostics) {
    const Extract part = html::extract(view, options.lean);
    write_parts(out, html::page.until_title);
    html::append_html_text(out.buffer(), page_title(view, options));
    write_parts(out, html::page.until_data);
    out << "<script type=\"application/json\" id=\"scene\">\n";
    html::append_script_data(out.buffer(), html::scene(part, options));
    out << "\n</script>\n<script type=\"application/x-ndjson\" id=\"facts\">\n";
    RecordWriter records(part.view);
    Output safe([&](std::string_view bytes) {
        html::append_script_data(out.buffer(), bytes);
        out.flush_if_full();
    });
    write_facts(part, safe, records);
    safe.flush();
    out << "</script>\n";
    write_parts(out, html::page.rest);

    ExportReport report{part.written, part.left_out, {}};
    Losses losses(diagnostics, "html");
    report_losses(part, records, options.lean, losses);
    report.losses = losses.take();
    return report;
}

} // namespace

const Exporter html_exporter{
    .name = "html",
    .extensions = "html htm",
    .media_type = "text/html",
    .help = "a page to explore in the browser: search, filters, time, paths, claims and quotes",
    .profiles = "",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = true,
            .picture = false,
            .read_back = false},
    .write = write_html,
    .loses =
        "More than 2,000 entities, 10,000 relations or 60,000 claims are reduced to the most "
        "important part.",
    .tried = "Chromium 156",
};

} // namespace entente
