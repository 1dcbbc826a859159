// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/resolver.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>
#include <tuple>

#include "graph/identity/folding/fold.hpp"
#include "graph/identity/naming.hpp"
#include "graph/identity/resolution.hpp"

namespace entente::identity {

std::vector<std::uint32_t> Resolver::open_mentions() const {
    std::vector<std::uint32_t> open;
    for (std::uint32_t at = 0; at < intake_.mentions.size(); ++at)
        if (out_.node_of[at] == no_node) open.push_back(at);
    return open;
}

void Resolver::resolve_hinted() {
    is_surname_.resize(intake_.mentions.size());
    std::vector<std::uint32_t> people;
    std::vector<std::pair<std::uint32_t, Answer>> others;
    for (const std::uint32_t at : open_mentions()) {
        const Mention& mention = intake_.mentions[at];
        if (mention.kind.empty() && !is_person(mention, parse_person(mention.text))) continue;
        Answer answer = by_input(mention);
        if (answer.found()) {
            settle(at, answer.node, answer.rule);
            continue;
        }
        const PersonName person = parse_person(mention.text);
        if (!answer.ambiguous()) answer = look_further(mention, person);
        const bool official = is_person(mention, person);
        if (answer.found())
            settle(at, answer.node, answer.rule);
        else if (!official || answer.ambiguous())
            others.emplace_back(at, std::move(answer));
        else if (person.bare() || person.words.empty())
            wait_for_source(at);
        else
            people.push_back(at);
    }
    mint_people(people);
    for (const auto& [at, answer] : others) {
        const Mention mention = intake_.mentions[at];
        mint(at, mention.kind.empty() ? vocabulary_.kind(kind::official).name
                                      : canonical_kind(mention.kind));
        report(mention, answer, out_.node_of[at]);
    }
    for (const auto at : people)
        directory_.index_name(intake_.mentions[at].text, out_.node_of[at], NameOf::mention);
    for (const auto& [at, answer] : others)
        directory_.index_name(intake_.mentions[at].text, out_.node_of[at], NameOf::mention);
}

/// First those whose role leaves one kind only, then the others, which may find the name there.
void Resolver::resolve_unhinted() {
    for (const bool single : {true, false}) {
        std::vector<std::uint32_t> minted;
        for (const std::uint32_t at : open_mentions()) {
            const Mention mention = intake_.mentions[at];
            const KindSet kinds = wanted(mention);
            const bool one_kind = kinds != 0 && (kinds & (kinds - 1)) == 0;
            if (one_kind != single) continue;
            if (is_surname_[at]) continue;
            const Answer answer = look_up(mention);
            if (answer.found()) {
                settle(at, answer.node, answer.rule);
                continue;
            }
            if (may_be_surname(mention, answer)) {
                wait_for_source(at);
                continue;
            }
            const auto kind = one_kind ? static_cast<KindId>(std::countr_zero(kinds))
                                       : static_cast<KindId>(kind::entity);
            mint(at, vocabulary_.kind(kind).name);
            report(mention, answer, out_.node_of[at]);
            minted.push_back(at);
        }
        for (const auto at : minted)
            directory_.index_name(intake_.mentions[at].text, out_.node_of[at], NameOf::mention);
    }
}

/// A single word that nothing else explains, where a person may be meant: "Hamada said".
bool Resolver::may_be_surname(const Mention& mention, const Answer& answer) const {
    const KindSet kinds = wanted(mention);
    return mention.kind.empty() && answer.candidates.empty() && answer.known.empty() &&
           (kinds == 0 || (kinds & set_of(kind::official))) && parse_person(mention.text).bare();
}

namespace {

std::array<std::uint32_t*, 3> slots(Intake& intake, ClaimLedger::Row& row) {
    static std::uint32_t nobody;
    nobody = no_index;
    return {&row.subject, &row.object,
            row.detail == no_index ? &nobody : &intake.details[row.detail].stated_by};
}

} // namespace

/// The officials whom each source of `sources` calls by a name that is settled.
Resolver::OfficialsBySource Resolver::officials_of(const std::set<std::uint32_t>& sources) {
    OfficialsBySource officials;
    if (sources.empty()) return officials;
    intake_.rows.for_each([&](ClaimLedger::Row& row) {
        if (!sources.contains(row.source)) return;
        for (const std::uint32_t* slot : slots(intake_, row)) {
            const NodeIndex node = *slot == no_index ? no_node : out_.node_of[*slot];
            if (node != no_node && directory_.is_kind(directory_[node], kind::official))
                officials[row.source].insert(node);
        }
    });
    return officials;
}

/// A bare surname means the one official of that name whom its own source calls by the full name;
/// if there is none, or more than one, it is somebody of that source.
void Resolver::resolve_surnames() {
    std::set<std::pair<std::uint32_t, std::uint32_t>> asked; // source, mention
    std::set<std::uint32_t> sources;
    const auto waits = [&](std::uint32_t mention) {
        return mention != no_index && mention < is_surname_.size() && is_surname_[mention];
    };
    if (std::find(is_surname_.begin(), is_surname_.end(), true) == is_surname_.end()) return;
    const SourceTable& table = sources_();
    intake_.rows.for_each([&](ClaimLedger::Row& row) {
        for (const std::uint32_t* slot : slots(intake_, row))
            if (waits(*slot)) {
                asked.emplace(row.source, *slot);
                sources.insert(row.source);
            }
    });
    const OfficialsBySource officials = officials_of(sources);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> scoped;
    for (const auto& [source, at] : asked) {
        const std::uint32_t own =
            intake_.mention_in(at, source == no_index ? std::string_view() : table.id(source));
        out_.node_of.resize(intake_.mentions.size(), no_node);
        out_.rule.resize(intake_.mentions.size());
        const auto known = officials.find(source);
        if (settle_surname(own, known == officials.end() ? std::set<NodeIndex>() : known->second))
            scoped[{source, at}] = own;
    }
    intake_.rows.for_each([&](ClaimLedger::Row& row) {
        for (std::uint32_t* slot : slots(intake_, row)) {
            if (!waits(*slot)) continue;
            const auto own = scoped.find({row.source, *slot});
            if (own != scoped.end())
                *slot = own->second;
            else if (out_.node_of[*slot] == no_node)
                settle_as_unknown(*slot);
        }
    });
}

/// False if the mention may as well be no person at all.
bool Resolver::settle_surname(std::uint32_t at, const std::set<NodeIndex>& officials) {
    if (out_.node_of[at] != no_node) return true;
    const Mention mention = intake_.mentions[at];
    const PersonName person = parse_person(mention.text);
    const auto judged = scoped_ids_.find({mention.source, person_slug(person)});
    if (judged != scoped_ids_.end()) {
        settle(at, judged->second, "id");
        return true;
    }
    Answer answer;
    for (const NodeIndex node : officials)
        if (!kept_apart(mention, node) && has_surname(directory_.person_names(node), person))
            answer.candidates.push_back(node);
    if (answer.candidates.size() == 1) {
        settle(at, answer.candidates.front(), "surname within its source");
        return true;
    }
    if (!is_person(mention, person)) return false;
    mint(at, vocabulary_.kind(kind::official).name);
    report(mention, answer, out_.node_of[at]);
    if (answer.candidates.empty())
        diagnostics_.report(Code::unresolved, mention.first,
                            "'" + std::string(mention.text) +
                                "' names nobody whom its source calls by a full name; it is kept "
                                "as a person of that source");
    return true;
}

void Resolver::settle_as_unknown(std::uint32_t at) {
    const Mention mention = intake_.mentions[at];
    mint(at, vocabulary_.kind(kind::entity).name);
    if (out_.rule[at] == "new name") report(mention, {}, out_.node_of[at]);
}

void Resolver::find_needed_nodes() {
    out_.needed.resize(out_.nodes.size());
    for (std::size_t i = 0; i < out_.nodes.size(); ++i)
        out_.needed[i] = !out_.nodes[i].declarations.empty();
    std::vector<bool> used(intake_.mentions.size());
    intake_.rows.for_each([&](const ClaimLedger::Row& row) {
        used[row.subject] = used[row.object] = true;
        if (row.detail != no_index && intake_.details[row.detail].stated_by != no_index)
            used[intake_.details[row.detail].stated_by] = true;
    });
    for (std::uint32_t mention = 0; mention < used.size(); ++mention)
        if (used[mention]) out_.needed[out_.node_of[mention]] = true;
}

/// Of the ways to call somebody whom only mentions make known, one is the new name: the shortest,
/// then the first by all its words. The others are the same name elsewhere, or of a person another
/// form of it. So what is told of them does not depend on the order of the input.
void Resolver::name_firsts() {
    constexpr std::string_view fresh = "new name", again = "same name elsewhere",
                               person = "name of a person";
    const auto rank = [this](std::uint32_t at) {
        const Mention& m = intake_.mentions[at];
        return std::tuple(m.text.size(), m.text, m.kind, m.as, m.source, m.expected);
    };
    std::map<NodeIndex, std::uint32_t> best;
    for (std::uint32_t at = 0; at < intake_.mentions.size(); ++at)
        if (out_.rule[at] == fresh) best.emplace(out_.node_of[at], at);
    if (best.empty()) return;
    const auto each = [&](auto f) {
        for (std::uint32_t at = 0; at < intake_.mentions.size(); ++at) {
            const std::string_view rule = out_.rule[at];
            if (rule != fresh && rule != again && rule != person) continue;
            if (const auto known = best.find(out_.node_of[at]); known != best.end())
                f(at, known->second);
        }
    };
    each([&](std::uint32_t at, std::uint32_t& first) {
        if (rank(at) < rank(first)) first = at;
    });
    each([&](std::uint32_t at, std::uint32_t first) {
        const bool same =
            fold_name(intake_.mentions[at].text) == fold_name(intake_.mentions[first].text);
        out_.rule[at] = at == first ? fresh : same ? again : person;
    });
}

Resolved Resolver::run() {
    declare_ids();
    join_judged_ids();
    find_undeclared_ids();
    index_declared_names();
    recognise_declared_nations();
    declare_by_name();
    resolve_hinted();
    resolve_unhinted();
    resolve_surnames();
    name_firsts();
    out_.nodes = directory_.take();
    find_needed_nodes();
    name_nodes(out_.nodes, out_.needed, *intake_.strings);
    return std::move(out_);
}

Resolved resolve(Intake& intake, const std::function<const SourceTable&()>& sources,
                 const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    return Resolver(intake, sources, vocabulary, diagnostics).run();
}

} // namespace entente::identity
