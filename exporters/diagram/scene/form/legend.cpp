// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/form/legend.hpp"

#include <algorithm>

#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

void add_nodes(Legend& legend, const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
        legend.alliance |= node.kind == NodeKind::hub;
        legend.threat |= node.kind == NodeKind::threat;
        legend.group |=
            node.kind == NodeKind::nation && node.members.size() > 1 && node.note.empty();
    }
}

void add_ties(Legend& legend, const Ties& ties) {
    for (const Tie& tie : ties.list()) {
        legend.poses |= tie.part == Part::poses;
        legend.targets |= tie.part == Part::targets;
    }
}

void add_bundles(Legend& legend, const std::vector<Bundle>& bundles) {
    for (const Bundle& bundle : bundles) {
        legend.mixed |= bundle.color == color::mixed;
        legend.cooperation |= bundle.color == color::cooperation;
        legend.conflict |= bundle.color == color::conflict;
        legend.neutral |= bundle.color == color::neutral && bundle.certainty != Certainty::denied;
    }
}

void add_certainties(Legend& legend, const std::vector<Link>& links) {
    for (const Link& link : links) {
        legend.planned |= link.certainty == Certainty::planned;
        legend.possible |= link.certainty == Certainty::possible;
        legend.disputed |= link.certainty == Certainty::disputed;
        legend.denied |= link.certainty == Certainty::denied;
    }
}

/// Whether lines differ in width, for being supported by more or fewer sources.
bool widths_differ(const Material& material, const Ties& ties, const std::vector<Bundle>& bundles) {
    constexpr std::uint32_t many = 99; // more are all alike
    std::uint32_t fewest = many, most = 0;
    const auto add = [&](std::uint32_t sources) {
        fewest = std::min(fewest, sources);
        most = std::max(most, sources);
    };
    for (const Tie& tie : ties.list())
        add(tie.sources);
    for (const Bundle& bundle : bundles)
        for (const Strand& strand : bundle.strands)
            for (const std::size_t at : strand.relations)
                add(material.relation(at).source_count);
    return most > fewest && most > 1;
}

} // namespace

Legend legend_of(const Scene& scene, const Material& material, const Ties& ties,
                 const std::vector<Bundle>& bundles) {
    Legend legend;
    add_nodes(legend, scene.nodes);
    add_ties(legend, ties);
    add_bundles(legend, bundles);
    add_certainties(legend, scene.links);
    legend.widths = widths_differ(material, ties, bundles);
    return legend;
}

} // namespace entente::diagram
