// SPDX-License-Identifier: BSL-1.0
// A folder or ZIP archive of typed CSV tables with the loaders of graph databases
// (docs/formats/bundle.md).
#include "exporters/bundle/loaders.hpp"
#include "exporters/bundle/rows.hpp"
#include "exporters/bundle/zip_archive.hpp"
#include "exporters/formats.hpp"

namespace entente {

namespace {

ExportReport write_files(const View& view, FileSet& files, const ExportOptions& options,
                         Diagnostics& diagnostics) {
    const AttributeColumns attributes(view, true);
    const bundle::Plan plan(view, attributes, options);
    bundle::write_readme(view, plan, files);
    bundle::write_description(view, plan, files);
    for (const auto write :
         {bundle::write_neo4j, bundle::write_memgraph, bundle::write_ladybug, bundle::write_neptune,
          bundle::write_nebula, bundle::write_arangodb, bundle::write_graphframes})
        write(plan, files);
    bundle::RowWriter rows(view, attributes, plan);
    for (const bundle::Table& table : plan.tables)
        rows.write(table, files);

    ExportReport report{count_items(view), {}, {}};
    if (options.lean) std::swap(report.written.claims, report.left_out.claims);
    Losses losses(diagnostics, "bundle");
    attributes.report(losses);
    rows.changes().report(losses);
    losses.lean(report.left_out.claims);
    report.losses = losses.take();
    return report;
}

ExportReport write_bundle(const View& view, Output& out, const ExportOptions& options,
                          Diagnostics& diagnostics) {
    ZipArchive archive(out);
    ExportReport report = write_files(view, archive.files(), options, diagnostics);
    archive.finish();
    return report;
}

} // namespace

const Exporter bundle_exporter{
    .name = "bundle",
    .extensions = "zip csv",
    .media_type = "application/zip",
    .help = "folder or ZIP of CSV tables: Neo4j, LadybugDB, Neptune, Nebula, ArangoDB, Spark",
    .profiles = "",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = false,
            .picture = false,
            .read_back = true},
    .write = write_bundle,
    .loses =
        "Nothing in the tables. LadybugDB reads empty texts as absent until the script sets them; "
        "Neptune's edges have one value a property.",
    .tried = "LadybugDB 0.19.1; Neo4j's Cypher linter 2.0.0-next.38 for 5 and 25",
    .write_files = write_files,
};

} // namespace entente
