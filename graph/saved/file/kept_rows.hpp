// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/model/view.hpp"

namespace entente::saved {

/// Which rows of a graph are saved, and with which numbers: all that a view shows, and whoever
/// states one of its claims.
class KeptRows {
  public:
    explicit KeptRows(const View& view);

    /// In the order of the graph's own.
    [[nodiscard]] std::span<const EntityIndex> entities() const { return entities_.rows; }
    [[nodiscard]] std::span<const std::uint32_t> resolutions() const { return resolutions_.rows; }
    [[nodiscard]] std::span<const SourceIndex> sources() const { return sources_.rows; }

    /// The number that a row gets.
    [[nodiscard]] EntityIndex entity(EntityIndex at) const { return entities_.number[at]; }
    [[nodiscard]] std::uint32_t resolution(std::uint32_t at) const {
        return resolutions_.number[at];
    }
    [[nodiscard]] SourceIndex source(SourceIndex at) const { return sources_.number[at]; }

  private:
    struct Rows {
        std::vector<std::uint32_t> rows, number;
        template <class Keep>
        void choose(std::size_t size, Keep keep);
    };
    Rows entities_, resolutions_, sources_;
};

} // namespace entente::saved
