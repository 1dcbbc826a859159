// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include "exporters/writing/losses.hpp"
#include "graph/language/dates/date.hpp"

namespace entente {

/// Periods as the timeline of Gephi has them: full days, both inclusive. The exact dates, with
/// their precision, stand in `kg_from` and `kg_to`.
class GexfTime {
  public:
    /// `1960-01-01` to `1960-12-31` for a period of 1960; an end is empty where it is open or
    /// unknown. A period that no timeline can hold has neither.
    struct Span {
        std::string start, end;
        [[nodiscard]] bool empty() const { return start.empty() && end.empty(); }
    };
    static Span span_of(const Period& period);

    /// Appends ` start="..." end="..."`. `place` is the id of what has the period.
    void append(std::string& out, const Period& period, std::string_view place);
    void report(Losses& losses) const;

  private:
    void look(Date date, std::string_view place);

    Tally reversed_, before_year_1_, times_, vague_;
};

} // namespace entente
