// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace entente {

/// What an attribute or qualifier holds. Numbers keep the digits they were written with, so that no
/// precision is lost between an input and an output; lists and objects are compact JSON text.
enum class ValueType : std::uint8_t { string, integer, decimal, boolean, json };

struct Value {
    ValueType type = ValueType::string;
    std::string_view text; ///< the string itself, or the JSON text of the others
    friend auto operator<=>(const Value&, const Value&) = default;
};

/// A named value: an entity's or source's attribute, a claim's qualifier. A key may repeat where
/// sources differ.
struct Field {
    std::string_view key;
    Value value;
    friend auto operator<=>(const Field&, const Field&) = default;
};

/// A number as JSON writes it (RFC 8259), which is not how all formats write numbers (`+1`, `INF`).
bool is_json_number(std::string_view text);

} // namespace entente
