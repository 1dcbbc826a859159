// SPDX-License-Identifier: BSL-1.0
#include "exporters/cypher/properties.hpp"

#include <charconv>

#include "exporters/items/attributes.hpp"
#include "exporters/items/records.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/text/ascii.hpp"

namespace entente::cypher {

namespace {

bool beyond_double(const Value& value) {
    if (value.type != ValueType::integer) return false;
    std::int64_t number = 0;
    std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
    constexpr std::int64_t limit = std::int64_t{1} << 53;
    return number < -limit || number > limit;
}

} // namespace

void Properties::add(std::span<const Field> fields, std::string_view id, std::uint16_t table) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0 && fields[i - 1].key == fields[i].key) {
            further_values_.add(id);
            continue;
        }
        const auto& [key, value] = fields[i];
        const auto [at, added] = all_.try_emplace(key);
        Property& property = at->second;
        if (added) append_quoted_name(property.name, attribute_column_name(key));
        const PropertyType before = property.type;
        property.type = added ? type_of(value) : common_type(before, type_of(value));
        property.tables.insert(table);
        if (property.type.item == Scalar::json && value.type != ValueType::json &&
            (widened_.empty() || widened_.back() != key))
            widened_.emplace_back(key);
        if (beyond_double(value)) beyond_double_.add(id);
    }
}

void Properties::hide_same_but_for_case() {
    std::set<std::string> taken;
    for (auto& [key, property] : all_) {
        property.shown = taken.insert(ascii::lower(property.name)).second;
        if (!property.shown) hidden_.add(key);
    }
}

bool Properties::alone(std::span<const Field> fields, std::size_t i) {
    return (i == 0 || fields[i - 1].key != fields[i].key) &&
           (i + 1 == fields.size() || fields[i + 1].key != fields[i].key);
}

void Properties::append_rest(std::string& rest, const Field& field) {
    rest += '{';
    append_json_string(rest, field.key);
    rest += ':';
    entente::append_value(rest, field.value);
    rest += '}';
}

void Properties::report(Losses& losses, std::string_view what, std::string_view rest) const {
    const std::set<std::string> widened(widened_.begin(), widened_.end());
    std::string keys;
    for (const std::string& key : widened)
        keys += (keys.empty() ? "" : ", ") + printable(key);
    const std::string of(what), in(rest);
    losses.add(Code::approximated, widened.size(),
               of +
                   " of mixed type, or with numbers that databases refuse, became text "
                   "properties (" +
                   in + " has their own values): " + keys,
               {widened.begin(), widened.end()});
    losses.add(Code::approximated, further_values_,
               "further values of " + of + " with several values are only in " + in);
    losses.add(Code::approximated, hidden_,
               of + " whose name is that of another but for the letter case are only in " + in);
    losses.note(beyond_double_,
                "whole numbers beyond 2^53 are exact in the file, but readers that keep numbers as "
                "doubles round them",
                "JavaScript");
}

} // namespace entente::cypher
