// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// Finds rows of somebody else's table by hash: open addressing over (hash, row number). The table
/// stays where it is, so a row costs eight to sixteen bytes here and nothing is stored twice.
class FlatIndex {
  public:
    FlatIndex() : slots_(1024) {}

    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// Has the place of this hash brought near.
    void fetch(std::uint32_t hash) const {
        __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    }

    /// The row that is likely to have this hash, or none.
    [[nodiscard]] std::uint32_t first(std::uint32_t hash) const {
        return slots_[hash & (slots_.size() - 1)].row;
    }

    /// The row with this hash for which `equal(row)` holds; none if there is none.
    template <class Equal>
    [[nodiscard]] std::uint32_t find(std::uint32_t hash, Equal&& equal) const {
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = hash & mask; slots_[at].row != none; at = (at + 1) & mask)
            if (slots_[at].hash == hash && equal(slots_[at].row)) return slots_[at].row;
        return none;
    }

    /// The row with this hash for which `equal(row)` holds; if there is none, the number that
    /// `insert()` returns after adding the row. At most 2^32 - 2 rows.
    template <class Equal, class Insert>
    std::uint32_t find_or_insert(std::uint32_t hash, Equal&& equal, Insert&& insert) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hash & mask;
        for (; slots_[at].row != none; at = (at + 1) & mask)
            if (slots_[at].hash == hash && equal(slots_[at].row)) return slots_[at].row;
        const std::uint32_t row = insert();
        slots_[at] = {hash, row};
        if (++used_ * 2 > slots_.size()) grow();
        return row;
    }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t row = none;
    };

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        const std::size_t mask = slots_.size() - 1;
        for (const Slot& slot : old) {
            if (slot.row == none) continue;
            std::size_t at = slot.hash & mask;
            while (slots_[at].row != none)
                at = (at + 1) & mask;
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

} // namespace entente
