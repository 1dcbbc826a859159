// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/resolver.hpp"

#include <map>
#include <tuple>
#include <utility>

#include "graph/identity/findings/findings.hpp"
#include "graph/identity/findings/naming.hpp"
#include "graph/identity/folding/fold.hpp"
#include "graph/identity/steps/declarations.hpp"
#include "graph/identity/steps/mentions.hpp"
#include "graph/identity/steps/minting.hpp"
#include "graph/identity/steps/surnames.hpp"

namespace entente::identity {

namespace {

/// Of the ways to call somebody whom only mentions make known, one is the new name: the shortest,
/// then the first by all its words. The others are the same name elsewhere, or of a person another
/// form of it. So what is told of them does not depend on the order of the input.
void name_firsts(Findings& findings) {
    constexpr std::string_view fresh = "new name", again = "same name elsewhere",
                               person = "name of a person";
    const auto& mentions = findings.intake.mentions;
    const auto rank = [&](std::uint32_t at) {
        const Mention& m = mentions[at];
        return std::tuple(m.text.size(), m.text, m.kind, m.as, m.source, m.expected);
    };
    std::map<NodeIndex, std::uint32_t> best;
    for (std::uint32_t at = 0; at < mentions.size(); ++at)
        if (findings.rule[at] == fresh) best.emplace(findings.node_of[at], at);
    if (best.empty()) return;
    const auto each = [&](auto f) {
        for (std::uint32_t at = 0; at < mentions.size(); ++at) {
            const std::string_view rule = findings.rule[at];
            if (rule != fresh && rule != again && rule != person) continue;
            if (const auto known = best.find(findings.node_of[at]); known != best.end())
                f(at, known->second);
        }
    };
    each([&](std::uint32_t at, std::uint32_t& first) {
        if (rank(at) < rank(first)) first = at;
    });
    each([&](std::uint32_t at, std::uint32_t first) {
        const bool same = fold_name(mentions[at].text) == fold_name(mentions[first].text);
        findings.rule[at] = at == first ? fresh : same ? again : person;
    });
}

/// By node: some record or claim is about it.
std::vector<bool> needed_nodes(const std::vector<Node>& nodes, Findings& findings) {
    std::vector<bool> needed(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        needed[i] = !nodes[i].declarations.empty();
    std::vector<bool> used(findings.intake.mentions.size());
    findings.intake.rows.for_each([&](const ClaimLedger::Row& row) {
        each_mention(findings.intake, row, [&](std::uint32_t mention) { used[mention] = true; });
    });
    for (std::uint32_t mention = 0; mention < used.size(); ++mention)
        if (used[mention]) needed[findings.node_of[mention]] = true;
    return needed;
}

Resolved conclude(Findings& findings) {
    Resolved out;
    out.nodes = findings.directory.take();
    out.needed = needed_nodes(out.nodes, findings);
    name_nodes(out.nodes, out.needed, *findings.intake.strings, findings.people);
    out.node_of = std::move(findings.node_of);
    out.rule = std::move(findings.rule);
    return out;
}

} // namespace

Resolved resolve(Intake& intake, const std::function<const SourceTable&()>& sources,
                 const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    Findings findings(intake, vocabulary, diagnostics);
    Minting minting(findings);

    declare_ids(findings);
    join_judged_ids(findings);
    const ScopedIds scoped_ids = find_undeclared_ids(findings);
    index_declared_names(findings);
    recognise_declared_nations(findings);
    declare_by_name(findings, minting);

    Waiting waiting = resolve_hinted(findings, minting);
    resolve_unhinted(findings, minting, waiting);
    resolve_surnames(findings, minting, waiting, scoped_ids, sources);

    name_firsts(findings);
    return conclude(findings);
}

} // namespace entente::identity
