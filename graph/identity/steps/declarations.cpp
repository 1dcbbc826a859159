// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/steps/declarations.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/identity/steps/lookup.hpp"
#include "graph/identity/steps/reports.hpp"

namespace entente::identity {

using NameOf = Directory::NameOf;

void declare_ids(Findings& findings) {
    const auto& declarations = findings.intake.declarations;
    findings.directory.reserve(declarations.size());
    for (std::uint32_t i = 0; i < declarations.size(); ++i) {
        if (declarations[i].by_name()) continue;
        const NodeIndex index = findings.node_for_id(declarations[i].record.id);
        findings.directory[index].declarations.push_back(i);
    }
}

namespace {

NodeIndex best_of(const std::vector<NodeIndex>& nodes, Directory& directory) {
    const auto rank = [&](NodeIndex at) {
        const Node& node = directory[at];
        const bool of_one_source = node.id.find('@') != std::string_view::npos;
        return std::tuple(node.known == nullptr, node.declarations.empty(), of_one_source, node.id);
    };
    return *std::min_element(nodes.begin(), nodes.end(),
                             [&](auto a, auto b) { return rank(a) < rank(b); });
}

void join_to(NodeIndex winner, NodeIndex other, Findings& findings) {
    Directory& directory = findings.directory;
    auto& moved = directory[other].declarations;
    auto& all = directory[winner].declarations;
    all.insert(all.end(), moved.begin(), moved.end());
    moved.clear();
    directory.redirect(directory[other].id, winner);
    findings.diagnostics.report(Code::merged, {},
                                "'" + std::string(directory[other].id) + "' is taken for '" +
                                    std::string(directory[winner].id) + "': identity judgement");
}

} // namespace

void join_judged_ids(Findings& findings) {
    for (const auto& members : findings.judgements.classes()) {
        std::vector<NodeIndex> nodes;
        for (const std::string& member : members)
            if (findings.kinds.is_id(member))
                nodes.push_back(findings.node_for_id(findings.intake.strings->keep(member)));
        if (nodes.size() < 2) continue;
        const NodeIndex winner = best_of(nodes, findings.directory);
        for (const NodeIndex other : nodes)
            if (other != winner) join_to(winner, other, findings);
    }
}

namespace {

void make_mentioned_ids(Findings& findings) {
    std::set<std::string_view> provisional;
    findings.intake.declarations.for_each([&](const Declaration& declaration) {
        if (declaration.by_name()) provisional.insert(declaration.record.id);
    });
    findings.intake.mentions.for_each([&](const Mention& mention) {
        if (!findings.kinds.is_id(mention.text) || provisional.contains(mention.text) ||
            findings.directory.find_id(mention.text) != no_node)
            return;
        if (findings.directory[findings.node_for_id(mention.text)].known) return;
        const std::string id(mention.text);
        findings.diagnostics.report(Code::unknown_id, mention.first,
                                    "nothing declares '" + id +
                                        "'; it is kept under its id. Declare it with {\"entity\": "
                                        "\"" +
                                        id + "\", \"name\": ...}");
    });
}

} // namespace

ScopedIds find_undeclared_ids(Findings& findings) {
    make_mentioned_ids(findings);
    ScopedIds scoped;
    Directory& directory = findings.directory;
    for (NodeIndex index = 0; index < directory.size(); ++index) {
        const Node& node = directory[index];
        if (!node.declarations.empty() || node.known) continue;
        const NodeIndex meant = directory.find_id(node.id);
        std::string name(node.name);
        const auto at = name.find('@');
        if (at != std::string::npos) {
            scoped[{node.name.substr(at + 1), name.substr(0, at)}] = meant;
        } else {
            std::replace(name.begin(), name.end(), '-', ' ');
            directory.index_name(name, meant, NameOf::name);
        }
    }
    return scoped;
}

namespace {

/// The kind that an id was declared with; its own prefix decides where records differ.
void settle_kind(Node& node, Findings& findings) {
    const auto kind_of = [&](std::uint32_t declaration) {
        return findings.kinds.canonical(findings.intake.declarations[declaration].record.kind);
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
        findings.diagnostics.report(
            Code::conflicting_kind,
            findings.intake.declarations[node.declarations.front()].record.position,
            "'" + std::string(node.id) + "' is declared as " + join(kinds, " and as ") +
                "; it is taken as " + std::string(node.kind));
}

void index_names(const Declaration& declaration, NodeIndex node, Directory& directory) {
    const EntityRecord& record = declaration.record;
    const auto index = [&](std::string_view name, std::size_t at, NameOf what) {
        if (!name.empty()) directory.index_name(name, declaration.folded[at], node, what);
    };
    index(record.name, 0, NameOf::name);
    for (std::size_t i = 0; i < record.aliases.size(); ++i)
        index(record.aliases[i].name, i + 1, NameOf::alias);
}

} // namespace

void index_declared_names(Findings& findings) {
    Directory& directory = findings.directory;
    for (NodeIndex index = 0; index < directory.size(); ++index) {
        settle_kind(directory[index], findings);
        for (const std::uint32_t at : directory[index].declarations)
            index_names(findings.intake.declarations[at], index, directory);
    }
}

namespace {

/// What the gazetteer knows by the names that a node was declared with, of the node's kind.
std::set<std::string_view> known_as(const Node& node, const Intake& intake) {
    std::set<std::string_view> meant;
    for (const std::uint32_t at : node.declarations)
        for (const NameMatch& match : find_name(intake.declarations[at].record.name))
            if (match.entity->kind == node.kind && match.rule != NameRule::demonym &&
                match.rule != NameRule::metonym)
                meant.insert(match.entity->id);
    return meant;
}

} // namespace

void recognise_declared_nations(Findings& findings) {
    Directory& directory = findings.directory;
    std::set<std::string_view> known_kinds;
    for (const KnownEntity& known : known_entities())
        known_kinds.insert(known.kind);
    std::map<std::string_view, std::vector<NodeIndex>> claims;
    for (NodeIndex index = 0; index < directory.size(); ++index) {
        const Node& node = directory[index];
        if (node.known || node.declarations.empty() || !known_kinds.contains(node.kind)) continue;
        const auto meant = known_as(node, findings.intake);
        if (meant.size() == 1) claims[*meant.begin()].push_back(index);
    }
    for (const auto& [id, nodes] : claims) {
        if (nodes.size() != 1 || findings.known_nodes.contains(id)) continue;
        findings.known_nodes.emplace(id, nodes.front());
        directory[nodes.front()].known = find_known(id);
    }
}

namespace {

struct ByName {
    std::uint32_t declaration;
    std::uint32_t mention;
};

void settle_all(const std::vector<ByName>& records, Findings& findings, Minting& minting) {
    Lookup lookup(findings, Lookup::Among::settled);
    std::vector<std::uint32_t> people;
    std::vector<std::uint32_t> others;
    for (const auto& [declaration, at] : records) {
        if (findings.node_of[at] != no_node) continue;
        const Mention& mention = findings.intake.mentions[at];
        const std::string_view id = findings.intake.declarations[declaration].record.id;
        const bool judged = !id.empty() && !findings.judgements.same_as(std::string(id)).empty();
        const Answer answer = judged ? Answer{findings.node_for_id(id), "identity judgement"}
                                     : lookup.look_up(mention);
        if (answer.found())
            findings.settle(at, answer.node, answer.rule);
        else if (findings.kinds.wants_person(mention) && mention.source.empty() &&
                 findings.people.of(mention.text).full())
            people.push_back(at);
        else
            others.push_back(at);
    }
    minting.mint_people(people);
    for (const auto at : others) {
        if (findings.node_of[at] != no_node) continue;
        const auto kind = findings.kinds.canonical(findings.intake.mentions[at].kind);
        minting.mint(at, kind.empty() ? findings.kinds.name(kind::entity) : kind);
    }
}

void attach(const std::vector<ByName>& records, Findings& findings, Minting& minting) {
    settle_all(records, findings, minting);
    for (const auto& [declaration, at] : records) {
        const NodeIndex node = findings.node_of[at];
        findings.directory[node].declarations.push_back(declaration);
        index_names(findings.intake.declarations[declaration], node, findings.directory);
    }
}

} // namespace

void declare_by_name(Findings& findings, Minting& minting) {
    Intake& intake = findings.intake;
    std::vector<ByName> with_aliases;
    std::vector<ByName> without;
    for (std::uint32_t i = 0; i < intake.declarations.size(); ++i) {
        const EntityRecord& record = intake.declarations[i].record;
        if (!intake.declarations[i].by_name()) continue;
        const Reference named{.text = record.name, .kind = record.kind, .as = {}};
        std::uint32_t mention =
            intake.mention(named, 0, record.position, intake.find_place(named, 0));
        if (!record.source.empty()) mention = intake.mention_in(mention, record.source);
        (record.aliases.empty() ? without : with_aliases).push_back({i, mention});
        if (!record.id.empty()) findings.provisional_ids.emplace(record.id, mention);
    }
    findings.make_room();
    attach(with_aliases, findings, minting);
    attach(without, findings, minting);
}

} // namespace entente::identity
