// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/model.hpp"

namespace entente {

/// Folds claims into what a relation says of them (see Relation): status, confidence, period and
/// counts. Add the claims in their canonical order, so that the floating-point result is the same
/// in every run.
class ClaimFold {
  public:
    void add(const ClaimLedger::Row& row);
    /// Writes the result into `relation`, whose other fields stay as they are.
    void finish(Relation& relation);

  private:
    struct SourceFold {
        std::uint32_t source;
        double confidence;
        bool supports;
    };
    void add_period(const ClaimLedger::Row& row);

    std::vector<SourceFold> sources_;
    std::uint32_t stances_[4] = {};
    std::uint32_t count_ = 0;
    Date first_from_, last_to_, first_date_, last_date_;
    bool open_from_ = false, open_to_ = false;
};

} // namespace entente
