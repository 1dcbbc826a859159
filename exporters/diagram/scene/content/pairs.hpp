// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "exporters/diagram/scene/content/ties.hpp"

namespace entente::diagram {

/// All direct relations between two nodes, from < to.
struct Pair {
    std::size_t from = 0, to = 0;
    std::vector<std::size_t> relations; ///< places in View::relations()
};

/// A relation that needs no line of its own: a tie says it already, or can say it in a word at a
/// place that is there. What allies do together stands in their alliance's hub; a danger that comes
/// by way of a threat goes without a line.
struct Folded {
    std::size_t relation = 0, tie = 0;
    std::size_t hub = none; ///< the node that gets the words, if there are any
    std::string words;
};

/// Direct relations that take a side. Those that take none (borders, statements) would only be
/// clutter.
struct Directs {
    std::vector<Pair> pairs; ///< one for each two nodes
    std::vector<Folded> folded;
};

Directs directs_between(const Material& material, const std::vector<std::size_t>& places,
                        const Ties& ties);

/// Lets ties and hubs say what is folded into them, each word once.
void fold_in(const std::vector<Folded>& folded, Ties& ties, std::vector<Node>& nodes);

} // namespace entente::diagram
