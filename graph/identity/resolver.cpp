// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/resolver.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

#include "graph/identity/fold.hpp"
#include "graph/identity/judgements.hpp"
#include "graph/identity/naming.hpp"

namespace entente::identity {

namespace {

using NameOf = Directory::NameOf;

struct Answer {
    NodeIndex node = no_node;
    std::string_view rule;
    std::vector<NodeIndex> candidates = {}; ///< of an ambiguous or doubtful name
    std::vector<const KnownEntity*> known = {};
    [[nodiscard]] bool found() const { return node != no_node; }
    [[nodiscard]] bool ambiguous() const { return candidates.size() + known.size() > 1; }
};

class Resolver {
  public:
    Resolver(Intake& intake, const Vocabulary& vocabulary, Diagnostics& diagnostics)
        : intake_(intake),
          vocabulary_(vocabulary),
          diagnostics_(diagnostics),
          directory_(vocabulary),
          judgements_(
              intake.judgements, [this](std::string_view text) { return key(text); }, diagnostics) {
    }

    Resolved run();

  private:
    // What a text may be.
    [[nodiscard]] bool is_id(std::string_view text) const;
    [[nodiscard]] std::string key(std::string_view text) const;
    [[nodiscard]] std::string_view canonical_kind(std::string_view kind);
    [[nodiscard]] KindSet wanted(const Mention& mention) const;

    // The steps, in order.
    void declare_ids();
    void join_judged_ids();
    void index_declared_names();
    void recognise_declared_nations();
    void declare_by_name();
    void resolve_hinted();
    void resolve_unhinted();
    void resolve_surnames();

    // One mention.
    Answer look_up(const Mention& mention);
    Answer by_judgement(const Mention& mention);
    Answer by_declared_name(const Mention& mention, const std::string& folded, bool loosely);
    Answer by_gazetteer(const Mention& mention);
    Answer by_full_name(const Mention& mention, const PersonName& person);
    NodeIndex node_of_known(const KnownEntity& known);
    NodeIndex node_for_id(std::string_view id);
    void settle(std::uint32_t mention, NodeIndex node, std::string_view rule);
    void wait_for_source(std::uint32_t mention);
    void mint(std::uint32_t mention, std::string_view kind);
    void mint_people(const std::vector<std::uint32_t>& mentions);
    [[nodiscard]] bool is_person(const Mention& mention, const PersonName& person) const;
    [[nodiscard]] bool kept_apart(const Mention& mention, NodeIndex node);
    void report(const Mention& mention, const Answer& answer, NodeIndex own);
    [[nodiscard]] std::vector<std::uint32_t> open_mentions() const;

