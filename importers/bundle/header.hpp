// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/syntax/json.hpp"

namespace entente::bundle {

/// What a column of others' tables means, told by its name: `~id`, `:START_ID(Person)`, `Target`,
/// `name:string[]`.
struct OthersColumn {
    enum class Use { property, id, source, target, label, type, ignored };
    Use use = Use::property;
    std::string name;               ///< of the property
    std::string space;              ///< of ids: those of one space differ
    JsonType type = JsonType::null; ///< null: not said
    bool list = false;              ///< several values in a cell, with `;` between them
};

struct OthersHeader {
    std::vector<OthersColumn> columns;
    bool nodes = false, edges = false;
    bool marked = false; ///< in the manner of Neo4j or Neptune, which nobody else uses

    [[nodiscard]] bool has(OthersColumn::Use use) const;
};

/// Neither nodes nor edges if it is no such header.
OthersHeader understand_header(const std::vector<std::string_view>& cells);

} // namespace entente::bundle
