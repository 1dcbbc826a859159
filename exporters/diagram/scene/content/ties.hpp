// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "exporters/diagram/scene/reading/material.hpp"

namespace entente::diagram {

/// A tie between two nodes, folded over relations.
struct Tie {
    std::size_t from = 0, to = 0; ///< hub to member, threat to nation
    Part part = Part::membership;
    Certainty certainty = Certainty::plain;
    std::uint32_t sources = 0;
    std::vector<std::size_t> relations; ///< places in View::relations()
};

/// At most one tie from a node to another.
class Ties {
  public:
    [[nodiscard]] const std::vector<Tie>& list() const { return list_; }
    [[nodiscard]] const Tie& operator[](std::size_t at) const { return list_[at]; }
    /// The place of the tie in the list; none if there is none.
    [[nodiscard]] std::size_t find(std::size_t from, std::size_t to) const;

    /// Adds the tie, or its sources and relations to the one that is there. Of two that differ in
    /// certainty, the surer one counts.
    void add(Tie tie);
    void add_relation(std::size_t at, std::size_t relation) {
        list_[at].relations.push_back(relation);
    }

  private:
    std::vector<Tie> list_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> at_; ///< by from and to
};

/// Memberships, and who poses threats to whom. `places`: the node of each entity.
Ties ties_between(const Material& material, const std::vector<Node>& nodes,
                  const std::vector<std::size_t>& places);

} // namespace entente::diagram
