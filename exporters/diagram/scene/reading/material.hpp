// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/diagram/scene/scene.hpp"

namespace entente::diagram {

/// What a relation is to the picture.
enum class Part : std::uint8_t {
    membership,    ///< a line from a hub to its member
    poses,         ///< from a threat to who poses it
    targets,       ///< from a threat to whom it is aimed at
    office,        ///< a line of type in a box
    capability,    ///< likewise
    participation, ///< in an event or agreement of a list
    location,      ///< where an event takes place
    meeting,       ///< a row of a list
    other,         ///< a line between two nodes, if it has a sign
};

/// What a picture is made of: a view, and how the picture reads it.
struct Material {
    const View& view;
    std::string language;           ///< of names, BCP 47; empty: as they are
    Date as_of;                     ///< the day that the picture shows; not dated: any
    std::vector<Part> part_of_type; ///< by RelationId

    [[nodiscard]] const Relation& relation(std::size_t at) const { return view.relations()[at]; }
    [[nodiscard]] const RelationType& type_of(const Relation& r) const {
        return view.vocabulary().relation(r.type);
    }
    [[nodiscard]] Sign sign_of(const Relation& r) const { return type_of(r).sign; }
    [[nodiscard]] Part part_of(const Relation& r) const;
    [[nodiscard]] KindId kind_of(EntityIndex entity) const { return view.entity(entity).kind; }
    [[nodiscard]] std::size_t entity_count() const { return view.graph().entities.size(); }
    [[nodiscard]] std::string name_of(EntityIndex entity) const;
    /// The entity's attribute `status`: `planned`, `suspended`; or empty.
    [[nodiscard]] std::string_view status_of(EntityIndex entity) const;
    [[nodiscard]] Member member_of(EntityIndex nation) const;
    /// Whether what holds in that period, or was seen on that date, holds on the picture's day.
    [[nodiscard]] bool current(const Period& period) const;
};

Material material_of(const View& view, const ExportOptions& options);

} // namespace entente::diagram
