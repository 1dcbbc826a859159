// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/directory.hpp"

#include <algorithm>

#include "graph/identity/fold.hpp"

namespace entente::identity {

NodeIndex Directory::add(Node node) {
    nodes_.push_back(std::move(node));
    return static_cast<NodeIndex>(nodes_.size() - 1);
}

NodeIndex Directory::find_id(std::string_view id) const {
    const auto at = by_id_.find(id);
    return at == by_id_.end() ? no_node : at->second;
}

KindSet Directory::kind_set(const Node& node) const {
    const KindId id = vocabulary_.find_kind(node.kind);
    return id == Vocabulary::none ? 0 : set_of(id);
}

void Directory::index_name(std::string_view name, NodeIndex node, NameOf what) {
    auto& entries = by_name_[fold_name(name)];
    const auto known = std::find_if(entries.begin(), entries.end(),
                                    [&](const NameEntry& entry) { return entry.node == node; });
    if (known == entries.end())
        entries.push_back({node, what});
    else
        known->what = std::min(known->what, what);
    if (!is_kind(nodes_[node], kind::official)) return;
    PersonName person = parse_person(name);
    if (person.bare() || person.words.empty()) return;
    by_person_[full_name_key(person)].push_back({node, person});
    names_of_[node].push_back(std::move(person));
}

const std::vector<Directory::NameEntry>& Directory::find_name(const std::string& folded) const {
    static const std::vector<NameEntry> nobody;
    const auto at = by_name_.find(folded);
    return at == by_name_.end() ? nobody : at->second;
}

const std::vector<Directory::PersonEntry>& Directory::find_person(const std::string& key) const {
    static const std::vector<PersonEntry> nobody;
    const auto at = by_person_.find(key);
    return key.empty() || at == by_person_.end() ? nobody : at->second;
}

const std::vector<PersonName>& Directory::person_names(NodeIndex node) const {
    static const std::vector<PersonName> none;
    const auto at = names_of_.find(node);
    return at == names_of_.end() ? none : at->second;
}

} // namespace entente::identity
