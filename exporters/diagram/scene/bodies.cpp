// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/text.hpp"

namespace entente::diagram {

namespace {

constexpr std::size_t most_rows = 20, most_phrases = 2, most_names = 3;
/// A view with more organizations than this is about something else than each of them.
constexpr std::size_t most_organizations = 60;
/// A unit of a force of an army of a nation.
constexpr int longest_chain = 4;

struct Words {
    std::string_view relation, forward, backward;
};

/// What reads better in small type than the label of the vocabulary.
constexpr std::array<Words, 8> own_words = {{
    {"concerns", "about", "concerned by"},
    {"located_in", "in", "site of"},
    {"participates_in", "takes part in", "attended by"},
    {"part_of", "part of", "includes"},
    {"possesses", "has", "held by"},
    {"states", "speaks of", "spoken of by"},
    {"hosts", "hosts", "hosted by"},
    {"met_with", "met", "met"},
}};

std::string phrase_of(const RelationType& type, bool forward) {
    for (const Words& w : own_words)
        if (w.relation == type.name) return std::string(forward ? w.forward : w.backward);
    std::string text(forward || type.symmetric ? type.label : type.inverse_label);
    if (text.empty()) text = (forward ? "" : "object of ") + std::string(type.name);
    std::replace(text.begin(), text.end(), '_', ' ');
    // `is part of` after a name reads well without its verb.
    return text.starts_with("is ") ? text.substr(3) : text;
}

/// What the same words say of an entity.
struct Phrase {
    std::string words;
    Certainty certainty = Certainty::plain;
    std::vector<std::size_t> relations; ///< those with most claims first
    std::size_t claims = 0;
};

} // namespace

/// The nation that an organization, place or capability belongs to; no_index if the relations lead
/// to none.
EntityIndex SceneMaker::nation_behind(EntityIndex entity) const {
    if (nation_owner_[entity] != no_index) return nation_owner_[entity];
    std::set<EntityIndex> seen = {entity};
    std::vector<EntityIndex> layer = {entity};
    for (int i = 0; i < longest_chain && !layer.empty(); ++i) {
        std::vector<EntityIndex> next;
        for (const EntityIndex e : layer)
            for (const std::size_t at : relations_of_[e]) {
                const Relation& r = relation(at);
                const std::string_view type = view_.vocabulary().relation(r.type).name;
                const bool out = r.subject == e;
                const bool belongs =
                    out ? type == "part_of" || type == "located_in" || type == "works_for"
                        : (type == "leads" || type == "works_for") &&
                              kind_of(r.subject) == kind::official;
                const bool held = !out && (type == "possesses" || type == "develops");
                if (!belongs && !held) continue;
                const EntityIndex other = out ? r.object : r.subject;
                if (nation_of_[other] != no_index) return nation_of_[other];
                if (nation_owner_[other] != no_index) return nation_owner_[other];
                if (kind_of(other) != kind::alliance && seen.insert(other).second)
                    next.push_back(other);
            }
        layer = std::move(next);
    }
    return no_index;
}

/// A row of a name and what its relations say of it, in few words.
Row SceneMaker::row_of(EntityIndex entity, EntityIndex nation) {
    std::map<std::tuple<RelationId, bool, Certainty>, Phrase> by_words;
    for (const std::size_t at : relations_of_[entity]) {
        const Relation& r = relation(at);
        const bool forward = r.subject == entity;
        const Certainty certainty = certainty_of(r.status);
        const RelationType& type = view_.vocabulary().relation(r.type);
        Phrase& phrase = by_words[{r.type, forward || type.symmetric, certainty}];
        phrase.words = phrase_of(type, forward);
        if (type.name == "states" && forward && kind_of(r.object) == kind::event)
            phrase.words = "reports:";
        phrase.certainty = certainty;
        phrase.relations.push_back(at);
        phrase.claims += r.claim_count;
    }
    std::vector<Phrase> phrases;
    phrases.reserve(by_words.size());
    for (auto& [key, phrase] : by_words)
        phrases.push_back(std::move(phrase));
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.claims > b.claims; });
    if (phrases.size() > most_phrases) phrases.resize(most_phrases);

    Row row;
    row.name = name_of(entity);
    entity_shown_[entity] = true;
    if (nation != no_index) {
        row.members.push_back(member_of(nation));
        entity_shown_[nation] = pictured_[nation] = true;
    }
    std::vector<std::size_t> told;
    for (Phrase& phrase : phrases) {
        auto& list = phrase.relations;
        std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
            return relation(a).claim_count > relation(b).claim_count;
        });
        std::string text = phrase.words;
        for (std::size_t i = 0; i < std::min(list.size(), most_names); ++i) {
            const Relation& r = relation(list[i]);
            const EntityIndex other = r.subject == entity ? r.object : r.subject;
            text += (i > 0 ? ", " : " ") + isolated(name_of(other));
            entity_shown_[other] = true;
            told.push_back(list[i]);
        }
        if (list.size() > most_names) text += " and " + counted(list.size() - most_names) + " more";
        const std::string_view word = word_for(phrase.certainty);
        if (!word.empty()) text += " (" + std::string(word) + ")";
        row.note += (row.note.empty() ? "" : " · ") + text;
    }
    row.tooltip = tell_all(told);
    row.href = href_of(told);
    return row;
}

/// Ministries, forces, newspapers, forums, places and weapons that have found no box and no line:
/// a row each, so that whatever the facts name can be seen.
void SceneMaker::add_bodies() {
    std::size_t organizations = 0;
    for (const EntityIndex e : view_.entities())
        organizations += kind_of(e) == kind::organization;
    if (organizations > most_organizations) return;
    relations_of_.assign(view_.graph().entities.size(), {});
    for (std::size_t at = 0; at < view_.relations().size(); ++at) {
        const Relation& r = relation(at);
        if (r.derived || r.status == Status::denied || r.subject == r.object) continue;
        relations_of_[r.subject].push_back(at);
        relations_of_[r.object].push_back(at);
    }
    const auto add = [&](const char* title, bool (*wanted)(KindId)) {
        struct Body {
            EntityIndex entity, nation;
        };
        std::vector<Body> bodies;
        for (const EntityIndex e : view_.entities())
            if (wanted(kind_of(e)) && !entity_shown_[e]) bodies.push_back({e, nation_behind(e)});
        if (bodies.empty()) return;
        Panel panel;
        panel.title = title;
        panel.dates = false;
        std::stable_sort(bodies.begin(), bodies.end(), [&](const Body& a, const Body& b) {
            return score_[a.entity] > score_[b.entity];
        });
        if (bodies.size() > most_rows) {
            panel.more = bodies.size() - most_rows;
            bodies.resize(most_rows);
        }
        // What belongs to one nation stands together, what belongs to none at the end.
        const auto rank = [&](const Body& b) {
            const bool alone = b.nation == no_index;
            return std::tuple(alone, alone ? 0 : ~score_[b.nation], b.nation);
        };
        std::stable_sort(bodies.begin(), bodies.end(),
                         [&](const Body& a, const Body& b) { return rank(a) < rank(b); });
        for (const Body& body : bodies)
            panel.rows.push_back(row_of(body.entity, body.nation));
        scene_.panels.push_back(std::move(panel));
    };
    add("Organizations", [](KindId k) { return k == kind::organization; });
    add("Places and capabilities",
        [](KindId k) { return k == kind::place || k == kind::capability; });
}

} // namespace entente::diagram
