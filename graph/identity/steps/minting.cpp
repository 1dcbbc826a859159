// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/steps/minting.hpp"

#include <algorithm>

#include "graph/identity/findings/naming.hpp"
#include "graph/identity/folding/fold.hpp"

namespace entente::identity {

void Minting::mint(std::uint32_t at, std::string_view kind) {
    const Mention& mention = findings_.intake.mentions[at];
    const std::string_view name = findings_.shown_name(kind, mention.text);
    std::string folded = fold_name(name);
    if (const auto linked = findings_.judgements.same_as(folded); !linked.empty())
        folded = linked.front();
    if (!mention.source.empty()) folded.append(1, '\0').append(mention.source);
    const auto found = minted_.find({kind, folded});
    if (found != minted_.end()) {
        Node& node = findings_.directory[found->second];
        node.name = better_name(node.name, name);
        return findings_.settle(at, found->second, "same name elsewhere");
    }
    Node node;
    node.kind = kind;
    node.name = name;
    node.source = mention.source;
    node.provisional = true;
    const NodeIndex index = findings_.directory.add(node);
    minted_.emplace(std::pair(kind, std::move(folded)), index);
    findings_.settle(at, index, "new name");
}

void Minting::mint_people(const std::vector<std::uint32_t>& mentions) {
    std::map<std::string, std::vector<Named>> groups;
    for (const std::uint32_t at : mentions) {
        const PersonName& name = findings_.people.of(findings_.intake.mentions[at].text);
        groups[full_name_key(name)].push_back({at, &name});
    }
    for (const auto& [key, group] : groups)
        mint_namesakes(group);
}

/// Mentions with the same full name are one person, unless their initials tell several apart; then
/// none of them is joined to another.
void Minting::mint_namesakes(const std::vector<Named>& group) {
    bool one = true;
    for (const Named& a : group)
        for (const Named& b : group)
            one = one && compare(*a.name, *b.name) == PersonMatch::same;
    if (!one) {
        for (const Named& each : group)
            mint(each.mention, kind::official);
        return;
    }
    const auto length_first = [&](const Named& named) {
        const std::string_view text = findings_.intake.mentions[named.mention].text;
        return std::pair(text.size(), text);
    };
    const std::uint32_t first =
        std::min_element(group.begin(), group.end(), [&](const Named& a, const Named& b) {
            return length_first(a) < length_first(b);
        })->mention;
    mint(first, kind::official);
    for (const Named& other : group)
        if (other.mention != first)
            findings_.settle(other.mention, findings_.node_of[first], "name of a person");
}

} // namespace entente::identity
