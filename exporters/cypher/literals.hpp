// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "graph/language/dates/date.hpp"

namespace entente::cypher {

/// Whose Cypher to write: the words are the same, the schema and a few literals differ.
enum class Dialect {
    line,     ///< what all of them take; no schema
    neo4j,    ///< constraints, dates as dates
    memgraph, ///< constraints and indexes in its own syntax
    falkordb, ///< indexes in its own syntax
    kuzu,     ///< typed tables; strings keep their line ends
    neptune,  ///< lists as JSON text
};

/// By the name of the profile; empty: line.
Dialect dialect_of(std::string_view profile);

/// Writes values as Cypher literals. Each appends to `out`.
class Literals {
  public:
    explicit Literals(Dialect dialect) : dialect_(dialect) {}

    /// In double quotes. No statement breaks its line, but in Kuzu, which knows no `\n`.
    void text(std::string& out, std::string_view text);
    /// `["a", "b"]`
    void texts(std::string& out, std::span<const std::string_view> texts);
    /// As the source has it; in Neo4j a certain day is a date() and an instant a datetime().
    void date(std::string& out, Date date);
    /// The first and the last day that a period may include: `1914-08-01`. A beginning that is not
    /// known is -9999-01-01, an end that is not known or open 9999-12-31, so that every comparison
    /// of texts has an answer.
    void first_day(std::string& out, Date from);
    void last_day(std::string& out, Date to);

    [[nodiscard]] bool native_lists() const { return dialect_ != Dialect::neptune; }
    /// Characters that no engine takes in a string: U+FFFD stands for them.
    [[nodiscard]] std::size_t replaced() const { return replaced_; }

  private:
    void day(std::string& out, std::int32_t days);

    Dialect dialect_;
    std::size_t replaced_ = 0;
};

/// Shortest digits that give the same double back, always with a dot or an exponent.
void append_double(std::string& out, double number);

/// `` `founded_x20on` ``: any name in backticks, so that it is nobody's keyword.
void append_quoted_name(std::string& out, std::string_view name);

} // namespace entente::cypher
