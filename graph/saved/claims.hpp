// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "graph/ledger.hpp"
#include "graph/saved/file.hpp"

namespace entente::saved {

/// The fields of one part, with their texts in Part::long_texts.
class Fields {
  public:
    Fields(const File& file, const LongTexts& texts, Part part);
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    /// Appends those of `range`.
    void read(Range range, std::vector<Field>& out) const;

  private:
    const File& file_;
    const LongTexts& texts_;
    Part part_;
    std::span<const FieldRow> rows_;
    Blocks blocks_;
};

/// Rows of a file that are turned into what the program works with in blocks of as many, each when
/// one of its rows is asked for.
template <class FileRow, class Row>
class LazyTable {
  public:
    static constexpr std::size_t rows_a_block = 256;

    LazyTable(const File& file, Part part, const Fields& fields)
        : file_(file),
          part_(part),
          fields_(fields),
          rows_(file.rows<FileRow>(part)),
          checked_((rows_.size() * sizeof(FileRow) + block_size - 1) / block_size),
          ready_(block_count()),
          blocks_(block_count()) {}

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    /// `make(FileRow)` gives all of the row but its fields.
    template <class F>
    const Row& row(std::size_t at, F make) const {
        const std::size_t block = at / rows_a_block;
        ready_.need(block, [&](std::size_t) { read(block, make); });
        return blocks_[block].rows[at % rows_a_block];
    }

  private:
    struct Block {
        std::vector<Row> rows;
        std::vector<Field> fields;
    };
    [[nodiscard]] std::size_t block_count() const {
        return (rows_.size() + rows_a_block - 1) / rows_a_block;
    }
    template <class F>
    void read(std::size_t at, F make) const {
        const std::size_t begin = at * rows_a_block;
        const std::size_t end = std::min(begin + rows_a_block, rows_.size());
        for (std::size_t block = begin * sizeof(FileRow) / block_size;
             block <= (end * sizeof(FileRow) - 1) / block_size; ++block)
            checked_.need(block, [this](std::size_t one) { file_.check(part_, one); });
        Block made;
        std::size_t fields = 0;
        for (std::size_t i = begin; i < end; ++i) {
            file_.require(rows_[i].fields.count <= fields_.size() - fields, "a range of rows");
            fields += rows_[i].fields.count;
        }
        made.fields.reserve(fields); // so that nothing moves
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t first = made.fields.size();
            fields_.read(rows_[i].fields, made.fields);
            Row row = make(rows_[i]);
            set_fields(row, std::span<const Field>(made.fields).subspan(first));
            made.rows.push_back(row);
        }
        blocks_[at] = std::move(made);
    }
    static void set_fields(ClaimLedger::Detail& row, std::span<const Field> fields) {
        row.qualifiers = fields;
    }
    static void set_fields(SourceTable::Detail& row, std::span<const Field> fields) {
        row.attributes = fields;
    }

    const File& file_;
    Part part_;
    const Fields& fields_;
    std::span<const FileRow> rows_;
    Blocks checked_, ready_;
    mutable std::vector<Block> blocks_;
};

/// The claims of a saved graph, where they lie in the file.
class Claims {
  public:
    /// How many rows there are of what claims refer to.
    struct Limits {
        std::size_t resolutions, sources, relation_types;
    };
    Claims(const File& file, const LongTexts& texts, Limits limits);

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const ClaimLedger::Row& row(ClaimIndex index) const;
    [[nodiscard]] const ClaimLedger::Detail& detail(std::uint32_t index) const;
    [[nodiscard]] std::string_view text(TextRef ref) const { return texts_(ref); }

  private:
    void look_over(std::size_t block) const;
    void look_over(const ClaimLedger::Row& row) const;

    const File& file_;
    const LongTexts& texts_;
    Limits limits_;
    std::span<const ClaimLedger::Row> rows_;
    Blocks blocks_;
    Fields fields_;
    LazyTable<DetailRow, ClaimLedger::Detail> details_;
};

/// The sources of a saved graph, where they lie in the file.
class Sources {
  public:
    Sources(const File& file, const LongTexts& texts);

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const SourceTable::Row& row(SourceIndex index) const;
    [[nodiscard]] const SourceTable::Detail& detail(std::uint32_t index) const;
    [[nodiscard]] std::string_view text(TextRef ref) const { return texts_(ref); }

  private:
    void look_over(std::size_t block) const;

    const File& file_;
    const LongTexts& texts_;
    std::span<const SourceTable::Row> rows_;
    Blocks blocks_;
    Fields fields_;
    LazyTable<SourceDetailRow, SourceTable::Detail> details_;
};

} // namespace entente::saved
