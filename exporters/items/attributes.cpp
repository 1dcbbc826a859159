// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/attributes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "exporters/items/records.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/language/words.hpp"
#include "graph/text/ascii.hpp"

namespace entente {

namespace {

using Type = AttributeColumns::Type;

// Words that some reader gives a meaning of its own (in any letter case).
constexpr std::array<std::string_view, 34> reserved{
    "id",     "label",   "labels", "labelv",   "labele",    "name",      "type",     "x",     "y",
    "z",      "r",       "g",      "b",        "size",      "color",     "weight",   "pos",   "key",
    "source", "target",  "suid",   "selected", "shape",     "style",     "dir",      "start", "end",
    "pid",    "parents", "spells", "viz",      "thickness", "fillcolor", "fontcolor"};

/// What every reader of a typed format can take the text as.
Type type_of(const Value& value) {
    const char* const begin = value.text.data();
    const char* const end = begin + value.text.size();
    switch (value.type) {
        case ValueType::boolean:
            return Type::boolean;
        case ValueType::integer: {
            std::int64_t number = 0;
            const auto [stop, error] = std::from_chars(begin, end, number);
            return error == std::errc() && stop == end ? Type::integer : Type::text;
        }
        case ValueType::decimal: {
            double number = 0;
            const auto [stop, error] = std::from_chars(begin, end, number);
            const bool usual = std::isnormal(number) || number == 0;
            return error == std::errc() && stop == end && usual ? Type::decimal : Type::text;
        }
        case ValueType::string:
        case ValueType::json:
            return Type::text;
    }
    return Type::text;
}

Type wider(Type a, Type b) {
    if (a == b) return a;
    const auto number = [](Type t) { return t == Type::integer || t == Type::decimal; };
    return number(a) && number(b) ? Type::decimal : Type::text;
}

bool fits_double(std::string_view integer) {
    std::int64_t number = 0;
    std::from_chars(integer.data(), integer.data() + integer.size(), number);
    constexpr std::int64_t limit = std::int64_t{1} << 53;
    return number >= -limit && number <= limit;
}

} // namespace

std::string attribute_column_name(std::string_view key) {
    std::string name;
    append_column_name(name, key);
    const std::string lower = ascii::lower(name);
    const bool taken = std::find(reserved.begin(), reserved.end(), lower) != reserved.end() ||
                       lower == "interaction" || lower.starts_with(flat_prefix);
    return taken ? std::string(flat_attribute_prefix) + name : name;
}

AttributeColumns::AttributeColumns(const View& view, bool typed, bool exact_doubles) {
    struct Seen {
        Type type = Type::text;
        bool mixed = false;
    };
    std::map<std::string_view, Seen> seen;
    for (const EntityIndex index : view.entities()) {
        const std::string_view id = view.entity(index).id;
        std::string_view previous;
        bool first = true;
        for (const Field& field : view.entity(index).attributes) {
            if (!first && field.key == previous) {
                further_values_.add(id);
                continue;
            }
            first = false;
            previous = field.key;
            Type type = typed ? type_of(field.value) : Type::text;
            if (type == Type::integer && !fits_double(field.value.text)) {
                if (exact_doubles)
                    type = Type::text;
                else
                    beyond_double_.add(id);
            }
            const auto [at, added] = seen.try_emplace(field.key, Seen{type, false});
            Seen& column = at->second;
            const Type both = wider(column.type, type);
            const bool is_text =
                field.value.type == ValueType::string || field.value.type == ValueType::json;
            column.mixed =
                column.mixed || (typed && both == Type::text &&
                                 (column.type != type || (type == Type::text && !is_text)));
            column.type = both;
        }
    }
    for (const auto& [key, column] : seen) {
        columns_.emplace(key, Column{attribute_column_name(key), column.type, columns_.size()});
        if (column.mixed) widened_.emplace_back(key);
    }
}

bool AttributeColumns::exact(const Column& column, const Value& value) {
    switch (column.type) {
        case Type::text:
            return value.type == ValueType::string;
        case Type::boolean:
            return value.type == ValueType::boolean;
        case Type::integer:
            return value.type == ValueType::integer;
        // A reader tells whole numbers by their digits, as in JSON.
        case Type::decimal:
            return value.type == ValueType::decimal || value.type == ValueType::integer;
    }
    return false;
}

void AttributeColumns::append_rest(std::string& out, const Entity& entity) const {
    const std::size_t start = out.size();
    for (std::size_t i = 0; i < entity.attributes.size(); ++i) {
        const Field& field = entity.attributes[i];
        const bool alone =
            (i == 0 || entity.attributes[i - 1].key != field.key) &&
            (i + 1 == entity.attributes.size() || entity.attributes[i + 1].key != field.key);
        if (alone && exact(column(field.key), field.value)) continue;
        out += out.size() == start ? "[{" : ",{";
        append_json_string(out, field.key);
        out += ':';
        append_value(out, field.value);
        out += '}';
    }
    if (out.size() > start) out += ']';
}

void AttributeColumns::report(Losses& losses) const {
    std::string keys;
    for (const std::string& key : widened_)
        keys += (keys.empty() ? "" : ", ") + printable(key);
    losses.add(Code::approximated, widened_.size(),
               "attributes of mixed type, or with numbers that readers refuse, became text columns "
               "(kg_attributes has their own values): " +
                   keys,
               widened_);
    losses.add(Code::approximated, further_values_,
               "further values of attributes with several values are only in kg_attributes");
    losses.note(beyond_double_,
                "whole numbers beyond 2^53 are exact in the file, but readers that keep numbers as "
                "doubles round them",
                "igraph, JavaScript");
}

} // namespace entente
