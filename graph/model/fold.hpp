// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/model/model.hpp"

namespace entente {

/// Folds claims into what a relation says of them (see Relation): status, confidence, period and
/// counts. The order of the claims does not matter.
class ClaimFold {
  public:
    void add(const ClaimLedger::Row& row, const Period& period);
    /// Writes the result into `relation`, whose other fields stay as they are.
    void finish(Relation& relation);

  private:
    struct SourceFold {
        std::uint32_t source;
        bool supports;
        double confidence;
    };
    void add_period(Date date, const Period& period);
    void fold_sources(Relation& relation);
    void clear();

    std::vector<SourceFold> sources_;
    std::uint32_t stances_[4] = {};
    std::uint32_t count_ = 0;
    Date first_from_, last_to_, first_date_, last_date_;
    bool open_from_ = false, open_to_ = false;
};

} // namespace entente
