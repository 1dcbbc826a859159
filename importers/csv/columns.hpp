// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "importers/reading.hpp"
#include "importers/syntax/csv.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// What the columns of a table mean, and how a row becomes the record that its JSON would be.
class CsvColumns {
  public:
    /// Reads the header and reports what is odd about it.
    CsvColumns(const std::vector<CsvCell>& header, Reading& reading);

    [[nodiscard]] std::size_t size() const { return count_; }

    /// Fills `tree` with the row's record; offsets count from `begin`. False, and `error` says why,
    /// if a cell does not fit the type in its column's name.
    bool make_record(const std::vector<CsvCell>& cells, std::size_t begin, JsonTree& tree,
                     JsonError& error);

  private:
    enum class Form : std::uint8_t { text, number, boolean, integer, decimal, list, span, object };
    /// A part of a field that several columns make up.
    struct Part {
        std::size_t column;
        std::string key; ///< of an object's member; the language of an alias
        Form form = Form::text;
    };
    struct Field {
        std::string key;
        Form form = Form::text;
        std::vector<Part> parts;
    };

    void add_column(std::size_t column, const std::string& name, const CsvCell& cell,
                    Reading& reading);
    Field& field(std::string_view key, Form form);
    bool add_typed(std::size_t column, std::string_view name);

    void add_field(const Field& field);
    void add_list(const Field& field);
    void add_span(const Field& field);
    void add_object(const Field& field);
    bool add_value(const CsvCell& cell, std::string_view key, Form form);
    JsonToken& add(std::string_view key, std::string_view text, std::size_t offset, JsonType type);

    std::vector<Field> fields_;
    std::size_t count_ = 0;

    // of the row at hand
    const std::vector<CsvCell>* cells_ = nullptr;
    std::size_t begin_ = 0;
    JsonTree* tree_ = nullptr;
    JsonError* error_ = nullptr;
};

/// How many columns of a header line have a name of ours, and whether they make up records.
struct HeaderLook {
    std::size_t known = 0;
    bool records = false;
};
HeaderLook look_at_header(std::string_view text, char delimiter);

} // namespace entente
