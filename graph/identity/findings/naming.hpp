// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/identity/findings/directory.hpp"
#include "graph/identity/findings/parsed_names.hpp"
#include "graph/memory/strings.hpp"

namespace entente::identity {

/// Of two ways to call one entity the one to show: the shorter, then the first in code point order.
std::string_view better_name(std::string_view a, std::string_view b);

/// The name itself of a person: "Lloyd Austin" of "U.S. Secretary of Defense Lloyd Austin". What
/// stands behind the name, and a name that cannot be told from its titles, stays as it is.
std::string_view without_titles(std::string_view raw, ParsedNames& people);

/// Gives every provisional node its id, made from its kind and name, and from its source if it
/// holds only there: `official/taro-kono`, `official/kono@asahi-2019`. Nodes whose ids would be
/// equal get the hash of their name behind it. Nodes that nobody needs get none.
void name_nodes(std::vector<Node>& nodes, const std::vector<bool>& needed, StringPool& strings,
                ParsedNames& people);

} // namespace entente::identity
