// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "exporters/writing/exporter.hpp"
#include "graph/model/view.hpp"

namespace entente {

/// What `--lean` leaves of claims and sources in RDF (docs/decisions/0009-lean-rdf.md): a relation
/// names its sources, and nothing more is said of them.
class LeanSources {
  public:
    explicit LeanSources(const View& view);

    /// Ids of a relation's sources, each once, sorted. They hold until the next call.
    std::span<const std::string_view> of(const Relation& relation);
    /// Tells what was left out, of claims too.
    void report(ExportReport& report, Losses& losses) const;

  private:
    void add(SourceIndex source);

    const View& view_;
    const ClaimLedger& ledger_;
    const bool whole_; ///< the view's claims are the ledger's: no need to make claims of rows
    std::vector<bool> named_; ///< by some relation so far
    std::vector<std::string_view> ids_;
};

/// Whether a relation begins and ends with one date: then one statement says both.
bool is_one_date(const Period& period);

/// Whether a relation's name cannot be told from its IRI.
bool needs_name(const RelationType& type);

} // namespace entente
