// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <string>

#include "exporters/diagram/scene/content/content.hpp"

namespace entente::diagram {

/// What its ties come to, of a hub or threat.
struct Note {
    std::string text; ///< the name's second line: since when, how it stands, how many members
    Certainty certainty = Certainty::plain;
    int weight = 0; ///< how many members it has in the view
};

/// Of all hubs and threats, by node.
std::map<std::size_t, Note> notes_of(const Material& material, const Content& content);

} // namespace entente::diagram
