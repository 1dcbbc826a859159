// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/form/bundles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

/// More pairs than this are a thicket: the weakest are left out, and counted.
constexpr std::size_t most_pairs = 90;
constexpr std::size_t most_words = 3;

struct LineWords {
    std::string_view relation, label;
};

/// Short forms for lines; any other relation is called by its own name.
constexpr std::array<LineWords, 16> short_words = {{
    {"ally_of", "allied"},
    {"attacks", "attacks"},
    {"coerces", "coerces"},
    {"cooperates_with", "cooperates"},
    {"disputes_with", "in dispute"},
    {"exercises_with", "exercises"},
    {"member_of", "member"},
    {"opposes", "opposes"},
    {"protects", "protects"},
    {"rival_of", "rivals"},
    {"sanctions", "sanctions"},
    {"shares_information_with", "shares information"},
    {"supports", "supports"},
    {"targets", "is aimed at"},
    {"threatens", "threatens"},
    {"trades_with", "trade"},
}};

std::string word_of(std::string_view relation) {
    for (const LineWords& w : short_words)
        if (w.relation == relation) return std::string(w.label);
    std::string text(relation);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string first_words(const std::set<std::string>& words) {
    std::string text;
    std::size_t shown = 0;
    for (const std::string& word : words) {
        if (shown == most_words) return text + " +" + std::to_string(words.size() - shown);
        text += (shown++ > 0 ? ", " : "") + word;
    }
    return text;
}

std::string_view color_of(Certainty certainty, bool cooperation, bool conflict) {
    if (certainty == Certainty::denied) return color::neutral;
    if (cooperation && conflict) return color::mixed;
    if (cooperation) return color::cooperation;
    return conflict ? color::conflict : color::neutral;
}

/// What the relations of a pair come to, in a few words, with one colour and one direction.
Bundle bundle_of(const Material& material, const Pair& pair,
                 const std::vector<std::size_t>& places) {
    Bundle bundle;
    std::set<std::string> words;
    bool plus = false, minus = false, forward = false, backward = false;
    bundle.certainty = certainty_of(material.relation(pair.relations.front()).status);
    for (const std::size_t at : pair.relations) {
        const Relation& r = material.relation(at);
        const RelationType& type = material.type_of(r);
        words.insert(word_of(type.name));
        plus |= type.sign == Sign::cooperation;
        minus |= type.sign == Sign::conflict;
        bundle.sources = std::max(bundle.sources, r.source_count);
        if (certainty_of(r.status) == Certainty::plain) bundle.certainty = Certainty::plain;
        if (!type.symmetric) (places[r.subject] == pair.from ? forward : backward) = true;
    }
    bundle.words = first_words(words);
    bundle.color = color_of(bundle.certainty, plus, minus);
    bundle.arrow = forward || backward;
    bundle.arrow_back = forward && backward;
    const bool turn = backward && !forward;
    bundle.strands.push_back(
        {turn ? pair.to : pair.from, turn ? pair.from : pair.to, pair.relations});
    return bundle;
}

enum class End : std::uint8_t { actor, aim };

/// Joins the bundles of one strand that say the same of the same end.
std::vector<Bundle> merged(std::vector<Bundle> bundles, End end) {
    using Key = std::tuple<std::string, std::string_view, Certainty, std::size_t>;
    std::map<Key, std::size_t> seen;
    std::vector<Bundle> out;
    for (Bundle& b : bundles) {
        // What has no direction would, if joined, tie ends that nobody tied.
        if (!b.arrow || b.arrow_back || b.strands.size() > 1) {
            out.push_back(std::move(b));
            continue;
        }
        Strand& strand = b.strands.front();
        const Key key{b.words, b.color, b.certainty, end == End::aim ? strand.aim : strand.actor};
        const auto [at, fresh] = seen.try_emplace(key, out.size());
        if (fresh) {
            out.push_back(std::move(b));
            continue;
        }
        Bundle& whole = out[at->second];
        whole.sources = std::max(whole.sources, b.sources);
        whole.strands.push_back(std::move(strand));
    }
    return out;
}

} // namespace

std::vector<Pair> strongest(std::vector<Pair> pairs, const Material& material) {
    if (pairs.size() <= most_pairs) return pairs;
    const auto weight = [&](const Pair& pair) {
        std::size_t sum = 0;
        for (const std::size_t at : pair.relations)
            sum += material.relation(at).claim_count + 4 * material.relation(at).source_count;
        return sum;
    };
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](const Pair& a, const Pair& b) { return weight(a) > weight(b); });
    pairs.resize(most_pairs);
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tie(a.from, a.to) < std::tie(b.from, b.to);
    });
    return pairs;
}

std::vector<Bundle> bundles_of(const Material& material, const std::vector<Pair>& pairs,
                               const std::vector<std::size_t>& places) {
    std::vector<Bundle> bundles;
    bundles.reserve(pairs.size());
    for (const Pair& pair : pairs)
        bundles.push_back(bundle_of(material, pair, places));
    return merged(merged(std::move(bundles), End::aim), End::actor);
}

} // namespace entente::diagram
