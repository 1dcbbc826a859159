// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>

#include "graph/memory/rows.hpp"
#include "graph/saved/file/blocks.hpp"
#include "graph/saved/file/file.hpp"

namespace entente::saved {

/// The rows of a part, used where they lie. Before one is read, its block is compared with its
/// checksum, and `valid` is asked of each row that lies in it, whose bytes may be no values of
/// their types yet.
template <class Row>
class CheckedRows final : public RowSource {
  public:
    using Valid = bool (*)(const Row& row, const GraphTables& graph);

    CheckedRows(const File& file, Part part, const GraphTables& graph, Valid valid)
        : file_(file),
          part_(part),
          graph_(graph),
          valid_(valid),
          rows_(file.rows<Row>(part)),
          blocks_(block_count(rows_.size_bytes())) {
        file.require(rows_.size() < no_index, "the number of rows");
    }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] Rows<Row> rows() const { return {rows_, *this}; }
    [[nodiscard]] std::span<const Row> part(std::size_t first, std::size_t count) const {
        return rows().part(first, count);
    }
    void need(std::size_t first, std::size_t count) const override {
        file_.require(first <= rows_.size() && count <= rows_.size() - first, "a range of rows");
        if (count == 0) return;
        blocks_.need(first * sizeof(Row) / block_size,
                     ((first + count) * sizeof(Row) - 1) / block_size,
                     [this](std::size_t block) { look_over(block); });
    }

  private:
    void look_over(std::size_t block) const {
        file_.check(part_, block);
        if (valid_ == nullptr) return;
        const std::size_t first = block * block_size / sizeof(Row);
        const std::size_t end =
            std::min(rows_.size(), ((block + 1) * block_size + sizeof(Row) - 1) / sizeof(Row));
        bool good = true;
        for (const Row& row : rows_.subspan(first, end - first))
            good = good && valid_(row, graph_);
        file_.require(good, "a row");
    }

    const File& file_;
    Part part_;
    const GraphTables& graph_;
    Valid valid_;
    std::span<const Row> rows_;
    Blocks blocks_;
};

/// A byte of a row that may be no value of its type yet.
template <class T>
unsigned char byte(const T& value) {
    return *reinterpret_cast<const unsigned char*>(&value);
}

} // namespace entente::saved