    Intake& intake_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    std::set<std::string_view> declared_kinds_;
    Directory directory_;
    Judgements judgements_;
    std::map<std::string_view, NodeIndex> known_nodes_;         ///< by the gazetteer's id
    std::map<std::string_view, std::uint32_t> provisional_ids_; ///< to the declaring mention
    std::map<std::pair<std::string_view, std::string>, NodeIndex> minted_; ///< by kind, folded name
    Resolved out_;
    std::vector<std::uint32_t> surnames_; ///< mentions that wait for their sources
    std::vector<bool> is_surname_;        ///< by mention
};

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

std::string_view Resolver::canonical_kind(std::string_view kind) {
    if (kind.empty()) return {};
    const KindId known = vocabulary_.find_kind(kind);
    if (known != Vocabulary::none) return vocabulary_.kind(known).name;
    return intake_.strings->keep(fold_term(kind));
}

KindSet Resolver::wanted(const Mention& mention) const {
    if (mention.kind.empty()) return mention.expected;
    const KindId known = vocabulary_.find_kind(mention.kind);
    return known == Vocabulary::none ? 0 : set_of(known);
}

// --- Declarations
// ---------------------------------------------------------------------------------

NodeIndex Resolver::node_for_id(std::string_view id) {
    if (const NodeIndex known = directory_.find_id(id); known != no_node) return known;
    Node node;
    node.id = intake_.strings->keep(id);
    node.known = find_known(id);
    const auto slash = id.find('/');
    node.kind = node.known ? node.known->kind : canonical_kind(id.substr(0, slash));
    node.name = node.known ? node.known->name : intake_.strings->keep(id.substr(slash + 1));
    const NodeIndex index = directory_.add(node);
    directory_.index_id(directory_[index].id, index);
    if (node.known) known_nodes_.emplace(node.known->id, index);
    return index;
}

void Resolver::declare_ids() {
    for (std::uint32_t i = 0; i < intake_.declarations.size(); ++i) {
        const Declaration& declaration = intake_.declarations[i];
        if (declaration.by_name()) continue;
        const NodeIndex index = node_for_id(declaration.record.id);
        directory_[index].declarations.push_back(i);
    }
}

/// Ids that are judged to be one: the gazetteer's id is kept, else the smallest one declared.
void Resolver::join_judged_ids() {
    for (const auto& members : judgements_.classes()) {
        std::vector<NodeIndex> nodes;
        for (const std::string& member : members)
            if (is_id(member)) nodes.push_back(node_for_id(member));
        if (nodes.size() < 2) continue;
        const auto rank = [&](NodeIndex at) {
            const Node& node = directory_[at];
            return std::tuple(node.known == nullptr, node.declarations.empty(), node.id);
        };
        const NodeIndex winner = *std::min_element(
            nodes.begin(), nodes.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
        for (const NodeIndex other : nodes) {
            if (other == winner) continue;
            auto& moved = directory_[other].declarations;
            auto& all = directory_[winner].declarations;
            all.insert(all.end(), moved.begin(), moved.end());
            moved.clear();
            directory_.redirect(directory_[other].id, winner);
            diagnostics_.report(Code::merged, {},
                                "'" + std::string(directory_[other].id) + "' is taken for '" +
                                    std::string(directory_[winner].id) + "': identity judgement");
        }
    }
}

/// The kind that an id was declared with; its own prefix decides where records differ.
void Resolver::index_declared_names() {
    for (NodeIndex index = 0; index < directory_.size(); ++index) {
        Node& node = directory_[index];
        std::set<std::string_view> kinds;
        for (const std::uint32_t at : node.declarations)
            if (const auto kind = canonical_kind(intake_.declarations[at].record.kind);
                !kind.empty())
                kinds.insert(kind);
        if (!kinds.empty() && !kinds.contains(node.kind)) node.kind = *kinds.begin();
        if (kinds.size() > 1)
            diagnostics_.report(Code::conflicting_kind,
                                intake_.declarations[node.declarations.front()].record.position,
                                "'" + std::string(node.id) + "' is declared as " +
                                    join(kinds, " and as ") + "; it is taken as " +
                                    std::string(node.kind));
        for (const std::uint32_t at : node.declarations) {
            const EntityRecord& record = intake_.declarations[at].record;
            if (!record.name.empty()) directory_.index_name(record.name, index, NameOf::name);
            for (const Alias& alias : record.aliases)
                directory_.index_name(alias.name, index, NameOf::alias);
        }
    }
}

/// A declared nation or alliance under an id of its own may still be one that the gazetteer knows;
/// its other names then mean the declared one.
void Resolver::recognise_declared_nations() {
    std::map<std::string_view, std::vector<NodeIndex>> claims;
    for (NodeIndex index = 0; index < directory_.size(); ++index) {
        Node& node = directory_[index];
        if (node.known || node.declarations.empty()) continue;
        std::set<std::string_view> meant;
        for (const std::uint32_t at : node.declarations) {
            const auto matches = find_name(intake_.declarations[at].record.name);
            for (const NameMatch& match : matches)
                if (match.entity->kind == node.kind && match.rule != NameRule::demonym &&
                    match.rule != NameRule::metonym)
                    meant.insert(match.entity->id);
        }
        if (meant.size() == 1) claims[*meant.begin()].push_back(index);
    }
    for (const auto& [id, nodes] : claims) {
        if (nodes.size() != 1 || known_nodes_.contains(id)) continue;
        known_nodes_.emplace(id, nodes.front());
        directory_[nodes.front()].known = find_known(id);
    }
}

// --- One mention
// ----------------------------------------------------------------------------------

bool Resolver::kept_apart(const Mention& mention, NodeIndex node) {
    if (judgements_.empty()) return false;
    const std::string written = key(mention.text);
    return judgements_.different(written, std::string(directory_[node].id)) ||
           (!directory_[node].name.empty() &&
            judgements_.different(written, fold_name(directory_[node].name)));
}

Answer Resolver::by_judgement(const Mention& mention) {
    for (const std::string& member : judgements_.same_as(key(mention.text)))
        if (is_id(member)) return {node_for_id(member), "identity judgement"};
    return {};
}

Answer Resolver::by_declared_name(const Mention& mention, const std::string& folded, bool loosely) {
    const KindSet kinds = wanted(mention);
    const std::string_view hint = canonical_kind(mention.kind);
    const KindSet people = set_of(kind::official);
    const KindSet places = set_of(kind::nation) | set_of(kind::place);
    Answer answer;
    auto what = NameOf::mention;
    for (const auto& entry : directory_.find_name(folded)) {
        const Node& node = directory_[entry.node];
        if (!node.source.empty() && node.source != mention.source) continue;
        if (kept_apart(mention, entry.node)) continue;
        const KindSet has = directory_.kind_set(node);
        bool fits = hint.empty() ? kinds == 0 || has == 0 || (has & kinds)
                                 : hint == node.kind || directory_.is_kind(node, kind::entity) ||
                                       hint == vocabulary_.kind(kind::entity).name;
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
        const bool plain = match.rule == NameRule::name ||
                           (match.rule != NameRule::metonym && !match.careful);
        const bool sure = fits && (plain || only_actor);
        auto& list = sure ? answer.known : doubtful.known;
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
        if (compare(entry.name, person) == PersonMatch::same && !kept_apart(mention, entry.node))
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

Answer Resolver::look_up(const Mention& mention) {
    if (Answer answer = by_judgement(mention); answer.found()) return answer;
    if (const auto at = provisional_ids_.find(mention.text); at != provisional_ids_.end())
        if (out_.node_of[at->second] != no_node) return {out_.node_of[at->second], "id"};
    if (const NodeIndex known = directory_.find_id(mention.text); known != no_node)
        return {known, "id"};
    if (is_id(mention.text)) {
        const bool known = find_known(mention.text) != nullptr;
        const NodeIndex node = node_for_id(mention.text);
        if (!known)
            diagnostics_.report(Code::unknown_id, mention.first,
                                "nothing declares '" + std::string(mention.text) +
                                    "'; it is kept under its id. Declare it with {\"entity\": \"" +
                                    std::string(mention.text) + "\", \"name\": ...}");
        return {node, "id"};
    }
    const std::string folded = fold_name(mention.text);
    Answer declared = by_declared_name(mention, folded, false);
    if (declared.found() || declared.ambiguous()) return declared;
    for (const std::string& member : judgements_.same_as(folded)) {
        Answer linked = by_declared_name(mention, member, true);
        if (linked.found()) return {linked.node, "identity judgement"};
    }
    const PersonName person = parse_person(mention.text);
    const bool is_official = is_person(mention, person);
    Answer known = by_gazetteer(mention);
    if (known.found() || (known.ambiguous() && !is_official)) return known;
    if (!person.bare() && !person.words.empty() &&
        (is_official || wanted(mention) == 0 || (wanted(mention) & set_of(kind::official)))) {
        Answer full = by_full_name(mention, person);
        if (full.found() || full.ambiguous()) return full;
    }
    if (is_official) return {};
    Answer loose = by_declared_name(mention, folded, true);
    if (loose.found() || loose.ambiguous()) return loose;
    return known;
}

void Resolver::settle(std::uint32_t mention, NodeIndex node, std::string_view rule) {
    out_.node_of[mention] = node;
    out_.rule[mention] = rule;
}

void Resolver::wait_for_source(std::uint32_t mention) {
    surnames_.push_back(mention);
    is_surname_[mention] = true;
}

// --- New entities
// ---------------------------------------------------------------------------------

void Resolver::mint(std::uint32_t at, std::string_view kind) {
    const Mention& mention = intake_.mentions[at];
    std::string folded = fold_name(mention.text);
    if (const auto linked = judgements_.same_as(folded); !linked.empty()) folded = linked.front();
    if (!mention.source.empty()) folded.append(1, '\0').append(mention.source);
    const auto found = minted_.find({kind, folded});
    if (found != minted_.end()) {
        Node& node = directory_[found->second];
        node.name = better_name(node.name, mention.text);
        return settle(at, found->second, "same name elsewhere");
    }
    Node node;
    node.kind = kind;
    node.name = mention.text;
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
                " is. Declare it with {\"entity\": ..., \"kind\": ..., \"name\": " + written + "}");
    }
}

// --- The steps
// ------------------------------------------------------------------------------------

std::vector<std::uint32_t> Resolver::open_mentions() const {
    std::vector<std::uint32_t> open;
    for (std::uint32_t at = 0; at < intake_.mentions.size(); ++at)
        if (out_.node_of[at] == no_node) open.push_back(at);
    return open;
}

/// Records without an id of their own: they attach to whomever their name means, else they make a
/// new entity, whose aliases then count for everybody else.
void Resolver::declare_by_name() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> waiting; // declaration, mention
    for (std::uint32_t i = 0; i < intake_.declarations.size(); ++i) {
        const EntityRecord& record = intake_.declarations[i].record;
        if (!intake_.declarations[i].by_name()) continue;
        std::uint32_t mention = intake_.mention(
            {.text = record.name, .kind = record.kind, .as = {}}, 0, record.position);
        if (!record.source.empty()) mention = intake_.mention_in(mention, record.source);
        waiting.emplace_back(i, mention);
        if (!record.id.empty()) provisional_ids_.emplace(record.id, mention);
    }
    out_.node_of.resize(intake_.mentions.size(), no_node);
    out_.rule.resize(intake_.mentions.size());
    // Those that bring aliases first, so that the aliases can name the others.
    std::stable_sort(waiting.begin(), waiting.end(), [&](const auto& a, const auto& b) {
        const auto& x = intake_.declarations[a.first].record;
        const auto& y = intake_.declarations[b.first].record;
        return std::tuple(x.aliases.empty(), x.kind, x.name, x.source) <
               std::tuple(y.aliases.empty(), y.kind, y.name, y.source);
    });
    for (const auto& [declaration, at] : waiting) {
        const EntityRecord& record = intake_.declarations[declaration].record;
        if (out_.node_of[at] == no_node) {
            const Answer answer = look_up(intake_.mentions[at]);
            if (answer.found())
                settle(at, answer.node, answer.rule);
            else
                mint(at, record.kind.empty() ? vocabulary_.kind(kind::entity).name
                                             : canonical_kind(record.kind));
        }
        const NodeIndex node = out_.node_of[at];
        directory_[node].declarations.push_back(declaration);
        directory_.index_name(record.name, node, NameOf::name);
        for (const Alias& alias : record.aliases)
            directory_.index_name(alias.name, node, NameOf::alias);
    }
}

void Resolver::resolve_hinted() {
    is_surname_.resize(intake_.mentions.size());
    std::vector<std::uint32_t> people;
    std::vector<std::pair<std::uint32_t, Answer>> others;
    for (const std::uint32_t at : open_mentions()) {
        const Mention& mention = intake_.mentions[at];
        const PersonName person = parse_person(mention.text);
        const bool official = is_person(mention, person);
        if (mention.kind.empty() && !official) continue;
        Answer answer = look_up(mention);
        if (answer.found())
            settle(at, answer.node, answer.rule);
        else if (answer.ambiguous())
            others.emplace_back(at, std::move(answer));
        else if (official && (person.bare() || person.words.empty()))
            wait_for_source(at);
        else if (official)
            people.push_back(at);
        else
            others.emplace_back(at, std::move(answer));
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

Resolved Resolver::run() {
    declare_ids();
    join_judged_ids();
    index_declared_names();
    recognise_declared_nations();
    declare_by_name();
    resolve_hinted();
    resolve_unhinted();
    resolve_surnames();
    out_.nodes = directory_.take();
    name_nodes(out_.nodes, *intake_.strings);
    return std::move(out_);
}

// --- Surnames
// -------------------------------------------------------------------------------------

/// A bare surname means the one official of that name whom its own source calls by the full name;
/// if there is none, or more than one, it is somebody of that source.
void Resolver::resolve_surnames() {
    std::vector<bool> bare = is_surname_;
    const auto slots = [](ClaimLedger::Row& row) {
        return std::array{&row.subject, &row.object, &row.stated_by};
    };
    std::set<std::pair<std::uint32_t, std::uint32_t>> asked; // source, mention
    std::map<std::uint32_t, std::set<NodeIndex>> officials;  // by source
    for (ClaimLedger::Row& row : intake_.rows)
        for (const std::uint32_t* slot : slots(row))
            if (*slot != no_index && bare[*slot]) asked.emplace(row.source, *slot);
    std::set<std::uint32_t> sources;
    for (const auto& [source, mention] : asked)
        sources.insert(source);
    if (!asked.empty())
        for (ClaimLedger::Row& row : intake_.rows) {
            if (!sources.contains(row.source)) continue;
            for (const std::uint32_t* slot : slots(row))
                if (*slot != no_index && !bare[*slot] &&
                    directory_.is_kind(directory_[out_.node_of[*slot]], kind::official))
                    officials[row.source].insert(out_.node_of[*slot]);
        }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> scoped;
    for (const auto& [source, at] : asked) {
        const std::uint32_t own = intake_.mention_in(at, (*intake_.strings)[source]);
        scoped[{source, at}] = own;
        out_.node_of.resize(intake_.mentions.size(), no_node);
        out_.rule.resize(intake_.mentions.size());
        if (out_.node_of[own] != no_node) continue;
        const Mention mention = intake_.mentions[own];
        const PersonName person = parse_person(mention.text);
        Answer answer;
        for (const NodeIndex node : officials[source])
            if (!kept_apart(mention, node) && has_surname(directory_.person_names(node), person))
                answer.candidates.push_back(node);
        if (answer.candidates.size() == 1) {
            settle(own, answer.candidates.front(), "surname within its source");
            continue;
        }
        mint(own, vocabulary_.kind(kind::official).name);
        report(mention, answer, out_.node_of[own]);
        if (answer.candidates.empty())
            diagnostics_.report(Code::unresolved, mention.first,
                                "'" + std::string(mention.text) +
                                    "' names nobody whom its source calls by a full name; it is "
                                    "kept as a person of that source");
    }
    for (ClaimLedger::Row& row : intake_.rows)
        for (std::uint32_t* slot : slots(row))
            if (*slot != no_index && bare[*slot]) *slot = scoped.at({row.source, *slot});
    // Names that only a record gave, and no claim: nobody asks who they are inside a source.
    for (const std::uint32_t at : surnames_)
        if (out_.node_of[at] == no_node) out_.rule[at] = "";
}

} // namespace

Resolved resolve(Intake& intake, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    return Resolver(intake, vocabulary, diagnostics).run();
}

} // namespace entente::identity
