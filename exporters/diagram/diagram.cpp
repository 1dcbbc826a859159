// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/draw/page.hpp"
#include "exporters/diagram/scene/make/make_scene.hpp"
#include "exporters/drawing/carrier.hpp"
#include "exporters/formats.hpp"

namespace entente {

namespace {

/// Pixels a CSS pixel: 192 dots an inch, sharp on a screen and fit for an office printer.
constexpr double png_scale = 2;

ExportReport write_svg(const View& view, Output& out, const ExportOptions& options,
                       Diagnostics& diagnostics) {
    const diagram::Scene scene = diagram::make_scene(view, options, diagnostics, true);
    out << diagram::draw(scene, diagnostics).svg;
    return scene.report;
}

ExportReport write_png(const View& view, Output& out, const ExportOptions& options,
                       Diagnostics& diagnostics) {
    const diagram::Scene scene = diagram::make_scene(view, options, diagnostics, false);
    const diagram::Picture picture = diagram::draw(scene, diagnostics);
    out << diagram::to_png(picture.svg, picture.width, picture.height, png_scale);
    return scene.report;
}

ExportReport write_pdf(const View& view, Output& out, const ExportOptions& options,
                       Diagnostics& diagnostics) {
    const diagram::Scene scene = diagram::make_scene(view, options, diagnostics, false);
    const diagram::Picture picture = diagram::draw(scene, diagnostics);
    out << diagram::to_pdf(picture.svg, scene.title, picture.width, picture.height);
    return scene.report;
}

constexpr Capabilities picture = {.parallel_edges = false,
                                  .edge_attributes = false,
                                  .claims = false,
                                  .time = false,
                                  .picture = true,
                                  .read_back = false};

constexpr std::string_view picture_loses =
    "What is not important enough to be drawn; the picture and the load report say what.";

} // namespace

const Exporter svg_exporter = {
    .name = "svg",
    .extensions = "svg",
    .media_type = "image/svg+xml",
    .help = "the diagram as a drawing: sharp at any size, with tooltips and links to the sources",
    .profiles = "",
    .can = picture,
    .write = write_svg,
    .loses = picture_loses,
    .tried = "libxml2 2.9.14, librsvg 2.54"};
const Exporter png_exporter = {.name = "png",
                               .extensions = "png",
                               .media_type = "image/png",
                               .help = "the diagram as an image, 192 dots an inch",
                               .profiles = "",
                               .can = picture,
                               .write = write_png,
                               .loses = picture_loses};
const Exporter pdf_exporter = {
    .name = "pdf",
    .extensions = "pdf",
    .media_type = "application/pdf",
    .help = "the diagram for print: one page of its own size, text as text",
    .profiles = "",
    .can = picture,
    .write = write_pdf,
    .loses = picture_loses};

} // namespace entente
