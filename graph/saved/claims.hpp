// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/saved/file/made_rows.hpp"

namespace entente::saved {

/// What most claims lack.
class Details final : public MadeRows<ClaimLedger::Detail> {
  public:
    Details(const File& file, const Texts& texts, const GraphTables& graph);

  private:
    void make(std::size_t first, std::size_t count, ClaimLedger::Detail* out) const override;

    CheckedRows<DetailRow> rows_;
    Fields fields_;
};

class SourceDetails final : public MadeRows<SourceTable::Detail> {
  public:
    SourceDetails(const File& file, const Texts& texts, const GraphTables& graph);

  private:
    void make(std::size_t first, std::size_t count, SourceTable::Detail* out) const override;

    const Texts& texts_;
    CheckedRows<SourceDetailRow> rows_;
    Fields fields_;
};

/// Whether bytes of a file are a row of the graph.
bool valid_relation(const Relation& row, const GraphTables& graph);
bool valid_step(const Step& row, const GraphTables& graph);
bool valid_claim(const ClaimLedger::Row& row, const GraphTables& graph);
bool valid_source(const SourceTable::Row& row, const GraphTables& graph);

} // namespace entente::saved
