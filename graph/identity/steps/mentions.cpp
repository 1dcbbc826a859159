// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/steps/mentions.hpp"

#include <bit>
#include <utility>

#include "graph/identity/steps/lookup.hpp"
#include "graph/identity/steps/reports.hpp"

namespace entente::identity {

namespace {

struct Unsettled {
    std::uint32_t mention;
    Answer answer;
};

void mint_others(const std::vector<Unsettled>& others, Findings& findings, Minting& minting) {
    for (const auto& [at, answer] : others) {
        const Mention& mention = findings.intake.mentions[at];
        minting.mint(at, mention.kind.empty() ? findings.kinds.name(kind::official)
                                              : findings.kinds.canonical(mention.kind));
        report_new(findings, mention, answer, findings.node_of[at]);
    }
}

/// From now on the text of a mention means its node.
void index_mention(std::uint32_t at, Findings& findings) {
    findings.directory.index_name(findings.intake.mentions[at].text, findings.node_of[at],
                                  Directory::NameOf::mention);
}

} // namespace

Waiting resolve_hinted(Findings& findings, Minting& minting) {
    Waiting waiting(findings.intake.mentions.size());
    Lookup lookup(findings);
    std::vector<std::uint32_t> people;
    std::vector<Unsettled> others;
    for (const std::uint32_t at : findings.open_mentions()) {
        const Mention& mention = findings.intake.mentions[at];
        if (mention.kind.empty() && !findings.is_person(mention)) continue;
        Answer answer = lookup.by_input(mention);
        if (!answer.found() && !answer.ambiguous()) answer = lookup.look_further(mention);
        if (answer.found())
            findings.settle(at, answer.node, answer.rule);
        else if (answer.ambiguous() || !findings.is_person(mention))
            others.push_back({at, std::move(answer)});
        else if (findings.people.of(mention.text).full())
            people.push_back(at);
        else
            waiting[at] = true;
    }
    minting.mint_people(people);
    mint_others(others, findings, minting);
    for (const std::uint32_t at : people)
        index_mention(at, findings);
    for (const Unsettled& other : others)
        index_mention(other.mention, findings);
    return waiting;
}

namespace {

bool is_one_kind(KindSet kinds) {
    return std::has_single_bit(kinds);
}

/// A single word that nothing else explains, where a person may be meant: "Hamada said".
bool may_be_surname(const Mention& mention, const Answer& answer, Findings& findings) {
    return mention.kind.empty() && answer.candidates.empty() && answer.known.empty() &&
           findings.kinds.may_be_person(mention) && findings.people.of(mention.text).bare();
}

} // namespace

void resolve_unhinted(Findings& findings, Minting& minting, Waiting& waiting) {
    Lookup lookup(findings);
    for (const bool single : {true, false}) {
        std::vector<std::uint32_t> minted;
        for (const std::uint32_t at : findings.open_mentions()) {
            const Mention& mention = findings.intake.mentions[at];
            const KindSet kinds = findings.kinds.wanted(mention);
            if (is_one_kind(kinds) != single || waiting[at]) continue;
            const Answer answer = lookup.look_up(mention);
            if (answer.found()) {
                findings.settle(at, answer.node, answer.rule);
                continue;
            }
            if (may_be_surname(mention, answer, findings)) {
                waiting[at] = true;
                continue;
            }
            minting.mint(at, single ? static_cast<KindId>(std::countr_zero(kinds))
                                    : static_cast<KindId>(kind::entity));
            report_new(findings, mention, answer, findings.node_of[at]);
            minted.push_back(at);
        }
        for (const std::uint32_t at : minted)
            index_mention(at, findings);
    }
}

} // namespace entente::identity
