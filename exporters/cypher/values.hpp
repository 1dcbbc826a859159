// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/cypher/literals.hpp"
#include "graph/language/value.hpp"

namespace entente::cypher {

/// What all values of one property are, so that tables and lists of one type can hold them.
enum class Scalar : std::uint8_t {
    nothing,
    boolean,
    integer,
    decimal,
    text,
    json, ///< anything: a string as it is, the rest as JSON text
};

struct PropertyType {
    Scalar item = Scalar::nothing; ///< nothing: only empty lists
    bool list = false;
    friend bool operator==(const PropertyType&, const PropertyType&) = default;
};

/// Of one value. JSON for what no engine holds as a number (whole numbers over 64 bits, doubles
/// below the normal range) and for lists of mixed or nested content.
PropertyType type_of(const Value& value);

/// The narrowest type for values of both.
PropertyType common_type(PropertyType a, PropertyType b);

/// Appends the value as a literal of that type, which must be its own or a wider one. Returns
/// whether the literal gives the value back with all its digits.
bool append_value(std::string& out, const Value& value, PropertyType type, Literals& literals);

/// The type as Kuzu and LadybugDB declare it: `STRING[]`.
std::string_view table_type(PropertyType type);

/// The items of a JSON list of strings, numbers and booleans; nothing for any other JSON text. The
/// items' texts live in `storage`.
std::optional<std::vector<Value>> flat_list(std::string_view json,
                                            std::deque<std::string>& storage);

} // namespace entente::cypher
