// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/folding/fold.hpp"
#include "graph/identity/gazetteer/layout.hpp"
#include "graph/identity/generator/sources.hpp"
#include "graph/identity/generator/table.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace entente::identity::generator {
namespace {

namespace fs = std::filesystem;

std::set<std::string> folded(const std::vector<std::string>& names) {
    std::set<std::string> keys;
    for (const auto& name : names)
        keys.insert(fold_name(name));
    return keys;
}

Entity nation_of(const Row& row) {
    Entity nation{"nation/" + row["id"], "nation",  row["name"], row["iso2"],
                  row["from"],           row["to"], ""};
    for (const auto& id : row.list("successors")) {
        nation.successors += (nation.successors.empty() ? "nation/" : "|nation/") + id;
    }
    return nation;
}

/// "Korea, Republic of" for "Republic of Korea", as lists and catalogues write it; empty if the
/// name has no such form.
std::string inverted(std::string_view name) {
    constexpr std::string_view of = " of ";
    const auto at = name.rfind(of);
    if (at == std::string_view::npos) return {};
    auto last = name.substr(at + of.size());
    auto first = std::string{name.substr(0, at)} + " of";
    constexpr std::string_view the = "the ";
    if (last.substr(0, the.size()) == the) {
        last.remove_prefix(the.size());
        first += " the";
    }
    return std::string{last} + ", " + first;
}

void add_nation_names(const Row& row, std::size_t entity, Gazetteer& gazetteer) {
    const auto careful = folded(row.list("careful"));
    const auto capital = folded(row.list("capitalised"));
    const auto add = [&](const std::string& name, NameRule rule) {
        const auto key = fold_name(name);
        add_name(gazetteer, name,
                 {entity, rule, Rank::own, careful.contains(key), capital.contains(key)});
    };
    add(row["name"], NameRule::name);
    for (const char* column : {"name", "official", "variants", "former_names"}) {
        for (const auto& name : row.list(column))
            add(inverted(name), NameRule::variant);
    }
    constexpr std::pair<std::string_view, NameRule> columns[] = {
        {"official", NameRule::name},
        {"variants", NameRule::variant},
        {"former_names", NameRule::former_name},
        {"translations", NameRule::translation},
        {"demonyms", NameRule::demonym},
        {"metonyms", NameRule::metonym},
        {"ambiguous", NameRule::variant},
        {"former_codes", NameRule::code}};
    for (const auto& [column, rule] : columns) {
        for (const auto& name : row.list(column))
            add(name, rule);
    }
    if (row["id"].size() == 3) add(row["id"], NameRule::code);
}

void add_alliance_names(const Row& row, std::size_t entity, Gazetteer& gazetteer) {
    const auto careful = folded(row.list("careful"));
    auto names = row.list("names");
    for (auto& name : row.list("ambiguous"))
        names.push_back(std::move(name));
    names.push_back(row["name"]);
    for (const auto& name : names) {
        add_name(
            gazetteer, name,
            {entity, NameRule::alliance_name, Rank::own, careful.contains(fold_name(name)), false});
    }
}

/// A name that the tables call ambiguous in one row only would be taken as certain.
void check_ambiguous(const Row& row, const Gazetteer& gazetteer) {
    for (const auto& name : row.list("ambiguous")) {
        if (own_meanings(gazetteer, name).size() < 2) {
            row.fail("\"" + name + "\" is in column ambiguous, but of no other entity");
        }
    }
}

/// `visit(row, entity)` for the rows of both tables.
template <class Nation, class Alliance>
void each_entity(const fs::path& nations, const fs::path& alliances, Nation nation,
                 Alliance alliance) {
    each_row(nations, nation);
    each_row(alliances, alliance);
}

void index_entities(Gazetteer& gazetteer) {
    auto& all = gazetteer.entities;
    std::sort(all.begin(), all.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!gazetteer.by_id.emplace(all[i].id, i).second) {
            throw std::runtime_error("two rows have the id " + all[i].id);
        }
        if (!all[i].iso2.empty() && !gazetteer.by_iso2.emplace(all[i].iso2, i).second) {
            throw std::runtime_error("two rows have the code " + all[i].iso2);
        }
    }
}

void check_successors(const Gazetteer& gazetteer) {
    for (const auto& entity : gazetteer.entities) {
        if (entity.successors.empty()) continue;
        for (const auto& id : split(entity.successors, '|')) {
            if (!gazetteer.by_id.contains(id)) {
                throw std::runtime_error(entity.id + ": its successor " + id + " has no row");
            }
        }
    }
}

} // namespace

void read_languages(const fs::path& languages, Gazetteer& gazetteer) {
    each_row(languages, [&](const Row& row) { gazetteer.major_languages.insert(row["language"]); });
}

void read_own_tables(const fs::path& nations, const fs::path& alliances, Gazetteer& gazetteer) {
    const auto alliance_id = [](const Row& row) { return row["kind"] + "/" + row["id"]; };
    each_entity(
        nations, alliances, [&](const Row& row) { gazetteer.entities.push_back(nation_of(row)); },
        [&](const Row& row) {
            gazetteer.entities.push_back(
                {alliance_id(row), row["kind"], row["name"], "", row["from"], row["to"], ""});
        });
    index_entities(gazetteer);
    check_successors(gazetteer);
    each_entity(
        nations, alliances,
        [&](const Row& row) {
            const auto entity = gazetteer.by_id.at("nation/" + row["id"]);
            add_nation_names(row, entity, gazetteer);
            for (const auto& code : row.list("former_codes")) {
                gazetteer.by_former_code.emplace(code, entity);
            }
        },
        [&](const Row& row) {
            add_alliance_names(row, gazetteer.by_id.at(alliance_id(row)), gazetteer);
        });
    const auto check = [&](const Row& row) { check_ambiguous(row, gazetteer); };
    each_entity(nations, alliances, check, check);
}

} // namespace entente::identity::generator
