// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "exporters/diagram/scene/maker.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/web_address.hpp"

namespace entente::diagram {

namespace {

/// A tooltip is read, not studied: so many claims of a relation, so many relations of a line.
constexpr std::uint32_t most_claims = 8;
constexpr std::size_t most_relations = 14;
constexpr std::size_t most_citations = 14;

std::string name_of_source(const Source& source) {
    std::string text(!source.publisher.empty() ? source.publisher
                     : !source.title.empty()   ? source.title
                                               : source.id);
    if (source.published.dated()) text += ", " + describe(source.published);
    return text;
}

} // namespace

std::string counted(std::size_t number) {
    const std::string digits = std::to_string(number);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    std::string out = counted(number);
    out += ' ';
    return out += number == 1 ? one : many;
}

/// `Japan is allied with United States (since 1960, disputed)`.
std::string SceneMaker::sentence(const Relation& r) const {
    const RelationType& type = view_.vocabulary().relation(r.type);
    std::string label(type.label.empty() ? type.name : type.label);
    if (type.label.empty()) std::replace(label.begin(), label.end(), '_', ' ');
    std::string text =
        isolated(name_of(r.subject)) + " " + label + " " + isolated(name_of(r.object));
    const std::string when = describe(r.period);
    const std::string_view how = word_for(certainty_of(r.status));
    if (!when.empty() || !how.empty() || r.derived) {
        text += " (" + when;
        if (!how.empty()) text += (when.empty() ? "" : ", ") + std::string(how);
        if (r.derived) text += when.empty() && how.empty() ? "derived" : ", derived";
        text += ")";
    }
    return text;
}

/// The relation in words, and who says so: a line each claim.
std::string SceneMaker::tell(std::size_t at) {
    const Relation& r = relation(at);
    const bool again = relation_shown_[at];
    relation_shown_[at] = true;
    std::string text = sentence(r);
    const std::uint32_t shown = std::min(r.claim_count, most_claims);
    for (std::uint32_t n = 0; n < shown; ++n) {
        const Claim claim = view_.claim(r, n);
        text += "\n• ";
        text += claim.source == no_index ? "no source" : name_of_source(view_.source(claim.source));
        if (claim.stance != Stance::asserted) text += ", " + std::string(name(claim.stance));
        if (claim.date.dated()) text += ", as of " + describe(claim.date);
        if (claim.confidence >= 0)
            text += ", confidence " + std::to_string(std::lround(claim.confidence * 100)) + "%";
        if (claim.stated_by != no_index)
            text += ", according to " + isolated(name_of(claim.stated_by));
        if (!claim.quote.empty()) text += ": “" + isolated(claim.quote) + "”";
        if (again) continue;
        if (claim.source != no_index) ++source_weight_[claim.source];
        if (with_tooltips_) ++claims_shown_;
    }
    if (r.claim_count > shown)
        text += "\n• and " + counted(r.claim_count - shown, "more claim", "more claims");
    entity_told_[r.subject] = entity_told_[r.object] = true;
    return text;
}

std::string SceneMaker::tell_all(const std::vector<std::size_t>& relations) {
    std::string text;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        if (i >= most_relations) {
            // The line is drawn for them, too, even if the tooltip ends before.
            relation_shown_[relations[i]] = true;
            continue;
        }
        if (i > 0) text += '\n';
        text += tell(relations[i]);
    }
    if (relations.size() > most_relations)
        text += "\nand " +
                counted(relations.size() - most_relations, "more relation", "more relations");
    return text;
}

/// Where to read more: the page of the first source that has one.
std::string SceneMaker::href_of(const std::vector<std::size_t>& relations) const {
    for (const std::size_t at : relations) {
        const Relation& r = relation(at);
        for (std::uint32_t n = 0; n < std::min(r.claim_count, most_claims); ++n) {
            const Claim claim = view_.claim(r, n);
            if (claim.source == no_index) continue;
            const std::string_view url = view_.source(claim.source).url;
            if (is_web_address(url)) return std::string(url);
        }
    }
    return {};
}

/// The sources that say most about what is drawn.
void SceneMaker::add_citations() {
    std::vector<SourceIndex> cited;
    for (const SourceIndex s : view_.sources())
        if (source_weight_[s] > 0) cited.push_back(s);
    std::stable_sort(cited.begin(), cited.end(), [&](SourceIndex a, SourceIndex b) {
        return source_weight_[a] > source_weight_[b];
    });
    for (const SourceIndex s : cited) {
        if (with_tooltips_) source_shown_[s] = true;
        if (scene_.citations.size() >= most_citations) {
            ++scene_.more_citations;
            continue;
        }
        source_shown_[s] = true;
        Citation citation{name_of_source(view_.source(s)), {}};
        if (is_web_address(view_.source(s).url)) citation.href = std::string(view_.source(s).url);
        scene_.citations.push_back(std::move(citation));
    }
}

