// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/form/links.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "exporters/diagram/scene/reading/telling.hpp"
#include "exporters/diagram/scene/reading/words.hpp"
#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

/// Up to so many bundles say in words what they are.
constexpr std::size_t most_labels = 36;

/// The width of a line that so many independent sources support.
double line_width(std::uint32_t sources, double base) {
    return base + 0.7 * std::log2(std::clamp<double>(sources, 1, 12));
}

Link link_of(const Material& material, const std::vector<Node>& nodes, const Tie& tie) {
    Link link;
    link.from = tie.from;
    link.to = tie.to;
    link.certainty = tie.certainty;
    link.many = nodes[tie.to].members.size() > 1;
    switch (tie.part) {
        case Part::poses:
            link.color = color::threat;
            link.width = line_width(tie.sources, 2.4);
            break;
        case Part::targets:
            link.color = color::threat;
            link.width = line_width(tie.sources, 1.3);
            link.arrow = true;
            break;
        default:
            link.color = nodes[tie.from].color;
            link.width = line_width(tie.sources, link.many ? 3.4 : 2.2);
    }
    if (tie.certainty == Certainty::denied) link.color = color::neutral;
    speak(link, telling_of(material, tie.relations));
    return link;
}

/// A line of a bundle between two nodes.
Link link_of(const Material& material, const Bundle& bundle, const Strand& strand, std::size_t from,
             std::size_t to) {
    Link link;
    link.from = from;
    link.to = to;
    link.color = bundle.color;
    link.width = line_width(bundle.sources, 1.4);
    link.certainty = bundle.certainty;
    speak(link, telling_of(material, strand.relations));
    return link;
}

void draw_bare(Drawn& drawn, const Material& material, const Bundle& bundle) {
    for (const Strand& strand : bundle.strands) {
        Link link = link_of(material, bundle, strand, strand.actor, strand.aim);
        link.arrow = bundle.arrow;
        link.arrow_back = bundle.arrow_back;
        drawn.links.push_back(std::move(link));
    }
}

Node label_of(const Bundle& bundle) {
    Node label;
    label.kind = NodeKind::label;
    label.name = bundle.words;
    label.note = word_for(bundle.certainty);
    label.color = bundle.color;
    label.certainty = bundle.certainty;
    return label;
}

void draw_in_words(Drawn& drawn, const Material& material, const Bundle& bundle,
                   std::size_t label) {
    std::set<std::size_t> tied;
    for (const Strand& strand : bundle.strands) {
        if (tied.insert(strand.actor).second) {
            Link link = link_of(material, bundle, strand, strand.actor, label);
            link.arrow_back = bundle.arrow_back;
            drawn.links.push_back(std::move(link));
        }
        if (tied.insert(strand.aim).second) {
            Link link = link_of(material, bundle, strand, label, strand.aim);
            link.arrow = bundle.arrow;
            drawn.links.push_back(std::move(link));
        }
    }
    drawn.labels.push_back(label_of(bundle));
    drawn.labels.back().tooltip = drawn.links.back().tooltip;
}

} // namespace

std::vector<Link> links_of_ties(const Material& material, const std::vector<Node>& nodes,
                                const Ties& ties) {
    std::vector<Link> links;
    for (const Tie& tie : ties.list())
        links.push_back(link_of(material, nodes, tie));
    return links;
}

Drawn draw_bundles(const Material& material, const std::vector<Bundle>& bundles,
                   std::size_t first_label) {
    Drawn drawn;
    const bool in_words = bundles.size() <= most_labels;
    for (const Bundle& bundle : bundles) {
        if (in_words)
            draw_in_words(drawn, material, bundle, first_label + drawn.labels.size());
        else
            draw_bare(drawn, material, bundle);
    }
    return drawn;
}

} // namespace entente::diagram
