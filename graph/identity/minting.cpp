// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <map>
#include <set>

#include "graph/identity/folding/fold.hpp"
#include "graph/identity/naming.hpp"
#include "graph/identity/resolution.hpp"

namespace entente::identity {

void Resolver::settle(std::uint32_t mention, NodeIndex at, std::string_view rule) {
    out_.node_of[mention] = at;
    out_.rule[mention] = rule;
    // An id that nothing declares is called as the sources call it.
    Node& node = directory_[at];
    if (node.provisional || node.known || !node.declarations.empty() ||
        (rule != "declared name" && rule != "name of a person"))
        return;
    const std::string_view name = shown_name(node.kind, intake_.mentions[mention].text);
    const bool unnamed = node.id.substr(node.id.find('/') + 1) == node.name;
    node.name = unnamed ? name : better_name(node.name, name);
}

std::string_view Resolver::shown_name(std::string_view kind, std::string_view text) const {
    return kind == vocabulary_.kind(kind::official).name ? without_titles(text) : text;
}

void Resolver::wait_for_source(std::uint32_t mention) {
    is_surname_[mention] = true;
}

void Resolver::mint(std::uint32_t at, std::string_view kind) {
    const Mention& mention = intake_.mentions[at];
    const std::string_view name = shown_name(kind, mention.text);
    std::string folded = fold_name(name);
    if (const auto linked = judgements_.same_as(folded); !linked.empty()) folded = linked.front();
    if (!mention.source.empty()) folded.append(1, '\0').append(mention.source);
    const auto found = minted_.find({kind, folded});
    if (found != minted_.end()) {
        Node& node = directory_[found->second];
        node.name = better_name(node.name, name);
        return settle(at, found->second, "same name elsewhere");
    }
    Node node;
    node.kind = kind;
    node.name = name;
    node.source = mention.source;
    node.provisional = true;
    const NodeIndex index = directory_.add(node);
    minted_.emplace(std::pair(kind, std::move(folded)), index);
    settle(at, index, "new name");
}

/// People of whom nothing is declared: mentions with the same full name are one person, unless
/// their initials tell several apart; then none of them is joined to another.
void Resolver::mint_people(const std::vector<std::uint32_t>& mentions) {
    std::map<std::string, std::vector<std::uint32_t>> groups;
    std::vector<PersonName> names(intake_.mentions.size());
    for (const std::uint32_t at : mentions) {
        names[at] = parse_person(intake_.mentions[at].text);
        groups[full_name_key(names[at])].push_back(at);
    }
    for (const auto& [key, group] : groups) {
        bool one = true;
        for (const auto a : group)
            for (const auto b : group)
                one = one && compare(names[a], names[b]) == PersonMatch::same;
        const auto length_first = [&](std::uint32_t at) {
            return std::pair(intake_.mentions[at].text.size(), intake_.mentions[at].text);
        };
        const auto first = std::min_element(group.begin(), group.end(), [&](auto a, auto b) {
            return length_first(a) < length_first(b);
        });
        if (!one) {
            for (const auto at : group)
                mint(at, vocabulary_.kind(kind::official).name);
            continue;
        }
        mint(*first, vocabulary_.kind(kind::official).name);
        for (const auto at : group)
            if (at != *first) settle(at, out_.node_of[*first], "name of a person");
    }
}

void Resolver::report(const Mention& mention, const Answer& answer, NodeIndex own) {
    std::set<std::string> candidates;
    for (const NodeIndex node : answer.candidates)
        candidates.insert(directory_[node].id.empty() ? std::string(directory_[node].name)
                                                      : std::string(directory_[node].id));
    for (const KnownEntity* known : answer.known)
        candidates.insert(std::string(known->id));
    const std::string written = "'" + std::string(mention.text) + "'";
    const std::string json = "\"" + std::string(mention.text) + "\"";
    if (candidates.size() > 1) {
        diagnostics_.report(Code::ambiguous, mention.first,
                            written + " may mean " + join(candidates, " or ") +
                                "; it is kept apart. Write the id, or add {\"same\": [\"" +
                                *candidates.begin() + "\", \"" + std::string(mention.text) +
                                "\"]}");
    } else if (candidates.size() == 1) {
        diagnostics_.report(Code::unresolved, mention.first,
                            written + " is not sure to mean " + *candidates.begin() +
                                "; it is kept apart. If it does, add {\"same\": [\"" +
                                *candidates.begin() + "\", \"" + std::string(mention.text) +
                                "\"]}");
    } else if (directory_.is_kind(directory_[own], kind::nation)) {
        diagnostics_.report(Code::unresolved, mention.first,
                            "no nation is known as " + written + "; it is kept under that name");
    } else if (directory_.is_kind(directory_[own], kind::entity)) {
        diagnostics_.report(
            Code::unresolved, mention.first,
            "nothing tells what " + written +
                " is. Declare it with {\"entity\": ..., \"kind\": ..., \"name\": " + json + "}");
    }
}

} // namespace entente::identity
