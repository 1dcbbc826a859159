// SPDX-License-Identifier: BSL-1.0
#include "exporters/bundle/rows.hpp"
#include "exporters/items/source_order.hpp"

#include <algorithm>
#include <bit>

#include "exporters/writing/lookahead.hpp"
#include "exporters/writing/text/csv.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::bundle {

void RowWriter::bare(std::string_view text) {
    if (!first_) out_->buffer() += ',';
    first_ = false;
    out_->buffer() += text;
}

void RowWriter::nothing() {
    bare(std::string_view());
}

void RowWriter::cell(std::string_view text) {
    nothing();
    append_csv_quoted(out_->buffer(), text);
}

void RowWriter::cell(const Cells::Cell& given) {
    if (!given.said || given.text.empty())
        nothing();
    else if (given.quoted)
        cell(given.text);
    else
        bare(given.text);
}

void RowWriter::cells(const Table& table) {
    for (const Column& column : table.columns)
        cell(cells_[column.word]);
    end_row();
}

void RowWriter::end_row() {
    *out_ << '\n';
    first_ = true;
}

void RowWriter::write(const Table& table, FileSet& files) {
    for (std::size_t n = 0; n < table.files.size(); ++n) {
        out_ = &files.file(table.files[n]);
        const std::size_t shard = table.shards[n];
        const auto here = [&](std::string_view id) { return shard_of(id, plan_.shards) == shard; };
        switch (table.role) {
            case Role::nodes:
                for (const std::uint32_t item : table.items)
                    if (here(view_.entity(item).id)) node(table, view_.entity(item));
                break;
            case Role::edges:
                for (const std::uint32_t item : table.items) {
                    const Relation& relation = view_.relations()[item];
                    const std::string id = edge_id(view_, relation);
                    if (here(id)) edge(table, relation, id);
                }
                break;
            case Role::claims: {
                Lookahead ahead(view_);
                for (std::size_t at = 0; at < view_.relations().size(); ++at) {
                    ahead.at(at);
                    const Relation& relation = view_.relations()[at];
                    view_.for_each_claim(relation, [&](const Claim& row) {
                        if (row.hash % plan_.shards == shard) claim(table, relation, row);
                    });
                }
                break;
            }
            case Role::sources:
                for (const std::uint32_t item : table.items)
                    if (here(plan_.source_id(view_.source(item))))
                        source(table, view_.source(item));
                break;
        }
    }
}

void RowWriter::node(const Table& table, const Entity& entity) {
    cells_.begin();
    describe(view_, entity, cells_);
    cells_.make(Word::id) = entity.id;
    cells_.make(Word::label) = table.label;
    attributes_.append_rest(cells_.make(Word::attributes), entity);
    for (const Column& column : table.columns) {
        if (!column.holds_attribute) {
            cell(cells_[column.word]);
            continue;
        }
        const auto field =
            std::find_if(entity.attributes.begin(), entity.attributes.end(),
                         [&](const Field& candidate) { return candidate.key == column.attribute; });
        if (field == entity.attributes.end())
            nothing();
        else if (column.type == Type::text)
            cell(field->value.text);
        else
            bare(field->value.text);
    }
    end_row();
}

void RowWriter::source_names(std::string& out, const Relation& relation) {
    std::vector<SourceIndex> sources;
    view_.for_each_claim(relation, [&](const Claim& claim) {
        if (claim.source != no_index) sources.push_back(claim.source);
    });
    sort_sources(view_, sources);
    for (const SourceIndex index : sources) {
        out += out.empty() ? '[' : ',';
        append_json_string(out, view_.source(index).id);
    }
    if (!out.empty()) out += ']';
}

void RowWriter::edge(const Table& table, const Relation& relation, std::string_view id) {
    cells_.begin();
    describe(view_, relation, cells_);
    cells_.make(Word::subject) = view_.entity(relation.subject).id;
    cells_.make(Word::object) = view_.entity(relation.object).id;
    cells_.make(Word::id) = id;
    cells_.make(Word::label) = table.label;
    source_names(cells_.make(Word::sources), relation);
    cells(table);
}

void RowWriter::claim(const Table& table, const Relation& relation, const Claim& claim) {
    cells_.begin();
    describe(view_, claim, cells_);
    cells_.make(Word::id) = plan_.claim_id(claim);
    cells_.make(Word::label) = table.label;
    cells_.make(Word::edge) = edge_id(view_, relation);
    records_.qualifiers_alone(cells_.make(Word::qualifiers), claim);
    // Nebula tells parallel edges apart by a whole number.
    cells_.make(Word::none, false) = std::to_string(std::bit_cast<std::int64_t>(claim.hash));
    cells(table);
}

void RowWriter::source(const Table& table, const Source& source) {
    cells_.begin();
    describe(source, cells_);
    cells_.make(Word::id) = plan_.source_id(source);
    cells_.make(Word::label) = table.label;
    records_.attributes_alone(cells_.make(Word::attributes), source);
    cells(table);
}

} // namespace entente::bundle
