// SPDX-License-Identifier: BSL-1.0
#include "exporters/bundle/rows.hpp"
#include "exporters/items/source_order.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "exporters/writing/lookahead.hpp"
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

void RowWriter::number(std::uint64_t number) {
    nothing();
    append_number(out_->buffer(), number);
}

void RowWriter::cell(std::string_view text) {
    bare("\"");
    std::string& out = out_->buffer();
    for (std::size_t quote; (quote = text.find('"')) != std::string_view::npos;) {
        out += text.substr(0, quote + 1);
        out += '"';
        text.remove_prefix(quote + 1);
    }
    out += text;
    out += '"';
}

void RowWriter::cell_or_nothing(std::string_view text) {
    if (text.empty())
        nothing();
    else
        cell(text);
}

void RowWriter::cell(Date date) {
    if (!date.known()) return nothing();
    bare("\"");
    date.append_to(out_->buffer());
    out_->buffer() += '"';
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
    cell(entity.id);
    cell(table.label);
    cell(entity.name);
    scratch_.clear();
    if (!entity.aliases.empty()) append_aliases(scratch_, entity.aliases);
    cell_or_nothing(scratch_);
    scratch_.clear();
    if (!entity.same_as.empty()) append_texts(scratch_, entity.same_as);
    cell_or_nothing(scratch_);
    cell(entity.period.from);
    cell(entity.period.to);
    bare(entity.provisional ? "true" : "");
    cell_or_nothing(entity.source);
    for (const Column& column : table.columns) {
        if (!column.holds_attribute) continue;
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
    scratch_.clear();
    attributes_.append_rest(scratch_, entity);
    cell_or_nothing(scratch_);
    end_row();
}

void RowWriter::source_names(const Relation& relation) {
    std::vector<SourceIndex> sources;
    view_.for_each_claim(relation, [&](const Claim& claim) {
        if (claim.source != no_index) sources.push_back(claim.source);
    });
    sort_sources(view_, sources);
    scratch_.clear();
    for (const SourceIndex index : sources) {
        scratch_ += scratch_.empty() ? '[' : ',';
        append_json_string(scratch_, view_.source(index).id);
    }
    if (!scratch_.empty()) scratch_ += ']';
}

void RowWriter::edge(const Table& table, const Relation& relation, std::string_view id) {
    cell(view_.entity(relation.subject).id);
    cell(view_.entity(relation.object).id);
    cell(id);
    cell(table.label);
    cell(name(relation.status));
    nothing();
    if (!std::isnan(relation.confidence)) append_number(out_->buffer(), relation.confidence);
    cell(relation.period.from);
    cell(relation.period.to);
    bare(relation.derived ? "true" : "");
    number(std::uint64_t{relation.claim_count});
    number(std::uint64_t{relation.source_count});
    source_names(relation);
    cell_or_nothing(scratch_);
    end_row();
}

void RowWriter::claim(const Table& table, const Relation& relation, const Claim& claim) {
    cell(plan_.claim_id(claim));
    cell(table.label);
    cell(view_.entity(claim.subject).id);
    cell(view_.vocabulary().relation(claim.type).name);
    cell(view_.entity(claim.object).id);
    cell(edge_id(view_, relation));
    cell_or_nothing(claim.subject_as);
    cell_or_nothing(claim.object_as);
    cell(claim.date);
    cell(claim.period.from);
    cell(claim.period.to);
    cell(name(claim.stance));
    nothing();
    if (!std::isnan(claim.confidence)) append_number(out_->buffer(), claim.confidence);
    cell_or_nothing(claim.stated_by == no_index ? std::string_view()
                                                : view_.entity(claim.stated_by).id);
    cell_or_nothing(claim.stated_by_as);
    cell_or_nothing(claim.source == no_index ? std::string_view() : view_.source(claim.source).id);
    cell_or_nothing(claim.quote);
    for (const std::uint32_t end : {claim.span.begin, claim.span.end}) {
        if (claim.span.empty())
            nothing();
        else
            number(std::uint64_t{end});
    }
    scratch_.clear();
    records_.qualifiers_alone(scratch_, claim);
    cell_or_nothing(scratch_);
    // Nebula tells parallel edges apart by a whole number.
    bare(std::to_string(std::bit_cast<std::int64_t>(claim.hash)));
    end_row();
}

void RowWriter::source(const Table& table, const Source& source) {
    cell(plan_.source_id(source));
    cell(table.label);
    cell(source.id);
    cell_or_nothing(source.publisher);
    cell_or_nothing(source.title);
    cell_or_nothing(source.url);
    cell(source.published);
    cell_or_nothing(source.language);
    bare(source.declared ? "true" : "false");
    scratch_.clear();
    records_.attributes_alone(scratch_, source);
    cell_or_nothing(scratch_);
    end_row();
}

} // namespace entente::bundle
