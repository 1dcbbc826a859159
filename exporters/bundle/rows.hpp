// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/bundle/cells.hpp"
#include "exporters/bundle/tables.hpp"
#include "exporters/items/records.hpp"
#include "exporters/writing/files/file_set.hpp"

namespace entente::bundle {

/// Writes the rows of the tables: RFC 4180 without a header, LF at the end of a row. Texts stand in
/// quotes, so that an empty text differs from none; numbers and booleans do not.
class RowWriter {
  public:
    RowWriter(const View& view, const AttributeColumns& attributes, const Plan& plan)
        : view_(view), attributes_(attributes), plan_(plan), records_(view), cells_(view) {}

    /// All files of a table.
    void write(const Table& table, FileSet& files);

    [[nodiscard]] const RecordChanges& changes() const { return records_.changes(); }

  private:
    void node(const Table& table, const Entity& entity);
    void edge(const Table& table, const Relation& relation, std::string_view id);
    void claim(const Table& table, const Relation& relation, const Claim& claim);
    void source(const Table& table, const Source& source);
    void source_names(std::string& out, const Relation& relation);

    void cell(std::string_view text);
    void cell(const Cells::Cell& given);
    void cells(const Table& table); ///< the row whose cells are made
    void bare(std::string_view text);
    void nothing();
    void end_row();

    const View& view_;
    const AttributeColumns& attributes_;
    const Plan& plan_;
    RecordWriter records_;
    Output* out_ = nullptr;
    Cells cells_;
    bool first_ = true; ///< the next cell is the row's first
};

} // namespace entente::bundle
