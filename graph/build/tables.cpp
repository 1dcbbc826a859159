// SPDX-License-Identifier: BSL-1.0
#include "graph/build/tables.hpp"

#include <algorithm>
#include <tuple>

#include "graph/memory/parallel.hpp"
#include "graph/memory/text_order.hpp"

namespace entente {

namespace {

template <class T>
void sort_unique(std::vector<T>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

std::string quoted_list(std::span<const std::string_view> texts) {
    std::string out;
    for (const std::string_view text : texts) {
        if (!out.empty()) out += ", ";
        out += '\'';
        out += text;
        out += '\'';
    }
    return out;
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
    std::vector<std::string_view> names_; // used again for each
    std::vector<Alias> aliases_;
};

/// Of the names that several records give, the first in code point order is kept, so that the order
/// of the records does not matter; the others become aliases.
void EntityMaker::gather_names(const identity::Node& node, Entity& entity) {
    names_.clear();
    aliases_.clear();
    for (const std::uint32_t at : node.declarations) {
        const EntityRecord& declared = record(at);
        if (!declared.name.empty()) names_.push_back(declared.name);
        aliases_.insert(aliases_.end(), declared.aliases.begin(), declared.aliases.end());
    }
    sort_unique(names_);
    entity.name = names_.empty() ? intake_.strings->keep(node.name) : names_.front();
    if (names_.size() > 1)
        diagnostics_.report(Code::conflicting_name, record(node.declarations.front()).position,
                            "'" + std::string(node.id) + "' is named " + quoted_list(names_) +
                                "; the first is shown");
    for (const std::string_view name : names_)
        aliases_.push_back({name, {}});
    sort_unique(aliases_);
    // One without a language says nothing more than the same one with a language behind it.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < aliases_.size(); ++i) {
        const Alias& alias = aliases_[i];
        const bool repeated = i + 1 < aliases_.size() && aliases_[i + 1].name == alias.name;
        if (!alias.language.empty() || (!repeated && alias.name != entity.name))
            aliases_[kept++] = alias;
    }
    entity.aliases = intake_.strings->arena().keep(std::span<const Alias>(aliases_.data(), kept));
}

void EntityMaker::gather_fields(const identity::Node& node, Entity& entity) {
    std::vector<std::string_view> same_as;
    std::vector<Field> fields;
    for (const std::uint32_t at : node.declarations) {
        const EntityRecord& declared = record(at);
        same_as.insert(same_as.end(), declared.same_as.begin(), declared.same_as.end());
        fields.insert(fields.end(), declared.attributes.begin(), declared.attributes.end());
        entity.period.from = earliest(entity.period.from, declared.period.from);
        entity.period.to = latest(entity.period.to, declared.period.to);
    }
    sort_unique(same_as);
    sort_unique(fields);
    for (std::size_t i = 1; i < fields.size(); ++i)
        if (fields[i].key == fields[i - 1].key)
            diagnostics_.report(
                Code::conflicting_attribute, record(node.declarations.front()).position,
                "'" + std::string(node.id) + "' has several values of '" +
                    std::string(fields[i].key) + "': '" + std::string(fields[i - 1].value.text) +
                    "' and '" + std::string(fields[i].value.text) + "'; all are kept");
    Arena& arena = intake_.strings->arena();
    entity.same_as = arena.keep(std::span<const std::string_view>(same_as));
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

/// All but Resolution::called, which asks for the row of the entity.
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
    table.resolutions.reserve(order.size());
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
                          const Vocabulary& vocabulary, Diagnostics& diagnostics,
                          unsigned threads) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < resolved.nodes.size(); ++i)
        if (resolved.needed[i]) order.push_back(i);
    sort_by_text(
        order, [&](std::uint32_t at) { return resolved.nodes[at].id; },
        [](std::uint32_t a, std::uint32_t b) { return a < b; });
    EntityTable table;
    table.of_node.assign(resolved.nodes.size(), no_index);
    for (std::size_t i = 0; i < order.size(); ++i)
        table.of_node[order[i]] = static_cast<EntityIndex>(i);
    auto resolutions = beside(threads, [&] { make_resolutions(intake, resolved, table); });
    table.rows.reserve(order.size());
    EntityMaker maker(intake, vocabulary, diagnostics);
    for (const std::uint32_t node : order)
        table.rows.push_back(maker.make(resolved.nodes[node]));
    resolutions.get();
    for (Resolution& row : table.resolutions)
        row.called = called(row, table.rows[row.entity]);
    return table;
}

} // namespace entente
