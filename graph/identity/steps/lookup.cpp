// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/steps/lookup.hpp"

#include <algorithm>
#include <set>

#include "graph/identity/folding/fold.hpp"

namespace entente::identity {

using NameOf = Directory::NameOf;

Answer Lookup::by_judgement(const Mention& mention) {
    for (const std::string& member :
         findings_.judgements.same_as(findings_.kinds.key(mention.text)))
        if (findings_.kinds.is_id(member))
            return {findings_.node_for_id(findings_.intake.strings->keep(member)),
                    "identity judgement"};
    return {};
}

/// Whether a node's kind is one that the mention may have. Loosely: a relation may join kinds that
/// it is not meant for, but no person is a place.
bool Lookup::fits(const Mention& mention, const Node& node, bool loosely) {
    Kinds& kinds = findings_.kinds;
    const KindSet people = set_of(kind::official);
    const KindSet places = set_of(kind::nation) | set_of(kind::place);
    const std::string_view hint = kinds.canonical(mention.kind);
    if (!hint.empty()) {
        const std::string_view unknown = kinds.name(kind::entity);
        const bool open = !node.provisional && !settled_only_;
        return hint == node.kind || (open && (node.kind == unknown || hint == unknown));
    }
    const KindSet wanted = kinds.wanted(mention);
    const KindId is = kinds.find(node.kind);
    const KindSet has = is == Vocabulary::none ? 0 : set_of(is);
    if (loosely)
        return !(wanted == people && (has & places)) && !((wanted & ~places) == 0 && has == people);
    return wanted == 0 || has == 0 || (has & wanted);
}

Answer Lookup::by_declared_name(const Mention& mention, const Entries& entries, bool loosely) {
    Answer answer;
    auto what = NameOf::mention;
    for (const auto& entry : entries) {
        const Node& node = findings_.directory[entry.node];
        if (!node.source.empty() && node.source != mention.source) continue;
        if (settled_only_ && node.provisional && entry.what != NameOf::alias) continue;
        if (findings_.kept_apart(mention, entry.node)) continue;
        if (!fits(mention, node, loosely)) continue;
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

Answer Lookup::by_gazetteer(const Mention& mention) {
    Kinds& kinds = findings_.kinds;
    const KindSet wanted = kinds.wanted(mention);
    Answer answer;
    Answer doubtful;
    for (const NameMatch& match : find_name(mention.text)) {
        const KindSet is = set_of(kinds.find(match.entity->kind));
        const bool fits = mention.kind.empty()
                              ? wanted == 0 || (wanted & is)
                              : kinds.canonical(mention.kind) == match.entity->kind;
        // A capital, and a name that is much else besides (Jordan, Georgia, Washington), needs a
        // role that no place and no unknown thing could fill.
        const bool only_actor = (wanted & is) && !(wanted & set_of(kind::place));
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
        answer.node = findings_.node_of_known(*answer.known.front());
        if (findings_.kept_apart(mention, answer.node)) answer.node = no_node;
        return answer;
    }
    return answer.known.empty() ? doubtful : answer;
}

Answer Lookup::by_full_name(const Mention& mention, const PersonName& person) {
    Answer answer;
    std::set<NodeIndex> same;
    for (const auto& entry : findings_.directory.find_person(full_name_key(person)))
        if (compare(*entry.name, person) == PersonMatch::same &&
            !findings_.kept_apart(mention, entry.node) &&
            !(settled_only_ && findings_.directory[entry.node].provisional))
            same.insert(entry.node);
    answer.candidates.assign(same.begin(), same.end());
    if (same.size() == 1) {
        answer.node = *same.begin();
        answer.rule = "name of a person";
    }
    return answer;
}

Answer Lookup::by_input(const Mention& mention) {
    if (!findings_.judgements.empty())
        if (Answer answer = by_judgement(mention); answer.found()) return answer;
    if (!findings_.provisional_ids.empty())
        if (const auto at = findings_.provisional_ids.find(mention.text);
            at != findings_.provisional_ids.end())
            if (const NodeIndex node = findings_.node_of[at->second]; node != no_node)
                return {node, "id"};
    const Directory& directory = findings_.directory;
    if (const NodeIndex known = directory.find_id(mention.text); known != no_node)
        return {known, "id"};
    // Nearly every name is written just as it was declared: no need to fold it.
    const Entries* const written = directory.find_written(mention.text);
    return by_declared_name(
        mention, written ? *written : directory.find_name(fold_name(mention.text)), false);
}

Answer Lookup::look_further(const Mention& mention) {
    Directory& directory = findings_.directory;
    const std::string folded = fold_name(mention.text);
    for (const std::string& member : findings_.judgements.same_as(folded)) {
        Answer linked = by_declared_name(mention, directory.find_name(member), true);
        if (linked.found()) return {linked.node, "identity judgement"};
    }
    const bool is_official = findings_.is_person(mention);
    Answer known = by_gazetteer(mention);
    if (known.found() || (known.ambiguous() && !is_official)) return known;
    if (is_official || findings_.kinds.may_be_person(mention))
        if (const PersonName& person = findings_.people.of(mention.text); person.full()) {
            Answer full = by_full_name(mention, person);
            if (full.found() || full.ambiguous()) return full;
        }
    if (is_official) return {};
    Answer loose = by_declared_name(mention, directory.find_name(folded), true);
    if (loose.found() || loose.ambiguous()) return loose;
    // A nation by its very name is meant even where the relation joins no nations.
    if (mention.kind.empty() && known.known.size() == 1 && known.plain)
        known.node = findings_.node_of_known(*known.known.front());
    return known;
}

Answer Lookup::look_up(const Mention& mention) {
    Answer answer = by_input(mention);
    if (answer.found() || answer.ambiguous()) return answer;
    return look_further(mention);
}

} // namespace entente::identity
