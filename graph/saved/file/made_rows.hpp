// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

#include "graph/memory/large_memory.hpp"
#include "graph/memory/rows.hpp"
#include "graph/memory/strings.hpp"
#include "graph/saved/file/checked_rows.hpp"
#include "graph/saved/file/file.hpp"

namespace entente::saved {

/// Rows that are made from those of a file, a few at a time, when one of them is read for
/// the first time. Their memory is set aside at once, but not touched.
template <class T>
class MadeRows : public RowSource {
    static_assert(std::is_trivially_destructible_v<T>);

  public:
    MadeRows(const File& file, std::size_t size)
        : file_(file),
          size_(size),
          rows_(LargeAllocator<T>().allocate(std::max<std::size_t>(size, 1))),
          blocks_((size + block_rows - 1) / block_rows) {}
    ~MadeRows() override { LargeAllocator<T>().deallocate(rows_, std::max<std::size_t>(size_, 1)); }

    [[nodiscard]] Rows<T> rows() const { return {std::span<const T>(rows_, size_), *this}; }
    void need(std::size_t first, std::size_t count) const override {
        file_.require(first <= size_ && count <= size_ - first, "the number of a row");
        if (count == 0) return;
        blocks_.need(first / block_rows, (first + count - 1) / block_rows,
                     [this](std::size_t block) {
                         const std::size_t begin = block * block_rows;
                         const std::size_t end = std::min(begin + block_rows, size_);
                         make(begin, end - begin, rows_ + begin);
                     });
    }

  protected:
    [[nodiscard]] const File& file() const { return file_; }
    /// For what rows have several of; only to be used by make().
    [[nodiscard]] Arena& arena() const { return arena_; }

  private:
    static constexpr std::size_t block_rows = 4; ///< somebody's neighbours lie everywhere
    /// Constructs the rows at `out`. Never called by two threads at once.
    virtual void make(std::size_t first, std::size_t count, T* out) const = 0;

    const File& file_;
    std::size_t size_;
    T* rows_;
    Blocks blocks_;
    mutable Arena arena_;
};

/// Fields of entities, claims or sources.
class Fields {
  public:
    Fields(const File& file, const Texts& texts, const GraphTables& graph, Part part)
        : texts_(texts), rows_(file, part, graph, [](const FieldRow& row, const GraphTables&) {
              return row.type <= static_cast<std::uint64_t>(ValueType::json);
          }) {}

    [[nodiscard]] std::span<const Field> operator()(Range range, Arena& arena) const {
        const std::span<const FieldRow> rows = rows_.part(range.first, range.count);
        std::vector<Field> fields;
        fields.reserve(rows.size());
        for (const FieldRow& row : rows)
            fields.push_back(
                {texts_(row.key), {static_cast<ValueType>(row.type), texts_(row.text)}});
        return arena.keep(std::span<const Field>(fields));
    }

  private:
    const Texts& texts_;
    CheckedRows<FieldRow> rows_;
};

} // namespace entente::saved
