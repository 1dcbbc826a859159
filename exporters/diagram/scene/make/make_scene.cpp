// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/make/make_scene.hpp"

#include <algorithm>
#include <iterator>

#include "exporters/diagram/scene/content/content.hpp"
#include "exporters/diagram/scene/form/bundles.hpp"
#include "exporters/diagram/scene/form/colors.hpp"
#include "exporters/diagram/scene/form/columns.hpp"
#include "exporters/diagram/scene/form/legend.hpp"
#include "exporters/diagram/scene/form/links.hpp"
#include "exporters/diagram/scene/form/notes.hpp"
#include "exporters/diagram/scene/lists/bodies.hpp"
#include "exporters/diagram/scene/lists/events.hpp"
#include "exporters/diagram/scene/make/account.hpp"
#include "exporters/diagram/scene/make/captions.hpp"
#include "exporters/diagram/scene/make/report.hpp"
#include "exporters/diagram/scene/reading/telling.hpp"

namespace entente::diagram {

namespace {

template <class T>
void append(std::vector<T>& list, std::vector<T> more) {
    std::move(more.begin(), more.end(), std::back_inserter(list));
}

/// The nodes with their notes, columns, colours and tooltips.
std::vector<Node> finished_nodes(const Material& material, const Content& content) {
    std::vector<Node> nodes = content.nodes;
    for (auto& [n, note] : notes_of(material, content)) {
        nodes[n].note = note.text;
        nodes[n].certainty = note.certainty;
        nodes[n].weight = note.weight;
    }
    const std::vector<Column> columns = columns_of(material, content);
    const std::vector<std::string_view> colors = hub_colors(nodes, content.ties);
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        nodes[n].column = columns[n];
        nodes[n].color = colors[n];
        if (nodes[n].members.size() <= 1) nodes[n].tooltip = describe_node(material, nodes[n]);
    }
    return nodes;
}

void add_links(Scene& scene, const Material& material, const Ties& ties,
               const std::vector<Bundle>& bundles) {
    const std::size_t first_label = scene.nodes.size();
    scene.links = links_of_ties(material, scene.nodes, ties);
    Drawn drawn = draw_bundles(material, bundles, first_label);
    append(scene.nodes, std::move(drawn.labels));
    append(scene.links, std::move(drawn.links));
    for (std::size_t n = first_label; n < scene.nodes.size(); ++n)
        scene.nodes[n].column = column_of_label(scene, n);
}

std::size_t missing_flags(const std::vector<Node>& nodes) {
    std::size_t missing = 0;
    for (const Node& node : nodes)
        for (const Member& member : node.members)
            missing += member.iso2.empty();
    return missing;
}

/// Says under the picture what it shows, from whom that is, and what is left out.
void add_captions(Scene& scene, const Material& material, const Account& account,
                  std::size_t nations) {
    scene.subtitle = subtitle_of(material, account.nations, nations);
    scene.description = "A diagram: " + scene.subtitle;
    const std::vector<SourceIndex> sources = sources_of(material, account);
    scene.citations = citations_of(material, sources);
    scene.more_citations = sources.size() - scene.citations.size();
}

} // namespace

Scene make_scene(const View& view, const ExportOptions& options, Diagnostics& diagnostics,
                 bool with_tooltips) {
    const Material material = material_of(view, options);
    const Roles roles = roles_of(material);
    const Content content = choose_content(material, roles);
    const std::vector<Bundle> bundles =
        bundles_of(material, strongest(content.pairs, material), content.places);

    Scene scene;
    if (!options.language.empty()) scene.language = options.language;
    scene.nodes = finished_nodes(material, content);
    scene.missing_flags = missing_flags(scene.nodes);
    scene.title = title_of(material, options.title, scene.nodes);
    add_links(scene, material, content.ties, bundles);
    scene.flow = fits_columns(scene.nodes, content.ties);
    scene.panels = lists_of_events(material, roles);
    append(scene.panels,
           lists_of_bodies(material, roles, entities_in(scene, material.entity_count())));
    scene.legend = legend_of(scene, material, content.ties, bundles);

    const Account account = account_of(material, scene);
    add_captions(scene, material, account, content.nations);
    scene.report = report_of(material, account, scene, with_tooltips);
    scene.left_out = not_drawn(material, account, scene.report.left_out.relations);
    report_left_out(diagnostics, view, scene, account.nations, content.nations);
    return scene;
}

} // namespace entente::diagram