std::string SceneMaker::default_title() const {
    bool hubs = false, threats = false;
    for (const Node& node : scene_.nodes) {
        hubs |= node.kind == NodeKind::hub;
        threats |= node.kind == NodeKind::threat;
    }
    std::string title = hubs && threats ? "Alliances and threats"
                        : hubs          ? "Alliances"
                        : threats       ? "Threats"
                                        : "Nations and their relations";
    std::size_t focus = 0;
    for (const std::string& id : view_.options().focus) {
        const EntityIndex e = view_.graph().find(id);
        title += focus++ == 0 ? " around " : ", ";
        title += e == no_index ? id : name_of(e);
    }
    return title;
}

void SceneMaker::add_titles() {
    scene_.title = !options_.title.empty()        ? options_.title
                   : !view_.graph().title.empty() ? std::string(view_.graph().title)
                                                  : default_title();
    std::vector<std::string> parts;
    const ViewOptions& view = view_.options();
    if (view.at.dated())
        parts.push_back("as of " + describe(view.at));
    else if (view.since.known() || view.until.known())
        parts.push_back(describe(Period{view.since, view.until}));
    else if (as_of_.dated())
        parts.push_back("as of " + describe(as_of_));
    std::string made_from = counted(view_.claim_count(), "fact", "facts");
    if (!view_.sources().empty())
        made_from += " from " + counted(view_.sources().size(), "source", "sources");
    if (view_.claim_count() > 0) parts.push_back(std::move(made_from));
    if (nations_shown_ < nations_)
        parts.push_back(counted(nations_shown_) + " of " + counted(nations_) + " nations shown");
    if (view_.entities_left_out() > 0)
        parts.push_back(counted(view_.entities_left_out()) + " less connected left out");
    for (const std::string& part : parts)
        scene_.subtitle += (scene_.subtitle.empty() ? "" : " · ") + part;
}

/// Settles what became of every item of the view, and says so.
void SceneMaker::count() {
    ItemCounts& written = scene_.report.written;
    ItemCounts& left = scene_.report.left_out;
    std::vector<std::size_t> by_kind(view_.vocabulary().kinds().size(), 0);
    for (const EntityIndex e : view_.entities()) {
        written.entities += entity_shown_[e] || (with_tooltips_ && entity_told_[e]);
        by_kind[kind_of(e)] += !entity_shown_[e];
    }
    written.relations =
        static_cast<std::size_t>(std::count(relation_shown_.begin(), relation_shown_.end(), true));
    written.claims = claims_shown_;
    for (const SourceIndex s : view_.sources())
        written.sources += source_shown_[s];
    left = {view_.entities().size() - written.entities,
            view_.relations().size() - written.relations, view_.claim_count() - written.claims,
            view_.sources().size() - written.sources};

    std::string kinds;
    for (std::size_t k = 0; k < by_kind.size(); ++k) {
        if (by_kind[k] == 0) continue;
        const Kind& kind = view_.vocabulary().kind(static_cast<KindId>(k));
        std::string one(kind.label.empty() ? kind.name : kind.label);
        std::string many(kind.plural.empty() ? kind.name : kind.plural);
        for (std::string* word : {&one, &many})
            for (char& c : *word)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        kinds += (kinds.empty() ? "" : ", ") + counted(by_kind[k], one, many);
    }
    if (left.relations > 0)
        kinds += (kinds.empty() ? "" : ", ") + counted(left.relations, "relation", "relations");
    if (!kinds.empty()) scene_.left_out = "Not drawn: " + kinds + ".";
    if (nations_shown_ < nations_ || view_.entities_left_out() > 0)
        diagnostics_.report(Code::reduced, {},
                            "the picture shows the " + counted(nations_shown_) + " of " +
                                counted(nations_) + " nations that most is said of; narrow it " +
                                "with --focus, --at or --relation to see others");
    if (left.total() > 0) {
        // A picture is a choice by its nature: nothing to warn of.
        const std::string what = counted(left.entities, "entity", "entities") + ", " +
                                 counted(left.relations, "relation", "relations") + ", " +
                                 counted(left.claims, "claim", "claims") + " and " +
                                 counted(left.sources, "source", "sources");
        diagnostics_.report(Code::not_representable, Severity::note, {},
                            "the picture leaves out " + what);
        scene_.report.losses.push_back({.code = Code::not_representable,
                                        .count = left.total(),
                                        .what = "items are not in the picture: " + what,
                                        .readers = {},
                                        .where = {}});
    }
    if (scene_.missing_flags > 0)
        diagnostics_.report(Code::missing_flag, {},
                            counted(scene_.missing_flags, "nation", "nations") +
                                " in the picture without a flag: initials stand for it");
}

} // namespace entente::diagram
