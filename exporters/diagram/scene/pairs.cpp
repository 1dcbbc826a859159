// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/palette.hpp"

namespace entente::diagram {

namespace {

/// More pairs than this are a thicket: the weakest are left out, and counted.
constexpr std::size_t most_pairs = 90;
/// Up to so many bundles say in words what they are; beyond, colour and tooltip must do.
constexpr std::size_t most_labels = 36;
constexpr std::size_t most_words = 3;

struct Words {
    std::string_view relation, label;
};

/// Short forms for lines; any other relation is called by its own name.
constexpr std::array<Words, 16> short_words = {{
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
    for (const Words& w : short_words)
        if (w.relation == relation) return std::string(w.label);
    std::string text(relation);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string joined_words(const std::set<std::string>& words) {
    std::string text;
    std::size_t shown = 0;
    for (const std::string& word : words) {
        if (shown == most_words) return text + " +" + std::to_string(words.size() - shown);
        text += (shown++ > 0 ? ", " : "") + word;
    }
    return text;
}

} // namespace

/// What the relations of a pair come to, in a few words, with one colour and one direction.
Bundle SceneMaker::bundle_of(const Pair& pair) const {
    Bundle bundle;
    std::set<std::string> words;
    bool plus = false, minus = false, forward = false, backward = false;
    bundle.certainty = certainty_of(relation(pair.relations.front()).status);
    for (const std::size_t at : pair.relations) {
        const Relation& r = relation(at);
        const RelationType& type = view_.vocabulary().relation(r.type);
        words.insert(word_of(type.name));
        plus |= type.sign == Sign::cooperation;
        minus |= type.sign == Sign::conflict;
        bundle.sources = std::max(bundle.sources, r.source_count);
        if (certainty_of(r.status) == Certainty::plain) bundle.certainty = Certainty::plain;
        if (!type.symmetric) (node_of_[r.subject] == pair.from ? forward : backward) = true;
    }
    bundle.words = joined_words(words);
    bundle.color = bundle.certainty == Certainty::denied ? color::neutral
                   : plus && minus                       ? color::mixed
                   : plus                                ? color::cooperation
                   : minus                               ? color::conflict
                                                         : color::neutral;
    bundle.arrow = forward || backward;
    bundle.arrow_back = forward && backward;
    const bool turn = backward && !forward;
    bundle.strands.push_back(
        {turn ? pair.to : pair.from, turn ? pair.from : pair.to, pair.relations});
    return bundle;
}

namespace {

/// Joins the bundles of one strand that say the same of the same end.
void merge_bundles(std::vector<Bundle>& bundles, bool by_aim) {
    std::map<std::tuple<std::string, std::string_view, Certainty, std::size_t>, std::size_t> seen;
    std::vector<Bundle> out;
    for (Bundle& b : bundles) {
        const Strand& strand = b.strands.front();
        // What has no direction would, if joined, tie ends that nobody tied.
        const bool alone = !b.arrow || b.arrow_back || b.strands.size() > 1;
        const auto [at, fresh] = alone ? std::pair(seen.end(), true)
                                       : seen.try_emplace({b.words, b.color, b.certainty,
                                                           by_aim ? strand.aim : strand.actor},
                                                          out.size());
        if (fresh) {
            out.push_back(std::move(b));
            continue;
        }
        Bundle& whole = out[at->second];
        whole.sources = std::max(whole.sources, b.sources);
        whole.strands.push_back(strand);
    }
    bundles = std::move(out);
}

} // namespace

void SceneMaker::note_in_legend(const Bundle& bundle) {
    Legend& legend = scene_.legend;
    if (bundle.color == color::mixed)
        legend.mixed = true;
    else if (bundle.color == color::cooperation)
        legend.cooperation = true;
    else if (bundle.color == color::conflict)
        legend.conflict = true;
    else if (bundle.certainty != Certainty::denied)
        legend.neutral = true;
}

/// Draws a bundle: its words as a small node that its lines run through, or (in a crowd) the bare
/// lines.
void SceneMaker::draw_bundle(const Bundle& bundle, bool in_words) {
    note_in_legend(bundle);
    const double width = line_width(bundle.sources, 1.4);
    const auto link = [&](std::size_t from, std::size_t to, bool arrow, bool back,
                          const Strand& strand) {
        scene_.links.push_back({from, to, std::string(bundle.color), width, bundle.certainty, arrow,
                                back, false, tell_all(strand.relations),
                                href_of(strand.relations)});
    };
    if (!in_words) {
        for (const Strand& s : bundle.strands)
            link(s.actor, s.aim, bundle.arrow, bundle.arrow_back, s);
        return;
    }
    const std::size_t label = scene_.nodes.size();
    Node node;
    node.kind = NodeKind::label;
    node.name = bundle.words;
    node.note = word_for(bundle.certainty);
    node.color = bundle.color;
    node.certainty = bundle.certainty;
    scene_.nodes.push_back(std::move(node));
    std::set<std::size_t> drawn;
    for (const Strand& s : bundle.strands) {
        if (drawn.insert(s.actor).second) link(s.actor, label, false, bundle.arrow_back, s);
        if (drawn.insert(s.aim).second) link(label, s.aim, bundle.arrow, false, s);
    }
    scene_.nodes[label].tooltip = scene_.links.back().tooltip;
}

/// One readable line for each pair; where several nations do the same to the same one (or one to
/// several), their lines meet in one label.
void SceneMaker::draw_pairs() {
    if (pairs_.size() > most_pairs) {
        const auto weight = [&](const Pair& pair) {
            std::size_t sum = 0;
            for (const std::size_t r : pair.relations)
                sum += relation(r).claim_count + 4 * relation(r).source_count;
            return sum;
        };
        std::stable_sort(pairs_.begin(), pairs_.end(),
                         [&](const Pair& a, const Pair& b) { return weight(a) > weight(b); });
        pairs_.resize(most_pairs);
        std::sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) {
            return std::tie(a.from, a.to) < std::tie(b.from, b.to);
        });
    }
    std::vector<Bundle> bundles;
    for (const Pair& pair : pairs_)
        bundles.push_back(bundle_of(pair));
    merge_bundles(bundles, true);
    merge_bundles(bundles, false);
    const bool in_words = bundles.size() <= most_labels;
    for (const Bundle& bundle : bundles)
        draw_bundle(bundle, in_words);
}

} // namespace entente::diagram
