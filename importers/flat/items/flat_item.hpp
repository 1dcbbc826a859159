// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "importers/syntax/json.hpp"

namespace entente {

/// One attribute of a node, an edge or the graph, as a flat format has it.
struct FlatAttribute {
    std::string name;
    std::string text; ///< decoded; of a list or object, its JSON
    JsonType type = JsonType::string;

    [[nodiscard]] bool is_true() const { return text == "true" || text == "1"; }
};

/// A node or an edge of a file.
struct FlatItem {
    std::string id;             ///< as the file has it; of an edge, empty if it has none
    std::string source, target; ///< of an edge: ids of nodes
    std::vector<FlatAttribute> attributes;
    std::size_t offset = 0; ///< where it stands in the input

    /// nullptr if there is none.
    [[nodiscard]] const FlatAttribute* find(std::string_view name) const;
    /// Of some names the first that has a text; nullptr if none has.
    [[nodiscard]] const FlatAttribute* first_of(
        std::initializer_list<std::string_view> names) const;
    void add(std::string_view name, std::string_view text, JsonType type = JsonType::string) {
        attributes.push_back({std::string(name), std::string(text), type});
    }
};

} // namespace entente
