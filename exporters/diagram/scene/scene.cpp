// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/names.hpp"
#include "exporters/drawing/palette.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

namespace {

/// What a page can carry and an eye take in; beyond it the picture is reduced.
constexpr std::size_t most_boxes = 170;
constexpr std::size_t most_nations = 300;

struct PartName {
    std::string_view relation;
    Part part;
};

constexpr std::array<PartName, 17> parts = {{
    {"member_of", Part::membership},
    {"party_to", Part::membership},
    {"poses", Part::poses},
    {"targets", Part::targets},
    {"holds_office", Part::office},
    {"works_for", Part::office},
    {"leads", Part::office},
    {"develops", Part::capability},
    {"possesses", Part::capability},
    {"participates_in", Part::participation},
    {"hosts", Part::participation},
    {"located_in", Part::location},
    {"met_with", Part::meeting},
    {"exercises_with", Part::other},
    {"ally_of", Part::other},
    {"supports", Part::other},
    {"opposes", Part::other},
}};

} // namespace

Certainty certainty_of(Status status) {
    switch (status) {
        case Status::planned:
            return Certainty::planned;
        case Status::possible:
            return Certainty::possible;
        case Status::disputed:
            return Certainty::disputed;
        case Status::denied:
            return Certainty::denied;
        case Status::supported:
            break;
    }
    return Certainty::plain;
}

std::string_view word_for(Certainty certainty) {
    switch (certainty) {
        case Certainty::planned:
            return "planned";
        case Certainty::possible:
            return "possible";
        case Certainty::disputed:
            return "disputed";
        case Certainty::denied:
            return "denied";
        case Certainty::plain:
            break;
    }
    return {};
}

double line_width(std::uint32_t sources, double base) {
    return base + 0.7 * std::log2(std::clamp<double>(sources, 1, 12));
}

std::string_view text_on(std::string_view background) {
    // Relative luminance of WCAG 2.1, with a square for its power of 2.4: near enough to choose.
    const auto channel = [&](std::size_t at) {
        const auto digit = [&](std::size_t i) {
            const char c = background[i];
            return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        };
        const double value = (16 * digit(at) + digit(at + 1)) / 255.0;
        return value * value;
    };
    const double light = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    return light > 0.24 ? color::ink : color::paper;
}

SceneMaker::SceneMaker(const View& view, const ExportOptions& options, Diagnostics& diagnostics,
                       bool with_tooltips)
    : view_(view), options_(options), diagnostics_(diagnostics), with_tooltips_(with_tooltips) {
    const Vocabulary& vocabulary = view.vocabulary();
    part_of_type_.assign(vocabulary.relations().size(), Part::other);
    for (const PartName& p : parts)
        part_of_type_[vocabulary.find_relation(p.relation).id] = p.part;
    as_of_ = view.options().at.dated()      ? view.options().at
             : view.options().until.dated() ? view.options().until
                                            : view.graph().date;
    if (!options.language.empty()) scene_.language = options.language;
}

Part SceneMaker::part_of(const Relation& r) const {
    const Part part = part_of_type_[r.type];
    // Nations may lead alliances and host bases, too.
    if (part == Part::office && kind_of(r.subject) != kind::official) {
        const bool hub = kind_of(r.object) == kind::alliance;
        return hub ? Part::membership : Part::other;
    }
    return part;
}

std::string SceneMaker::name_of(EntityIndex entity) const {
    return name_in(view_.entity(entity), options_.language);
}

std::string_view SceneMaker::attribute(const Entity& entity, std::string_view key) const {
    for (const Field& field : entity.attributes)
        if (field.key == key && field.value.type == ValueType::string) return field.value.text;
    return {};
}

/// Reduces the picture, step by step, until it is no fuller than a page can carry.
void SceneMaker::choose_content() {
    score_entities();
    std::size_t nations = most_nations;
    while (true) {
        relation_shown_.assign(view_.relations().size(), false);
        entity_shown_.assign(view_.graph().entities.size(), false);
        entity_told_.assign(view_.graph().entities.size(), false);
        source_shown_.assign(view_.graph().sources.size(), false);
        source_weight_.assign(view_.graph().sources.size(), 0);
        claims_shown_ = 0;
        select(nations);
        add_nodes();
        collect_ties();
        collect_pairs();
        add_offices();
        add_capabilities();
        group_twins();
        if (box_count() <= most_boxes || nations <= 12) return;
        nations = std::min(nations, nations_) * 9 / 10;
    }
}

void SceneMaker::add_legend() {
    Legend& legend = scene_.legend;
    for (const Node& node : scene_.nodes) {
        legend.alliance |= node.kind == NodeKind::hub;
        legend.threat |= node.kind == NodeKind::threat;
        legend.group |=
            node.kind == NodeKind::nation && node.members.size() > 1 && node.note.empty();
    }
    for (const Tie& tie : ties_) {
        legend.poses |= tie.part == Part::poses;
        legend.targets |= tie.part == Part::targets;
    }
    double thinnest = 99, widest = 0;
    for (const Link& link : scene_.links) {
        legend.planned |= link.certainty == Certainty::planned;
        legend.possible |= link.certainty == Certainty::possible;
        legend.disputed |= link.certainty == Certainty::disputed;
        legend.denied |= link.certainty == Certainty::denied;
    }
    for (const Tie& tie : ties_) {
        thinnest = std::min<double>(thinnest, tie.sources);
        widest = std::max<double>(widest, tie.sources);
    }
    for (const Pair& pair : pairs_)
        for (const std::size_t at : pair.relations) {
            thinnest = std::min<double>(thinnest, relation(at).source_count);
            widest = std::max<double>(widest, relation(at).source_count);
        }
    legend.widths = widest > thinnest && widest > 1;
}

Scene SceneMaker::make() {
    choose_content();
    pictured_.assign(view_.graph().entities.size(), false);
    add_notes();
    choose_columns();
    color_hubs();
    for (Node& node : scene_.nodes) {
        if (node.entity != no_index) entity_shown_[node.entity] = true;
        for (const Member& m : node.members) {
            entity_shown_[m.entity] = true;
            pictured_[m.entity] = true;
            scene_.missing_flags += m.iso2.empty();
        }
        node.tooltip = node.members.size() > 1 ? std::string() : describe_node(node);
    }
    draw_ties();
    draw_pairs();
    choose_shape();
    add_panels();
    add_bodies();
    nations_shown_ = static_cast<std::size_t>(std::count(pictured_.begin(), pictured_.end(), true));
    add_legend();
    add_citations();
    add_titles();
    count();
    scene_.description = "A diagram: " + scene_.subtitle;
    return std::move(scene_);
}

/// Name, other names and dates of what a node shows.
std::string SceneMaker::describe_node(const Node& node) const {
    const Entity& e = view_.entity(node.entity);
    std::string text = isolated(node.name);
    const std::string when = describe(e.period);
    if (!when.empty()) text += " (" + when + ")";
    std::size_t shown = 0;
    for (const Alias& alias : e.aliases) {
        if (shown == 8) break;
        text += shown++ == 0 ? "\nalso: " : ", ";
        text += isolated(alias.name);
    }
    return text;
}

Scene make_scene(const View& view, const ExportOptions& options, Diagnostics& diagnostics,
                 bool with_tooltips) {
    return SceneMaker(view, options, diagnostics, with_tooltips).make();
}

} // namespace entente::diagram
