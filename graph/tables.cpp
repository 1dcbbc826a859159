// SPDX-License-Identifier: BSL-1.0
#include "graph/tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

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

void make_resolutions(const Intake& intake, const identity::Resolved& resolved,
                      EntityTable& table) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t at = 0; at < intake.mentions.size(); ++at)
        if (resolved.node_of[at] != identity::no_node &&
            table.of_node[resolved.node_of[at]] != no_index)
            order.push_back(at);
    const auto row_of = [&](std::uint32_t at) {
        const Mention& m = intake.mentions[at];
        return std::tuple(m.text, m.kind, m.as, m.source, table.of_node[resolved.node_of[at]],
                          resolved.rule[at]);
    };
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return row_of(a) < row_of(b); });
    table.resolution_of.assign(intake.mentions.size(), no_index);
    for (const std::uint32_t at : order) {
        const Mention& m = intake.mentions[at];
        const Resolution row{
            m.text, m.kind, m.as, m.source, resolved.rule[at], table.of_node[resolved.node_of[at]],
            m.first};
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
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return resolved.nodes[a].id < resolved.nodes[b].id;
    });
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

namespace {

/// One source from all records of its id; what they give in several versions is kept as attributes.
Source merge_sources(std::span<const Source* const> records, StringPool& strings,
                     Diagnostics& diagnostics) {
    Source row = *records.front();
    std::vector<Field> fields;
    const auto choose = [&](std::string_view Source::*member, std::string_view key) {
        Chosen versions;
        for (const Source* record : records)
            versions.add(record->*member);
        row.*member = versions.first();
        for (const std::string_view other : versions.versions)
            if (other != row.*member) fields.push_back({strings.keep(key), {{}, other}});
    };
    choose(&Source::publisher, "publisher");
    choose(&Source::title, "title");
    choose(&Source::url, "url");
    choose(&Source::language, "language");
    if (!fields.empty())
        diagnostics.report(Code::conflicting_attribute, {},
                           "source '" + std::string(row.id) + "' is described in several ways ('" +
                               std::string(fields.front().key) + "' also as '" +
                               std::string(fields.front().value.text) + "'); all are kept");
    row.published = Date();
    for (const Source* record : records) {
        row.published = earliest(row.published, record->published);
        fields.insert(fields.end(), record->attributes.begin(), record->attributes.end());
    }
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    row.attributes = strings.arena().keep(std::span<const Field>(fields));
    return row;
}

} // namespace

SourceTable make_sources(Intake& intake, Diagnostics& diagnostics) {
    StringPool& strings = *intake.strings;
    std::vector<const Source*> records;
    records.reserve(intake.sources.size());
    std::vector<bool> declared(strings.size());
    for (const Source& source : intake.sources) {
        records.push_back(&source);
        declared[strings.intern(source.id)] = true;
    }
    std::vector<Source> undeclared;
    for (const ClaimLedger::Row& row : intake.rows) {
        if (row.source == 0 || declared[row.source]) continue;
        declared[row.source] = true;
        undeclared.emplace_back().id = strings[row.source];
    }
    for (const Source& source : undeclared)
        records.push_back(&source);
    std::sort(records.begin(), records.end(),
              [](const Source* a, const Source* b) { return a->id < b->id; });
    SourceTable table;
    for (std::size_t i = 0; i < records.size();) {
        std::size_t end = i + 1;
        while (end < records.size() && records[end]->id == records[i]->id)
            ++end;
        table.rows.push_back(end == i + 1
                                 ? *records[i]
                                 : merge_sources({&records[i], end - i}, strings, diagnostics));
        i = end;
    }
    table.of_text.resize(strings.size(), no_index);
    for (SourceIndex at = 0; at < table.rows.size(); ++at)
        table.of_text[strings.intern(table.rows[at].id)] = at;
    if (!undeclared.empty()) {
        const auto first =
            std::min_element(undeclared.begin(), undeclared.end(),
                             [](const Source& a, const Source& b) { return a.id < b.id; });
        diagnostics.report(Code::undeclared_source, {},
                           std::to_string(undeclared.size()) +
                               (undeclared.size() == 1 ? " source is" : " sources are") +
                               " named by claims but not declared, such as '" +
                               std::string(first->id) + "'; only the id is known");
    }
    return table;
}

} // namespace entente
