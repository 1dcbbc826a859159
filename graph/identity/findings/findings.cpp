// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/findings/findings.hpp"

#include "graph/identity/findings/naming.hpp"
#include "graph/identity/folding/fold.hpp"

namespace entente::identity {

Findings::Findings(Intake& read, const Vocabulary& vocabulary, Diagnostics& told)
    : intake(read),
      diagnostics(told),
      kinds(vocabulary, *read.strings),
      directory(vocabulary, people),
      judgements(
          read.judgements, [this](std::string_view text) { return kinds.key(text); }, told) {}

NodeIndex Findings::node_for_id(std::string_view id) {
    if (const NodeIndex known = directory.find_id(id); known != no_node) return known;
    Node node;
    node.id = id;
    node.known = find_known(id);
    const auto slash = id.find('/');
    node.kind = node.known ? node.known->kind : kinds.canonical(id.substr(0, slash));
    node.name = node.known ? node.known->name : id.substr(slash + 1);
    const NodeIndex index = directory.add(node);
    directory.index_id(directory[index].id, index);
    if (node.known) known_nodes.emplace(node.known->id, index);
    return index;
}

NodeIndex Findings::node_of_known(const KnownEntity& known) {
    const auto at = known_nodes.find(known.id);
    return at != known_nodes.end() ? at->second : node_for_id(known.id);
}

void Findings::make_room() {
    node_of.resize(intake.mentions.size(), no_node);
    rule.resize(intake.mentions.size());
}

void Findings::settle(std::uint32_t mention, NodeIndex at, std::string_view by_rule) {
    node_of[mention] = at;
    rule[mention] = by_rule;
    // An id that nothing declares is called as the sources call it.
    Node& node = directory[at];
    if (node.provisional || node.known || !node.declarations.empty() ||
        (by_rule != "declared name" && by_rule != "name of a person"))
        return;
    const std::string_view name = shown_name(node.kind, intake.mentions[mention].text);
    const bool unnamed = node.id.substr(node.id.find('/') + 1) == node.name;
    node.name = unnamed ? name : better_name(node.name, name);
}

std::string_view Findings::shown_name(std::string_view kind, std::string_view text) {
    return kind == kinds.name(kind::official) ? without_titles(text, people) : text;
}

bool Findings::is_person(const Mention& mention) {
    if (kinds.wants_person(mention)) return true;
    if (!mention.kind.empty() || !kinds.may_be_person(mention)) return false;
    const PersonName& person = people.of(mention.text);
    return !person.title.empty() && !person.words.empty();
}

bool Findings::kept_apart(const Mention& mention, NodeIndex node) {
    if (judgements.empty()) return false;
    const std::string written = kinds.key(mention.text);
    const Node& other = directory[node];
    return judgements.different(written, std::string(other.id)) ||
           (!other.name.empty() && judgements.different(written, fold_name(other.name)));
}

std::vector<std::uint32_t> Findings::open_mentions() const {
    std::vector<std::uint32_t> open;
    for (std::uint32_t at = 0; at < intake.mentions.size(); ++at)
        if (node_of[at] == no_node) open.push_back(at);
    return open;
}

} // namespace entente::identity
