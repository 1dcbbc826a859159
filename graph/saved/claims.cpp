// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/claims.hpp"

namespace entente::saved {

namespace {

bool may_be(std::uint32_t index, std::size_t rows) {
    return index < rows || index == no_index;
}

} // namespace

bool valid_relation(const Relation& row, const GraphTables& graph) {
    const std::size_t claims = graph.claims.size();
    return row.subject < graph.entities.size() && row.object < graph.entities.size() &&
           row.type < graph.vocabulary->relations().size() &&
           byte(row.status) <= static_cast<unsigned char>(Status::possible) &&
           byte(row.derived) == 0 && row.first_claim <= claims &&
           row.claim_count <= claims - row.first_claim && row.period.from.sound() &&
           row.period.to.sound();
}

bool valid_step(const Step& row, const GraphTables& graph) {
    return row.relation < graph.relations.size() && row.other < graph.entities.size() &&
           byte(row.forward) <= 1 && byte(row.denied) <= 1;
}

bool valid_claim(const ClaimLedger::Row& row, const GraphTables& graph) {
    const std::size_t names = graph.resolutions.size();
    return row.subject < names && row.object < names && may_be(row.source, graph.sources.size()) &&
           row.type < graph.vocabulary->relations().size() &&
           byte(row.stance) <= static_cast<unsigned char>(Stance::possible) &&
           byte(row.open_type) == 0 && row.date.sound();
}

bool valid_source(const SourceTable::Row& row, const GraphTables&) {
    return byte(row.declared) <= 1;
}

Details::Details(const File& file, const Texts& texts, const GraphTables& graph)
    : MadeRows(file, file.rows<DetailRow>(Part::details).size()),
      rows_(file, Part::details, graph,
            [](const DetailRow& row, const GraphTables& all) {
                return may_be(row.stated_by, all.resolutions.size());
            }),
      fields_(file, texts, graph, Part::detail_fields) {}

void Details::make(std::size_t first, std::size_t count, ClaimLedger::Detail* out) const {
    for (const DetailRow& row : rows_.part(first, count))
        std::construct_at(out++, ClaimLedger::Detail{file().period(row.period),
                                                     row.stated_by,
                                                     {row.span_begin, row.span_end},
                                                     fields_(row.fields, arena())});
}

SourceDetails::SourceDetails(const File& file, const Texts& texts, const GraphTables& graph)
    : MadeRows(file, file.rows<SourceDetailRow>(Part::source_details).size()),
      texts_(texts),
      rows_(file, Part::source_details, graph, nullptr),
      fields_(file, texts, graph, Part::source_fields) {}

void SourceDetails::make(std::size_t first, std::size_t count, SourceTable::Detail* out) const {
    for (const SourceDetailRow& row : rows_.part(first, count))
        std::construct_at(out++, SourceTable::Detail{
                                     texts_(row.publisher), texts_(row.title), texts_(row.language),
                                     file().date(row.published), fields_(row.fields, arena())});
}

} // namespace entente::saved
