// SPDX-License-Identifier: BSL-1.0
#include "graph/tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/text_order.hpp"

namespace entente {

namespace {

/// A text of which records of one id give several versions: the first in code point order is kept,
/// so that the order of the records does not matter; the others are told.
struct Chosen {
    std::set<std::string_view> versions;
    void add(std::string_view text) {
        if (!text.empty()) versions.insert(text);
    }
    [[nodiscard]] std::string_view first() const {
        return versions.empty() ? std::string_view() : *versions.begin();
    }
};

std::string quoted_list(const std::set<std::string_view>& texts) {
    std::string out;
    for (const std::string_view text : texts) {
        if (!out.empty()) out += ", ";
        out += '\'';
        out += text;
        out += '\'';
    }
    return out;
}

Date earliest(Date a, Date b) {
    return !a.known() ? b : !b.known() ? a : std::min(a, b);
}
Date latest(Date a, Date b) {
    if (a.is_open() || b.is_open()) return Date::open();
    return std::max(a, b);
}

class EntityMaker {
  public:
    EntityMaker(Intake& intake, const Vocabulary& vocabulary, Diagnostics& diagnostics)
        : intake_(intake), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

    Entity make(const identity::Node& node);

  private:
    void gather_names(const identity::Node& node, Entity& entity);
    void gather_fields(const identity::Node& node, Entity& entity);
    [[nodiscard]] const EntityRecord& record(std::uint32_t at) const {
        return intake_.declarations[at].record;
    }

    Intake& intake_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
};

void EntityMaker::gather_names(const identity::Node& node, Entity& entity) {
    Chosen names;
    for (const std::uint32_t at : node.declarations)
        names.add(record(at).name);
    entity.name = names.first();
    if (entity.name.empty()) entity.name = intake_.strings->keep(node.name);
    if (names.versions.size() > 1)
        diagnostics_.report(Code::conflicting_name, record(node.declarations.front()).position,
                            "'" + std::string(node.id) + "' is named " +
                                quoted_list(names.versions) + "; the first is shown");
    std::map<std::string_view, std::set<std::string_view>> aliases; // name to languages
    for (const std::string_view name : names.versions)
        aliases[name];
    for (const std::uint32_t at : node.declarations)
        for (const Alias& alias : record(at).aliases)
            if (aliases[alias.name]; !alias.language.empty())
                aliases[alias.name].insert(alias.language);
    std::vector<Alias> kept;
    for (const auto& [name, languages] : aliases) {
        if (languages.empty() && name != entity.name) kept.push_back({name, {}});
        for (const std::string_view language : languages)
            kept.push_back({name, language});
    }
    entity.aliases = intake_.strings->arena().keep(std::span<const Alias>(kept));
}

void EntityMaker::gather_fields(const identity::Node& node, Entity& entity) {
    std::set<std::string_view> same_as;
    std::vector<Field> fields;
    for (const std::uint32_t at : node.declarations) {
        const EntityRecord& declared = record(at);
        same_as.insert(declared.same_as.begin(), declared.same_as.end());
        fields.insert(fields.end(), declared.attributes.begin(), declared.attributes.end());
        entity.period.from = earliest(entity.period.from, declared.period.from);
        entity.period.to = latest(entity.period.to, declared.period.to);
    }
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    for (std::size_t i = 1; i < fields.size(); ++i)
        if (fields[i].key == fields[i - 1].key)
            diagnostics_.report(
                Code::conflicting_attribute, record(node.declarations.front()).position,
                "'" + std::string(node.id) + "' has several values of '" +
                    std::string(fields[i].key) + "': '" + std::string(fields[i - 1].value.text) +
                    "' and '" + std::string(fields[i].value.text) + "'; all are kept");
    const std::vector<std::string_view> ids(same_as.begin(), same_as.end());
    Arena& arena = intake_.strings->arena();
    entity.same_as = arena.keep(std::span<const std::string_view>(ids));
    entity.attributes = arena.keep(std::span<const Field>(fields));
}

Entity EntityMaker::make(const identity::Node& node) {
    Entity entity;
    entity.id = node.id;
    entity.kind = vocabulary_.find_kind(node.kind);
    entity.provisional = node.provisional;
    entity.declared = !node.declarations.empty();
    entity.source = node.source;
    gather_names(node, entity);
    gather_fields(node, entity);
    if (node.known) {
        entity.iso2 = node.known->iso2;
        if (!entity.period.from.known() && !entity.period.to.known())
            entity.period = {Date::parse(node.known->from).value_or(Date()),
                             Date::parse(node.known->to).value_or(Date())};
    }
    return entity;
}

std::string_view called(const Resolution& resolution, const Entity& entity) {
    if (!resolution.as.empty()) return resolution.as;
    // A mention by id says nothing of how the source put it, whatever id it was.
    if (resolution.text == entity.name || resolution.text == entity.id || resolution.rule == "id")
        return {};
    return resolution.text;
}

void make_resolutions(const Intake& intake, const identity::Resolved& resolved,
                      EntityTable& table) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t at = 0; at < intake.mentions.size(); ++at)
        if (resolved.node_of[at] != identity::no_node &&
            table.of_node[resolved.node_of[at]] != no_index)
            order.push_back(at);
    const auto rest_of = [&](std::uint32_t at) {
        const Mention& m = intake.mentions[at];
        return std::tuple(m.kind, m.as, m.source, table.of_node[resolved.node_of[at]],
                          resolved.rule[at]);
    };
    sort_by_text(
        order, [&](std::uint32_t at) { return intake.mentions[at].text; },
        [&](std::uint32_t a, std::uint32_t b) { return rest_of(a) < rest_of(b); });
    table.resolution_of.assign(intake.mentions.size(), no_index);
    for (const std::uint32_t at : order) {
        const Mention& m = intake.mentions[at];
        Resolution row{.text = m.text,
                       .kind = m.kind,
                       .as = m.as,
                       .source = m.source,
                       .rule = resolved.rule[at],
                       .called = {},
                       .entity = table.of_node[resolved.node_of[at]],
                       .first = m.first};
        row.called = called(row, table.rows[row.entity]);
        auto& rows = table.resolutions;
        const bool repeats = !rows.empty() && rows.back().text == row.text &&
                             rows.back().kind == row.kind && rows.back().as == row.as &&
                             rows.back().source == row.source && rows.back().entity == row.entity &&
                             rows.back().rule == row.rule;
        if (!repeats)
            rows.push_back(row);
        else
            rows.back().first = std::min(rows.back().first, row.first);
        table.resolution_of[at] = static_cast<std::uint32_t>(rows.size() - 1);
    }
}

} // namespace

EntityTable make_entities(Intake& intake, const identity::Resolved& resolved,
                          const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < resolved.nodes.size(); ++i)
        if (resolved.needed[i]) order.push_back(i);
    sort_by_text(
        order, [&](std::uint32_t at) { return resolved.nodes[at].id; },
        [](std::uint32_t a, std::uint32_t b) { return a < b; });
    EntityTable table;
    table.rows.reserve(order.size());
    table.of_node.assign(resolved.nodes.size(), no_index);
    EntityMaker maker(intake, vocabulary, diagnostics);
    for (const std::uint32_t node : order) {
        table.of_node[node] = static_cast<EntityIndex>(table.rows.size());
        table.rows.push_back(maker.make(resolved.nodes[node]));
    }
    make_resolutions(intake, resolved, table);
    return table;
}

} // namespace entente
