// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "exporters/diagram/scene/make/account.hpp"

namespace entente::diagram {

/// The title that was asked for, the graph's own, or what the nodes come to.
std::string title_of(const Material& material, const std::string& asked,
                     const std::vector<Node>& nodes);

/// Of what day and made of how much, and of how many nations the picture shows how many.
std::string subtitle_of(const Material& material, std::size_t nations_shown, std::size_t nations);

/// The sources of what is drawn, those that say most of it first.
std::vector<SourceIndex> sources_of(const Material& material, const Account& account);

/// So many sources are cited under a picture.
constexpr std::size_t most_citations = 14;

/// The first of them as they are cited.
std::vector<Citation> citations_of(const Material& material,
                                   const std::vector<SourceIndex>& sources);

} // namespace entente::diagram
