// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/claims.hpp"

#include <algorithm>
#include <cstddef>

namespace entente {

const ClaimLedger::Row& ClaimLedger::saved_row(ClaimIndex index) const {
    return saved_->row(index);
}
const ClaimLedger::Detail& ClaimLedger::saved_detail(std::uint32_t index) const {
    return saved_->detail(index);
}
std::string_view ClaimLedger::saved_text(TextRef ref) const {
    return saved_->text(ref);
}

const SourceTable::Row& SourceTable::saved_row(SourceIndex index) const {
    return saved_->row(index);
}
const SourceTable::Detail& SourceTable::saved_detail(std::uint32_t index) const {
    return saved_->detail(index);
}
std::string_view SourceTable::saved_text(TextRef ref) const {
    return saved_->text(ref);
}

namespace saved {

namespace {

template <class Row>
constexpr std::size_t rows_a_block = block_size / sizeof(Row);

template <class Row>
std::size_t block_count(std::span<const Row> rows) {
    return (rows.size_bytes() + block_size - 1) / block_size;
}

/// A byte of a row that may be no value of its type yet.
template <class T>
unsigned char byte(const T& value) {
    return *reinterpret_cast<const unsigned char*>(&value);
}

bool may_be(std::uint32_t index, std::size_t rows) {
    return index < rows || index == no_index;
}

} // namespace

Fields::Fields(const File& file, const LongTexts& texts, Part part)
    : file_(file),
      texts_(texts),
      part_(part),
      rows_(file.rows<FieldRow>(part)),
      blocks_(block_count(rows_)) {}

void Fields::read(Range range, std::vector<Field>& out) const {
    const std::span<const FieldRow> rows = file_.range(rows_, range);
    if (rows.empty()) return;
    const std::size_t begin = range.first * sizeof(FieldRow);
    for (std::size_t block = begin / block_size;
         block <= (begin + rows.size_bytes() - 1) / block_size; ++block)
        blocks_.need(block, [this](std::size_t at) { file_.check(part_, at); });
    for (const FieldRow& row : rows) {
        file_.require(row.type <= static_cast<std::uint64_t>(ValueType::json), "a field");
        out.push_back({texts_(row.key), {static_cast<ValueType>(row.type), texts_(row.text)}});
    }
}

Claims::Claims(const File& file, const LongTexts& texts, Limits limits)
    : file_(file),
      texts_(texts),
      limits_(limits),
      rows_(file.rows<ClaimLedger::Row>(Part::claims)),
      blocks_(block_count(rows_)),
      fields_(file, texts, Part::detail_fields),
      details_(file, Part::details, fields_) {}

void Claims::look_over(const ClaimLedger::Row& row) const {
    const bool good = row.subject < limits_.resolutions && row.object < limits_.resolutions &&
                      may_be(row.source, limits_.sources) && may_be(row.detail, details_.size()) &&
                      row.type < limits_.relation_types &&
                      byte(row.stance) <= static_cast<unsigned char>(Stance::possible) &&
                      byte(row.open_type) == 0 && Date::from_bits(row.date.bits()).has_value();
    file_.require(good, "a claim");
}

void Claims::look_over(std::size_t block) const {
    file_.check(Part::claims, block);
    constexpr std::size_t count = rows_a_block<ClaimLedger::Row>;
    const std::size_t begin = block * count;
    for (const ClaimLedger::Row& row : rows_.subspan(begin, std::min(count, rows_.size() - begin)))
        look_over(row);
}

const ClaimLedger::Row& Claims::row(ClaimIndex index) const {
    file_.require(index < rows_.size(), "the number of a claim");
    blocks_.need(index / rows_a_block<ClaimLedger::Row>,
                 [this](std::size_t block) { look_over(block); });
    return rows_[index];
}

const ClaimLedger::Detail& Claims::detail(std::uint32_t index) const {
    return details_.row(index, [this](const DetailRow& row) {
        file_.require(may_be(row.stated_by, limits_.resolutions), "who states a claim");
        return ClaimLedger::Detail{file_.period(row.period), row.stated_by,
                                   {row.span_begin, row.span_end}, {}};
    });
}

Sources::Sources(const File& file, const LongTexts& texts)
    : file_(file),
      texts_(texts),
      rows_(file.rows<SourceTable::Row>(Part::sources)),
      blocks_(block_count(rows_)),
      fields_(file, texts, Part::source_fields),
      details_(file, Part::source_details, fields_) {}

void Sources::look_over(std::size_t block) const {
    file_.check(Part::sources, block);
    constexpr std::size_t count = rows_a_block<SourceTable::Row>;
    const std::size_t begin = block * count;
    for (const SourceTable::Row& row : rows_.subspan(begin, std::min(count, rows_.size() - begin)))
        file_.require(may_be(row.detail, details_.size()) && byte(row.declared) <= 1, "a source");
}

const SourceTable::Row& Sources::row(SourceIndex index) const {
    file_.require(index < rows_.size(), "the number of a source");
    blocks_.need(index / rows_a_block<SourceTable::Row>,
                 [this](std::size_t block) { look_over(block); });
    return rows_[index];
}

const SourceTable::Detail& Sources::detail(std::uint32_t index) const {
    return details_.row(index, [this](const SourceDetailRow& row) {
        return SourceTable::Detail{texts_(row.publisher), texts_(row.title), texts_(row.language),
                                   file_.date(row.published), {}};
    });
}

} // namespace saved

} // namespace entente
