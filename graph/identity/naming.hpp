// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/identity/directory.hpp"
#include "graph/memory/strings.hpp"

namespace entente::identity {

/// Of two ways to call one entity the one to show: the shorter, then the first in code point order.
std::string_view better_name(std::string_view a, std::string_view b);

/// The name itself of a person: "Lloyd Austin" of "U.S. Secretary of Defense Lloyd Austin". What
/// stands behind the name, and a name that cannot be told from its titles, stays as it is.
std::string_view without_titles(std::string_view raw);

/// Whether one of these full names has the bare surname that `bare` is.
bool has_surname(const std::vector<PersonName>& names, const PersonName& bare);

/// Gives every provisional node its id, made from its kind and name, and from its source if it
/// holds only there: `official/taro-kono`, `official/kono@asahi-2019`. Nodes whose ids would be
/// equal get the hash of their name behind it. Nodes that nobody needs get none.
void name_nodes(std::vector<Node>& nodes, const std::vector<bool>& needed, StringPool& strings);

/// `a, b or c`-like lists for messages.
template <class Range>
std::string join(const Range& texts, std::string_view separator) {
    std::string out;
    for (const auto& text : texts) {
        if (!out.empty()) out += separator;
        out += text;
    }
    return out;
}

} // namespace entente::identity
