// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/identity/naming.hpp"
#include "graph/identity/resolution.hpp"

namespace entente::identity {

/// `id` must stay where it is.
NodeIndex Resolver::node_for_id(std::string_view id) {
    if (const NodeIndex known = directory_.find_id(id); known != no_node) return known;
    Node node;
    node.id = id;
    node.known = find_known(id);
    const auto slash = id.find('/');
    node.kind = node.known ? node.known->kind : canonical_kind(id.substr(0, slash));
    node.name = node.known ? node.known->name : id.substr(slash + 1);
    const NodeIndex index = directory_.add(node);
    directory_.index_id(directory_[index].id, index);
    if (node.known) known_nodes_.emplace(node.known->id, index);
    return index;
}

void Resolver::declare_ids() {
    directory_.reserve(intake_.declarations.size());
    for (std::uint32_t i = 0; i < intake_.declarations.size(); ++i) {
        const Declaration& declaration = intake_.declarations[i];
        if (declaration.by_name()) continue;
        const NodeIndex index = node_for_id(declaration.record.id);
        directory_[index].declarations.push_back(i);
    }
}

/// Ids that are judged to be one: the gazetteer's id is kept, else the smallest one declared, else
/// the smallest that holds everywhere.
void Resolver::join_judged_ids() {
    for (const auto& members : judgements_.classes()) {
        std::vector<NodeIndex> nodes;
        for (const std::string& member : members)
            if (is_id(member)) nodes.push_back(node_for_id(intake_.strings->keep(member)));
        if (nodes.size() < 2) continue;
        const auto rank = [&](NodeIndex at) {
            const Node& node = directory_[at];
            const bool of_one_source = node.id.find('@') != std::string_view::npos;
            return std::tuple(node.known == nullptr, node.declarations.empty(), of_one_source,
                              node.id);
        };
        const NodeIndex winner = *std::min_element(
            nodes.begin(), nodes.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
        for (const NodeIndex other : nodes) {
            if (other == winner) continue;
            auto& moved = directory_[other].declarations;
            auto& all = directory_[winner].declarations;
            all.insert(all.end(), moved.begin(), moved.end());
            moved.clear();
            directory_.redirect(directory_[other].id, winner);
            diagnostics_.report(Code::merged, {},
                                "'" + std::string(directory_[other].id) + "' is taken for '" +
                                    std::string(directory_[winner].id) + "': identity judgement");
        }
    }
}

/// Ids that are used but not declared: their local part is all the name there is, and counts as
/// one.
void Resolver::find_undeclared_ids() {
    std::set<std::string_view> provisional;
    intake_.declarations.for_each([&](const Declaration& declaration) {
        if (declaration.by_name()) provisional.insert(declaration.record.id);
    });
    intake_.mentions.for_each([&](const Mention& mention) {
        if (!is_id(mention.text) || provisional.contains(mention.text) ||
            directory_.find_id(mention.text) != no_node)
            return;
        if (!directory_[node_for_id(mention.text)].known)
            diagnostics_.report(Code::unknown_id, mention.first,
                                "nothing declares '" + std::string(mention.text) +
                                    "'; it is kept under its id. Declare it with {\"entity\": \"" +
                                    std::string(mention.text) + "\", \"name\": ...}");
    });
    for (NodeIndex index = 0; index < directory_.size(); ++index) {
        const Node& node = directory_[index];
        if (!node.declarations.empty() || node.known) continue;
        const NodeIndex meant = directory_.find_id(node.id);
        std::string name(node.name);
        const auto at = name.find('@');
        if (at != std::string::npos) {
            scoped_ids_[{node.name.substr(at + 1), name.substr(0, at)}] = meant;
        } else {
            std::replace(name.begin(), name.end(), '-', ' ');
            directory_.index_name(name, meant, NameOf::name);
        }
    }
}

/// The kind that an id was declared with; its own prefix decides where records differ.
void Resolver::settle_kind(Node& node) {
    const auto kind_of = [&](std::uint32_t declaration) {
        return canonical_kind(intake_.declarations[declaration].record.kind);
    };
    if (node.declarations.size() == 1) { // nearly always
        if (const auto kind = kind_of(node.declarations.front()); !kind.empty()) node.kind = kind;
        return;
    }
    std::set<std::string_view> kinds;
    for (const std::uint32_t at : node.declarations)
        if (const auto kind = kind_of(at); !kind.empty()) kinds.insert(kind);
    if (!kinds.empty() && !kinds.contains(node.kind)) node.kind = *kinds.begin();
    if (kinds.size() > 1)
        diagnostics_.report(
            Code::conflicting_kind, intake_.declarations[node.declarations.front()].record.position,
            "'" + std::string(node.id) + "' is declared as " + join(kinds, " and as ") +
                "; it is taken as " + std::string(node.kind));
}

void Resolver::index_names(const Declaration& declaration, NodeIndex node) {
    const EntityRecord& record = declaration.record;
    const auto index = [&](std::string_view name, std::size_t at, NameOf what) {
        if (!name.empty()) directory_.index_name(name, declaration.folded[at], node, what);
    };
    index(record.name, 0, NameOf::name);
    for (std::size_t i = 0; i < record.aliases.size(); ++i)
        index(record.aliases[i].name, i + 1, NameOf::alias);
}

void Resolver::index_declared_names() {
    for (NodeIndex index = 0; index < directory_.size(); ++index) {
        settle_kind(directory_[index]);
        for (const std::uint32_t at : directory_[index].declarations)
            index_names(intake_.declarations[at], index);
    }
}

/// A declared nation or alliance under an id of its own may still be one that the gazetteer knows;
/// its other names then mean the declared one.
void Resolver::recognise_declared_nations() {
    std::set<std::string_view> known_kinds;
    for (const KnownEntity& known : known_entities())
        known_kinds.insert(known.kind);
    std::map<std::string_view, std::vector<NodeIndex>> claims;
    for (NodeIndex index = 0; index < directory_.size(); ++index) {
        Node& node = directory_[index];
        if (node.known || node.declarations.empty() || !known_kinds.contains(node.kind)) continue;
        std::set<std::string_view> meant;
        for (const std::uint32_t at : node.declarations) {
            const auto matches = find_name(intake_.declarations[at].record.name);
            for (const NameMatch& match : matches)
                if (match.entity->kind == node.kind && match.rule != NameRule::demonym &&
                    match.rule != NameRule::metonym)
                    meant.insert(match.entity->id);
        }
        if (meant.size() == 1) claims[*meant.begin()].push_back(index);
    }
    for (const auto& [id, nodes] : claims) {
        if (nodes.size() != 1 || known_nodes_.contains(id)) continue;
        known_nodes_.emplace(id, nodes.front());
        directory_[nodes.front()].known = find_known(id);
    }
}

/// Records without an id of their own: they attach to whomever their name means, else they make a
/// new entity, whose aliases then count for everybody else. That a name was once kept apart from an
/// equal one of another kind is not undone here: only what is declared by id, and aliases, count.
void Resolver::declare_by_name() {
    ByName with_aliases;
    ByName without;
    for (std::uint32_t i = 0; i < intake_.declarations.size(); ++i) {
        const EntityRecord& record = intake_.declarations[i].record;
        if (!intake_.declarations[i].by_name()) continue;
        const Reference named{.text = record.name, .kind = record.kind, .as = {}};
        std::uint32_t mention =
            intake_.mention(named, 0, record.position, intake_.find_place(named, 0));
        if (!record.source.empty()) mention = intake_.mention_in(mention, record.source);
        (record.aliases.empty() ? without : with_aliases).emplace_back(i, mention);
        if (!record.id.empty()) provisional_ids_.emplace(record.id, mention);
    }
    out_.node_of.resize(intake_.mentions.size(), no_node);
    out_.rule.resize(intake_.mentions.size());
    settled_only_ = true;
    attach(with_aliases);
    attach(without);
    settled_only_ = false;
}

void Resolver::attach(const ByName& records) {
    std::vector<std::uint32_t> people;
    std::vector<std::uint32_t> others;
    for (const auto& [declaration, at] : records) {
        if (out_.node_of[at] != no_node) continue;
        const Mention& mention = intake_.mentions[at];
        const std::string_view id = intake_.declarations[declaration].record.id;
        const bool judged = !id.empty() && !judgements_.same_as(std::string(id)).empty();
        const Answer answer =
            judged ? Answer{node_for_id(id), "identity judgement"} : look_up(mention);
        const PersonName person = parse_person(mention.text);
        if (answer.found())
            settle(at, answer.node, answer.rule);
        else if (wanted(mention) == set_of(kind::official) && !person.bare() &&
                 !person.words.empty() && mention.source.empty())
            people.push_back(at);
        else
            others.push_back(at);
    }
    mint_people(people);
    for (const auto at : others) {
        const std::string_view kind = canonical_kind(intake_.mentions[at].kind);
        if (out_.node_of[at] == no_node)
            mint(at, kind.empty() ? vocabulary_.kind(kind::entity).name : kind);
    }
    for (const auto& [declaration, at] : records) {
        const NodeIndex node = out_.node_of[at];
        directory_[node].declarations.push_back(declaration);
        index_names(intake_.declarations[declaration], node);
    }
}

} // namespace entente::identity
