// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "graph/saved/file/format.hpp"

namespace entente::saved {

/// Writes the parts of a file one after the other, and their checksums and the ends.
class PartWriter {
  public:
    using Sink = std::function<void(std::string_view)>;
    explicit PartWriter(Sink sink);

    /// What is added from now on is of this part, up to the next begin() or finish().
    void begin(Part part);
    void add(std::string_view bytes);
    template <class Row>
    void add_row(const Row& row) {
        static_assert(std::has_unique_object_representations_v<Row>, "no byte is left to chance");
        add(std::string_view(reinterpret_cast<const char*>(&row), sizeof row));
    }
    void finish();

  private:
    void put(std::string_view bytes);
    void end_block();
    void end_part();

    Sink sink_;
    std::uint64_t position_ = 0;
    Part part_ = Part::count_; ///< none yet
    std::string block_;        ///< the last of the part, not written yet
    std::array<std::vector<std::uint64_t>, part_count> checks_;
    Header header_{};
    Trailer trailer_{};
};

} // namespace entente::saved
