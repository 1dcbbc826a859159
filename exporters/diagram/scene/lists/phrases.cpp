// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/lists/phrases.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace entente::diagram {

namespace {

struct RowWords {
    std::string_view relation, forward, backward;
};

/// What reads better in small type than the label of the vocabulary.
constexpr std::array<RowWords, 8> own_words = {{
    {"concerns", "about", "concerned by"},
    {"located_in", "in", "site of"},
    {"participates_in", "takes part in", "attended by"},
    {"part_of", "part of", "includes"},
    {"possesses", "has", "held by"},
    {"states", "speaks of", "spoken of by"},
    {"hosts", "hosts", "hosted by"},
    {"met_with", "met", "met"},
}};

std::string words_of(const RelationType& type, bool forward) {
    for (const RowWords& w : own_words)
        if (w.relation == type.name) return std::string(forward ? w.forward : w.backward);
    std::string text(forward || type.symmetric ? type.label : type.inverse_label);
    if (text.empty()) text = (forward ? "" : "object of ") + std::string(type.name);
    std::replace(text.begin(), text.end(), '_', ' ');
    // `is part of` after a name reads well without its verb.
    return text.starts_with("is ") ? text.substr(3) : text;
}

} // namespace

std::vector<Phrase> phrases_of(const Material& material, EntityIndex entity,
                               const std::vector<std::size_t>& relations) {
    std::map<std::tuple<RelationId, bool, Certainty>, Phrase> by_words;
    for (const std::size_t at : relations) {
        const Relation& r = material.relation(at);
        const RelationType& type = material.type_of(r);
        const bool forward = r.subject == entity;
        const Certainty certainty = certainty_of(r.status);
        Phrase& phrase = by_words[{r.type, forward || type.symmetric, certainty}];
        const bool reports =
            type.name == "states" && forward && material.kind_of(r.object) == kind::event;
        phrase.words = reports ? "reports:" : words_of(type, forward);
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
    return phrases;
}

} // namespace entente::diagram
