// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/exporter.hpp"

#include <utility>

namespace entente {

ItemCounts count_items(const View& view) {
    return {.entities = view.entities().size(),
            .relations = view.relations().size(),
            .claims = view.claim_count(),
            .sources = view.source_count()};
}

ExportReport report_of(const View& view, bool lean) {
    ExportReport report{count_items(view), {}, {}};
    if (lean) std::swap(report.written.claims, report.left_out.claims);
    return report;
}

} // namespace entente
