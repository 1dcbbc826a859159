// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/writing/losses.hpp"
#include "graph/model/view.hpp"

namespace entente {

/// `population`, `founded_x20on`, `kg_a_label`: reversible, and no reader's own word.
std::string attribute_column_name(std::string_view key);

/// Attributes of entities as columns of a table, for formats where a column has one name that all
/// readers take and one type.
class AttributeColumns {
  public:
    enum class Type { boolean, integer, decimal, text };

    struct Column {
        std::string name; ///< `population`, `founded_x20on`: reversible, and no reader's own word
        Type type = Type::text;
        std::size_t number = 0; ///< from 0, by key
    };

    /// `typed`: false for formats where every column is text; `exact_doubles`: whole numbers that a
    /// double cannot hold make a column text, too.
    AttributeColumns(const View& view, bool typed, bool exact_doubles = false);

    /// Sorted by key.
    [[nodiscard]] const std::map<std::string_view, Column>& columns() const { return columns_; }
    [[nodiscard]] const Column& column(std::string_view key) const { return columns_.at(key); }

    /// True if the column's text gives the value back as it was, type and all.
    [[nodiscard]] static bool exact(const Column& column, const Value& value);

    /// The entity's attributes that its columns do not give back, as JSON: `[{"k":1},{"k":2}]`.
    /// Nothing if there are none.
    void append_rest(std::string& out, const Entity& entity) const;

    /// Says which columns had to become text, and of which attributes a column holds only the first
    /// of several values.
    void report(Losses& losses) const;

  private:
    std::map<std::string_view, Column> columns_;
    std::vector<std::string> widened_; ///< keys of mixed type, or with numbers that readers refuse
    Tally further_values_;
    Tally beyond_double_; ///< whole numbers that a double cannot hold
};

} // namespace entente
