// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/findings/directory.hpp"

#include <algorithm>

#include "graph/identity/folding/fold.hpp"
#include "graph/memory/hash.hpp"
#include "graph/memory/quick_equal.hpp"

namespace entente::identity {

NodeIndex Directory::add(Node node) {
    nodes_.push_back(std::move(node));
    return static_cast<NodeIndex>(nodes_.size() - 1);
}

Directory::KeyRow& Directory::KeyIndex::add(std::string_view text, std::uint32_t row) {
    const std::uint32_t at = index_.find_or_insert(
        static_cast<std::uint32_t>(stable_hash(text)),
        [&](std::uint32_t known) { return quick_equal(rows_[known].text, text); },
        [&] {
            rows_.push_back({text, row});
            return static_cast<std::uint32_t>(rows_.size() - 1);
        });
    return rows_[at];
}

const std::uint32_t* Directory::KeyIndex::find(std::string_view text) const {
    const std::uint32_t at =
        index_.find(static_cast<std::uint32_t>(stable_hash(text)),
                    [&](std::uint32_t known) { return quick_equal(rows_[known].text, text); });
    return at == FlatIndex::none ? nullptr : &rows_[at].row;
}

void Directory::index_id(std::string_view id, NodeIndex node) {
    by_id_.add(id, node);
}

void Directory::redirect(std::string_view id, NodeIndex node) {
    by_id_.add(id, node).row = node;
}

NodeIndex Directory::find_id(std::string_view id) const {
    const std::uint32_t* const node = by_id_.find(id);
    return node == nullptr ? no_node : *node;
}

template <class Folded>
void Directory::index(std::string_view name, Folded folded, NodeIndex node, NameOf what) {
    KeyRow& written = by_written_.add(name, FlatIndex::none);
    if (written.row == FlatIndex::none) {
        written.text = texts_.keep(name);
        const auto& key = folded();
        KeyRow& known = by_name_.add(key, FlatIndex::none);
        if (known.row == FlatIndex::none) {
            known.text = texts_.keep(key);
            known.row = static_cast<std::uint32_t>(entries_.size());
            entries_.emplace_back();
        }
        written.row = known.row;
    }
    NameEntries& entries = entries_[written.row];
    const auto known = std::find_if(entries.begin(), entries.end(),
                                    [&](const NameEntry& entry) { return entry.node == node; });
    if (known == entries.end())
        entries.push_back({node, what});
    else
        known->what = std::min(known->what, what);
    if (is_kind(nodes_[node], kind::official)) unread_persons_.emplace_back(written.text, node);
}

void Directory::index_name(std::string_view name, std::string_view folded, NodeIndex node,
                           NameOf what) {
    index(
        name, [folded] { return folded; }, node, what);
}

void Directory::index_name(std::string_view name, NodeIndex node, NameOf what) {
    index(
        name, [name] { return fold_name(name); }, node, what);
}

const Directory::NameEntries& Directory::find_name(std::string_view folded) const {
    static const NameEntries nobody;
    const std::uint32_t* const row = by_name_.find(folded);
    return row == nullptr ? nobody : entries_[*row];
}

const Directory::NameEntries* Directory::find_written(std::string_view name) const {
    const std::uint32_t* const row = by_written_.find(name);
    return row == nullptr ? nullptr : &entries_[*row];
}

void Directory::index_persons() {
    for (const auto& [name, node] : unread_persons_) {
        const PersonName& person = people_.of(name);
        if (!person.full()) continue;
        by_person_[full_name_key(person)].push_back({node, &person});
        names_of_[node].push_back(&person);
    }
    unread_persons_.clear();
}

const std::vector<Directory::PersonEntry>& Directory::find_person(const std::string& key) {
    static const std::vector<PersonEntry> nobody;
    index_persons();
    const auto at = by_person_.find(key);
    return key.empty() || at == by_person_.end() ? nobody : at->second;
}

const std::vector<const PersonName*>& Directory::person_names(NodeIndex node) {
    static const std::vector<const PersonName*> none;
    index_persons();
    const auto at = names_of_.find(node);
    return at == names_of_.end() ? none : at->second;
}

} // namespace entente::identity
