// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::session {

/// One value of an answer.
struct Cell {
    enum class Type { text, number, list } type = Type::text;
    std::string text;              ///< of a number, its digits; empty: nothing is known
    std::vector<std::string> list; ///< of texts

    Cell() = default;
    Cell(std::string_view value) : text(value) {}   // NOLINT: cells are made in passing
    Cell(const std::string& value) : text(value) {} // NOLINT
    Cell(const char* value) : text(value) {}        // NOLINT
    Cell(std::size_t n) : type(Type::number), text(std::to_string(n)) {} // NOLINT
    static Cell decimal(double value, int digits);
    static Cell of(std::vector<std::string> values);
    [[nodiscard]] bool empty() const { return text.empty() && list.empty(); }
};

/// `name: value` above a table; in JSON a member of the object.
struct Fact {
    std::string_view key; ///< `same_as`
    std::string label;    ///< for people: `Elsewhere`; empty: only for programs
    Cell value;
};

struct Column {
    std::string_view key;
    std::string title; ///< for people; empty: only for programs
};

struct Table {
    std::string_view key; ///< the member that has the rows in JSON
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    bool items = false; ///< for people: the rows one under the other, for long texts
};

/// A part of an answer: a heading, what is known, a table. Sections with the same key become a list
/// of objects in JSON.
struct Section {
    std::string_view key;
    std::string heading;
    std::vector<Fact> facts;
    Table table;
    std::string note; ///< a sentence for people below it
};

/// What a question is answered with, in the one form from which text, JSON and CSV are made.
struct Answer {
    std::string heading;
    std::vector<Fact> facts;
    std::vector<Section> sections;
    std::vector<std::string_view> lists =
        {}; ///< keys of sections that JSON has even if there are none
    std::string note = {};
};

/// One JSON object.
std::string as_json(const Answer& answer);
/// The rows of all tables that have the columns of the first, with a header (RFC 4180); a section's
/// own facts become columns before them.
std::string as_csv(const Answer& answer);

} // namespace entente::session
