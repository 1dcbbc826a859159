// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/make/captions.hpp"

#include <algorithm>

#include "exporters/diagram/scene/reading/telling.hpp"
#include "exporters/diagram/scene/reading/words.hpp"
#include "exporters/drawing/web_address.hpp"

namespace entente::diagram {

namespace {

std::string default_title(const Material& material, const std::vector<Node>& nodes) {
    bool hubs = false, threats = false;
    for (const Node& node : nodes) {
        hubs |= node.kind == NodeKind::hub;
        threats |= node.kind == NodeKind::threat;
    }
    std::string title = hubs && threats ? "Alliances and threats"
                        : hubs          ? "Alliances"
                        : threats       ? "Threats"
                                        : "Nations and their relations";
    std::size_t focus = 0;
    for (const std::string& id : material.view.options().focus) {
        const EntityIndex e = material.view.graph().find(id);
        title += focus++ == 0 ? " around " : ", ";
        title += e == no_index ? id : material.name_of(e);
    }
    return title;
}

/// The day or time that the picture speaks of; empty if it is any.
std::string time_of(const Material& material) {
    const ViewOptions& asked = material.view.options();
    const bool window = asked.since.known() || asked.until.known();
    if (!asked.at.dated() && window) return describe(Period{asked.since, asked.until});
    return material.as_of.dated() ? "as of " + describe(material.as_of) : std::string();
}

std::string made_from(const View& view) {
    if (view.claim_count() == 0) return {};
    std::string text = counted(view.claim_count(), "fact", "facts");
    if (!view.sources().empty())
        text += " from " + counted(view.sources().size(), "source", "sources");
    return text;
}

} // namespace

std::string title_of(const Material& material, const std::string& asked,
                     const std::vector<Node>& nodes) {
    if (!asked.empty()) return asked;
    const std::string_view own = material.view.graph().title;
    return own.empty() ? default_title(material, nodes) : std::string(own);
}

std::string subtitle_of(const Material& material, std::size_t nations_shown, std::size_t nations) {
    std::vector<std::string> parts = {time_of(material), made_from(material.view)};
    if (nations_shown < nations)
        parts.push_back(counted(nations_shown) + " of " + counted(nations) + " nations shown");
    if (material.view.entities_left_out() > 0)
        parts.push_back(counted(material.view.entities_left_out()) + " less connected left out");
    return joined(parts, " · ");
}

std::vector<SourceIndex> sources_of(const Material& material, const Account& account) {
    std::vector<SourceIndex> sources;
    for (const SourceIndex s : material.view.sources())
        if (account.claims_of[s] > 0) sources.push_back(s);
    std::stable_sort(sources.begin(), sources.end(), [&](SourceIndex a, SourceIndex b) {
        return account.claims_of[a] > account.claims_of[b];
    });
    return sources;
}

std::vector<Citation> citations_of(const Material& material,
                                   const std::vector<SourceIndex>& sources) {
    std::vector<Citation> citations;
    for (std::size_t i = 0; i < std::min(sources.size(), most_citations); ++i) {
        const Source source = material.view.source(sources[i]);
        Citation& citation = citations.emplace_back();
        citation.text = name_of_source(source);
        if (is_web_address(source.url)) citation.href = std::string(source.url);
    }
    return citations;
}

} // namespace entente::diagram
