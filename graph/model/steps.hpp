// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "graph/memory/rows.hpp"
#include "graph/model/ledger.hpp"

namespace entente {

/// One way out of an entity: along a relation or against it.
struct Step {
    std::uint32_t relation = 0; ///< index into the view's relations
    EntityIndex other = 0;      ///< where it leads
    bool forward = true;        ///< from subject to object
    bool denied = false;        ///< the relation's status, so that a search need not read it
    friend bool operator==(const Step&, const Step&) = default;
};

/// The relations of each entity, in both directions, those of entity `i` from begins[i] up to
/// begins[i + 1]. A relation of an entity to itself is there once.
struct StepTable {
    std::span<const std::uint32_t> begins;
    Rows<Step> steps;
    [[nodiscard]] bool empty() const { return begins.empty(); }
    [[nodiscard]] std::size_t count(EntityIndex entity) const {
        return begins[entity + 1] - begins[entity];
    }
    [[nodiscard]] std::span<const Step> of(EntityIndex entity) const {
        return steps.part(begins[entity], count(entity));
    }
};

/// Who is called what: of a saved graph, so that asking for one name or id does not read all of
/// them.
class NameIndex {
  public:
    NameIndex() = default;
    NameIndex(const NameIndex&) = delete;
    NameIndex& operator=(const NameIndex&) = delete;
    virtual ~NameIndex() = default;
    /// The entities that have just this id, name or alias, or that the input called so.
    [[nodiscard]] virtual std::vector<EntityIndex> called(std::string_view name) const = 0;
};

} // namespace entente
