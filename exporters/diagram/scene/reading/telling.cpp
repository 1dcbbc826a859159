// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/reading/telling.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/diagram/scene/reading/words.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/web_address.hpp"

namespace entente::diagram {

namespace {

constexpr std::uint32_t most_claims = 8;
constexpr std::size_t most_relations = 14;
constexpr std::size_t most_aliases = 8;

/// `Japan is allied with United States (since 1960, disputed)`.
std::string sentence(const Material& material, const Relation& r) {
    const RelationType& type = material.type_of(r);
    std::string label(type.label.empty() ? type.name : type.label);
    if (type.label.empty()) std::replace(label.begin(), label.end(), '_', ' ');
    const std::string text = isolated(material.name_of(r.subject)) + " " + label + " " +
                             isolated(material.name_of(r.object));
    const std::string how(word_for(certainty_of(r.status)));
    const std::string more = joined({describe(r.period), how, r.derived ? "derived" : ""}, ", ");
    return more.empty() ? text : text + " (" + more + ")";
}

/// `Paper A, denied, as of 3 June 2023, confidence 80%, according to Japan: “…”`.
std::string tell_claim(const Material& material, const Claim& claim) {
    std::string text =
        claim.source == no_index ? "no source" : name_of_source(material.view.source(claim.source));
    if (claim.stance != Stance::asserted) text += ", " + std::string(name(claim.stance));
    if (claim.date.dated()) text += ", as of " + describe(claim.date);
    if (claim.confidence >= 0)
        text += ", confidence " + std::to_string(std::lround(claim.confidence * 100)) + "%";
    if (claim.stated_by != no_index)
        text += ", according to " + isolated(material.name_of(claim.stated_by));
    if (!claim.quote.empty()) text += ": “" + isolated(claim.quote) + "”";
    return text;
}

std::string tell_all(const Material& material, const std::vector<std::size_t>& relations) {
    std::string text;
    for (std::size_t i = 0; i < std::min(relations.size(), most_relations); ++i)
        text += (i > 0 ? "\n" : "") + tell(material, relations[i]);
    if (relations.size() > most_relations)
        text += "\nand " +
                counted(relations.size() - most_relations, "more relation", "more relations");
    return text;
}

std::string page_of(const Material& material, const std::vector<std::size_t>& relations) {
    for (const std::size_t at : relations) {
        const Relation& r = material.relation(at);
        for (std::uint32_t n = 0; n < claims_told(r); ++n) {
            const Claim claim = material.view.claim(r, n);
            if (claim.source == no_index) continue;
            const std::string_view url = material.view.source(claim.source).url;
            if (is_web_address(url)) return std::string(url);
        }
    }
    return {};
}

} // namespace

std::uint32_t claims_told(const Relation& relation) {
    return std::min(relation.claim_count, most_claims);
}

std::string tell(const Material& material, std::size_t relation) {
    const Relation& r = material.relation(relation);
    std::string text = sentence(material, r);
    const std::uint32_t told = claims_told(r);
    for (std::uint32_t n = 0; n < told; ++n)
        text += "\n• " + tell_claim(material, material.view.claim(r, n));
    if (r.claim_count > told)
        text += "\n• and " + counted(r.claim_count - told, "more claim", "more claims");
    return text;
}

Telling telling_of(const Material& material, const std::vector<std::size_t>& relations) {
    const auto end_of_told =
        relations.begin() + static_cast<std::ptrdiff_t>(std::min(relations.size(), most_relations));
    return {tell_all(material, relations),
            page_of(material, relations),
            {relations.begin(), end_of_told},
            {end_of_told, relations.end()}};
}

std::string describe_node(const Material& material, const Node& node) {
    const Entity& entity = material.view.entity(node.entity);
    std::string text = isolated(node.name);
    const std::string when = describe(entity.period);
    if (!when.empty()) text += " (" + when + ")";
    for (std::size_t i = 0; i < std::min(entity.aliases.size(), most_aliases); ++i)
        text += (i == 0 ? "\nalso: " : ", ") + isolated(entity.aliases[i].name);
    return text;
}

std::string name_of_source(const Source& source) {
    std::string text(!source.publisher.empty() ? source.publisher
                     : !source.title.empty()   ? source.title
                                               : source.id);
    if (source.published.dated()) text += ", " + describe(source.published);
    return text;
}

} // namespace entente::diagram
