// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/model/model.hpp"

namespace entente::explore {

/// Finds the entities of one graph in another.
class Counterparts {
  public:
    /// In `other`, which must live as long.
    explicit Counterparts(const GraphTables& other);

    /// Who in the other graph has its id, or else whom the other graph takes for its id or its
    /// name; no_index if there is nobody, or several.
    [[nodiscard]] EntityIndex of(const GraphTables& graph, EntityIndex entity) const;
    /// The rules by which the other graph takes an id or a name for that entity.
    [[nodiscard]] std::vector<std::string_view> rules(std::string_view text,
                                                      EntityIndex entity) const;

  private:
    [[nodiscard]] EntityIndex called(std::string_view text, std::string_view kind) const;

    const GraphTables& other_;
    std::multimap<std::string_view, const Resolution*> mentions_;
    std::multimap<std::string_view, EntityIndex> names_;
};

} // namespace entente::explore
