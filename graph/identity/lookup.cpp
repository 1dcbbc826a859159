// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "graph/identity/folding/fold.hpp"
#include "graph/identity/resolution.hpp"
#include "graph/memory/quick_equal.hpp"

namespace entente::identity {

bool Resolver::is_id(std::string_view text) const {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
    if (text.find(' ') != std::string_view::npos) return false;
    const std::string_view kind = text.substr(0, slash);
    const KindId known = vocabulary_.find_kind(kind);
    return known != Vocabulary::none && vocabulary_.kind(known).name == kind;
}

std::string Resolver::key(std::string_view text) const {
    return is_id(text) ? std::string(text) : fold_name(text);
}

KindId Resolver::kind_id(std::string_view kind) const {
    constexpr std::size_t most = 16;
    for (const auto& [name, id] : kinds_)
        if (quick_equal(name, kind)) return id;
    const KindId id = vocabulary_.find_kind(kind);
    if (kinds_.size() < most) kinds_.emplace_back(intake_.strings->keep(kind), id);
    return id;
}

std::string_view Resolver::canonical_kind(std::string_view kind) {
    if (kind.empty()) return {};
    const KindId known = kind_id(kind);
    if (known != Vocabulary::none) return vocabulary_.kind(known).name;
    return intake_.strings->keep(fold_term(kind));
}

KindSet Resolver::wanted(const Mention& mention) const {
    if (mention.kind.empty()) return mention.expected;
    const KindId known = kind_id(mention.kind);
    return known == Vocabulary::none ? 0 : set_of(known);
}

bool Resolver::kept_apart(const Mention& mention, NodeIndex node) {
    if (judgements_.empty()) return false;
    const std::string written = key(mention.text);
    return judgements_.different(written, std::string(directory_[node].id)) ||
           (!directory_[node].name.empty() &&
            judgements_.different(written, fold_name(directory_[node].name)));
}

Answer Resolver::by_judgement(const Mention& mention) {
    for (const std::string& member : judgements_.same_as(key(mention.text)))
        if (is_id(member))
            return {node_for_id(intake_.strings->keep(member)), "identity judgement"};
    return {};
}

Answer Resolver::by_declared_name(const Mention& mention, const Entries& entries, bool loosely) {
    const KindSet kinds = wanted(mention);
    const std::string_view hint = canonical_kind(mention.kind);
    const KindSet people = set_of(kind::official);
    const KindSet places = set_of(kind::nation) | set_of(kind::place);
    Answer answer;
    auto what = NameOf::mention;
    for (const auto& entry : entries) {
        const Node& node = directory_[entry.node];
        if (!node.source.empty() && node.source != mention.source) continue;
        if (settled_only_ && node.provisional && entry.what != NameOf::alias) continue;
        if (kept_apart(mention, entry.node)) continue;
        const KindId is = kind_id(node.kind);
        const KindSet has = is == Vocabulary::none ? 0 : set_of(is);
        bool fits = hint.empty()
                        ? kinds == 0 || has == 0 || (has & kinds)
                        : hint == node.kind || (!node.provisional && !settled_only_ &&
                                                (directory_.is_kind(node, kind::entity) ||
                                                 hint == vocabulary_.kind(kind::entity).name));
        // A relation may join kinds that it is not meant for, but no person is a place.
        if (loosely && hint.empty())
            fits =
                !(kinds == people && (has & places)) && !((kinds & ~places) == 0 && has == people);
        if (!fits) continue;
        answer.candidates.push_back(entry.node);
        what = std::min(what, entry.what);
    }
    if (answer.candidates.size() != 1) return answer;
    answer.node = answer.candidates.front();
    answer.rule = what == NameOf::name    ? "declared name"
                  : what == NameOf::alias ? "declared alias"
                                          : "same name elsewhere";
    return answer;
}

NodeIndex Resolver::node_of_known(const KnownEntity& known) {
    const auto at = known_nodes_.find(known.id);
    return at != known_nodes_.end() ? at->second : node_for_id(known.id);
}

Answer Resolver::by_gazetteer(const Mention& mention) {
    const KindSet kinds = wanted(mention);
    Answer answer;
    Answer doubtful;
    for (const NameMatch& match : find_name(mention.text)) {
        const KindId is = vocabulary_.find_kind(match.entity->kind);
        const bool fits = mention.kind.empty() ? kinds == 0 || (kinds & set_of(is))
                                               : canonical_kind(mention.kind) == match.entity->kind;
        // A capital, and a name that is much else besides (Jordan, Georgia, Washington), needs a
        // role that no place and no unknown thing could fill.
        const bool only_actor = (kinds & set_of(is)) && !(kinds & set_of(kind::place));
        const bool plain =
            match.rule == NameRule::name || (match.rule != NameRule::metonym && !match.careful);
        const bool sure = fits && (plain || only_actor);
        auto& list = sure ? answer.known : doubtful.known;
        if (!sure && plain) {
            doubtful.plain = true;
            doubtful.rule = label(match.rule);
        }
        if (std::find(list.begin(), list.end(), match.entity) == list.end()) {
            list.push_back(match.entity);
            if (sure && answer.known.size() == 1) answer.rule = label(match.rule);
        }
    }
    if (answer.known.size() == 1) {
        answer.node = node_of_known(*answer.known.front());
        if (kept_apart(mention, answer.node)) answer.node = no_node;
        return answer;
    }
    return answer.known.empty() ? doubtful : answer;
}

Answer Resolver::by_full_name(const Mention& mention, const PersonName& person) {
    Answer answer;
    std::set<NodeIndex> same;
    for (const auto& entry : directory_.find_person(full_name_key(person)))
        if (compare(entry.name, person) == PersonMatch::same && !kept_apart(mention, entry.node) &&
            !(settled_only_ && directory_[entry.node].provisional))
            same.insert(entry.node);
    answer.candidates.assign(same.begin(), same.end());
    if (same.size() == 1) {
        answer.node = *same.begin();
        answer.rule = "name of a person";
    }
    return answer;
}

bool Resolver::is_person(const Mention& mention, const PersonName& person) const {
    const KindSet kinds = wanted(mention);
    if (!mention.kind.empty()) return kinds == set_of(kind::official);
    return kinds == set_of(kind::official) || ((kinds == 0 || (kinds & set_of(kind::official))) &&
                                               !person.title.empty() && !person.words.empty());
}

Answer Resolver::by_input(const Mention& mention) {
    if (!judgements_.empty())
        if (Answer answer = by_judgement(mention); answer.found()) return answer;
    if (!provisional_ids_.empty())
        if (const auto at = provisional_ids_.find(mention.text); at != provisional_ids_.end())
            if (out_.node_of[at->second] != no_node) return {out_.node_of[at->second], "id"};
    if (const NodeIndex known = directory_.find_id(mention.text); known != no_node)
        return {known, "id"};
    // Nearly every name is written just as it was declared: no need to fold it.
    const Entries* const written = directory_.find_written(mention.text);
    return by_declared_name(
        mention, written ? *written : directory_.find_name(fold_name(mention.text)), false);
}

/// What the input does not say itself: the gazetteer, the parts of a person's name.
Answer Resolver::look_further(const Mention& mention, const PersonName& person) {
    const std::string folded = fold_name(mention.text);
    for (const std::string& member : judgements_.same_as(folded)) {
        Answer linked = by_declared_name(mention, directory_.find_name(member), true);
        if (linked.found()) return {linked.node, "identity judgement"};
    }
    const bool is_official = is_person(mention, person);
    Answer known = by_gazetteer(mention);
    if (known.found() || (known.ambiguous() && !is_official)) return known;
    if (!person.bare() && !person.words.empty() &&
        (is_official || wanted(mention) == 0 || (wanted(mention) & set_of(kind::official)))) {
        Answer full = by_full_name(mention, person);
        if (full.found() || full.ambiguous()) return full;
    }
    if (is_official) return {};
    Answer loose = by_declared_name(mention, directory_.find_name(folded), true);
    if (loose.found() || loose.ambiguous()) return loose;
    // A nation by its very name is meant even where the relation joins no nations.
    if (mention.kind.empty() && known.known.size() == 1 && known.plain)
        known.node = node_of_known(*known.known.front());
    return known;
}

Answer Resolver::look_up(const Mention& mention) {
    Answer answer = by_input(mention);
    if (answer.found() || answer.ambiguous()) return answer;
    return look_further(mention, parse_person(mention.text));
}

} // namespace entente::identity
