// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "exporters/items/describe.hpp"
#include "exporters/items/records.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::bundle {

/// The cells of one row by the words that their columns have: what describe() says in its order, a
/// table has in that of its columns.
class Cells {
  public:
    struct Cell {
        std::string text;
        bool said = false;
        bool quoted = true; ///< false: a number or boolean
    };

    explicit Cells(const View& view) : view_(view) {}

    void begin() {
        for (Cell& cell : cells_)
            cell.said = false;
    }
    [[nodiscard]] const Cell& operator[](Word word) const {
        return cells_[static_cast<std::size_t>(word)];
    }
    /// An empty cell, to append a text to.
    std::string& make(Word word, bool quoted = true) {
        Cell& cell = cells_[static_cast<std::size_t>(word)];
        cell.said = true;
        cell.quoted = quoted;
        cell.text.clear();
        return cell.text;
    }

    /// A field as describe() says it.
    template <class Tag, class Value>
    void operator()(Tag field, const Value& value) {
        constexpr Word word = field.word;
        if constexpr (std::is_same_v<Value, std::string_view>)
            make(word) = value;
        else if constexpr (std::is_same_v<Value, Plain>)
            make(word) = value.text;
        else if constexpr (std::is_same_v<Value, SourceId>)
            make(word) = value.id;
        else if constexpr (std::is_same_v<Value, EntityRef>)
            make(word) = view_.entity(value.index).id;
        else if constexpr (std::is_same_v<Value, Stance>)
            make(word) = name(value);
        else if constexpr (std::is_same_v<Value, Date>)
            value.append_to(make(word));
        else if constexpr (std::is_same_v<Value, bool>)
            make(word, false) = value ? "true" : "false";
        else
            compound(word, value);
    }

  private:
    void compound(Word word, double number) { append_number(make(word, false), number); }
    void compound(Word word, std::uint64_t count) { append_number(make(word, false), count); }
    void compound(Word word, std::span<const Alias> aliases) {
        append_aliases(make(word), aliases);
    }
    void compound(Word word, std::span<const std::string_view> texts) {
        append_texts(make(word), texts);
    }
    void compound(Word, TextSpan span) {
        compound(Word::span_begin, std::uint64_t{span.begin});
        compound(Word::span_end, std::uint64_t{span.end});
    }
    /// Each table has its own way with attributes and qualifiers.
    void compound(Word, std::span<const Field>) {}

    const View& view_;
    std::array<Cell, static_cast<std::size_t>(Word::count_)> cells_;
};

} // namespace entente::bundle
