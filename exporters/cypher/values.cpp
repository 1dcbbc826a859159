// SPDX-License-Identifier: BSL-1.0
#include "exporters/cypher/values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "exporters/items/records.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::cypher {

namespace {

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

Scalar scalar_of(const Value& value) {
    switch (value.type) {
        case ValueType::boolean:
            return Scalar::boolean;
        case ValueType::integer:
            return number_of<std::int64_t>(value.text) ? Scalar::integer : Scalar::json;
        case ValueType::decimal: {
            const auto number = number_of<double>(value.text);
            const bool usual = number && (std::isnormal(*number) || *number == 0);
            return usual ? Scalar::decimal : Scalar::json;
        }
        case ValueType::string:
            return Scalar::text;
        case ValueType::json:
            break;
    }
    return Scalar::json;
}

Scalar common(Scalar a, Scalar b) {
    if (a == b || b == Scalar::nothing) return a;
    if (a == Scalar::nothing) return b;
    const auto number = [](Scalar s) { return s == Scalar::integer || s == Scalar::decimal; };
    if (number(a) && number(b)) return Scalar::decimal;
    return Scalar::json;
}

bool append_integer(std::string& out, std::string_view text) {
    const std::int64_t number = number_of<std::int64_t>(text).value_or(0);
    // Some engines read the digits before the sign, and 2^63 is too large for them.
    if (number == INT64_MIN) {
        out += "-9223372036854775807 - 1";
        return true;
    }
    const std::string digits = std::to_string(number);
    out += digits;
    return digits == text;
}

bool append_decimal(std::string& out, std::string_view text) {
    const std::size_t start = out.size();
    append_double(out, number_of<double>(text).value_or(0));
    return std::string_view(out).substr(start) == text;
}

bool append_scalar(std::string& out, const Value& value, Scalar type, Literals& literals) {
    switch (type) {
        case Scalar::boolean:
            out += value.text;
            return true;
        case Scalar::integer:
            return append_integer(out, value.text);
        case Scalar::decimal:
            return append_decimal(out, value.text) && value.type == ValueType::decimal;
        case Scalar::nothing:
        case Scalar::text:
        case Scalar::json:
            break;
    }
    literals.text(out, value.text);
    return value.type == ValueType::string;
}

/// Reads the front of a JSON text that is known to be well-formed.
class JsonScanner {
  public:
    JsonScanner(std::string_view text, std::deque<std::string>& storage)
        : rest_(text), storage_(storage) {}

    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// Nothing for null, lists and objects.
    std::optional<Value> scalar() {
        if (take('"')) return string();
        const std::size_t end = std::min(rest_.find_first_of(",]"), rest_.size());
        const std::string_view word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        if (word == "true" || word == "false") return Value{ValueType::boolean, word};
        if (!is_json_number(word)) return std::nullopt;
        const bool whole = word.find_first_of(".eE") == std::string_view::npos;
        return Value{whole ? ValueType::integer : ValueType::decimal, word};
    }

  private:
    std::optional<Value> string() {
        std::string text;
        while (!rest_.empty() && !take('"')) {
            if (take('\\')) {
                if (!escape(text)) return std::nullopt;
                continue;
            }
            text += rest_.front();
            rest_.remove_prefix(1);
        }
        storage_.push_back(std::move(text));
        return Value{ValueType::string, storage_.back()};
    }

    /// \u stands only for control characters here, which no text of the graph has.
    bool escape(std::string& text) {
        constexpr std::string_view names = "\"\\/nrtbf", meanings = "\"\\/\n\r\t\b\f";
        const std::size_t at = rest_.empty() ? names.npos : names.find(rest_.front());
        if (at == names.npos) return false;
        text += meanings[at];
        rest_.remove_prefix(1);
        return true;
    }

    std::string_view rest_;
    std::deque<std::string>& storage_;
};

bool append_list(std::string& out, const Value& value, Scalar item, Literals& literals) {
    std::deque<std::string> storage;
    const bool is_list = value.type == ValueType::json;
    std::vector<Value> items{value};
    if (is_list) items = flat_list(value.text, storage).value();
    bool exact = is_list;
    out += '[';
    for (const Value& one : items) {
        if (&one != &items.front()) out += ", ";
        exact = append_scalar(out, one, item, literals) && exact;
    }
    out += ']';
    return exact;
}

} // namespace

std::optional<std::vector<Value>> flat_list(std::string_view json,
                                            std::deque<std::string>& storage) {
    JsonScanner in(json, storage);
    if (!in.take('[')) return std::nullopt;
    std::vector<Value> items;
    if (in.take(']')) return items;
    do {
        const auto item = in.scalar();
        if (!item) return std::nullopt;
        items.push_back(*item);
    } while (in.take(','));
    if (!in.take(']')) return std::nullopt;
    return items;
}

PropertyType type_of(const Value& value) {
    if (value.type != ValueType::json) return {scalar_of(value), false};
    std::deque<std::string> storage;
    const auto items = flat_list(value.text, storage);
    if (!items) return {Scalar::json, false};
    Scalar item = Scalar::nothing;
    for (const Value& one : *items)
        item = common(item, scalar_of(one));
    return {item, item != Scalar::json};
}

PropertyType common_type(PropertyType a, PropertyType b) {
    const Scalar item = common(a.item, b.item);
    return {item, item != Scalar::json && (a.list || b.list)};
}

bool append_value(std::string& out, const Value& value, PropertyType type, Literals& literals) {
    if (!type.list) return append_scalar(out, value, type.item, literals);
    if (literals.native_lists()) return append_list(out, value, type.item, literals);
    std::string json = value.type == ValueType::json ? std::string() : "[";
    entente::append_value(json, value);
    if (value.type != ValueType::json) json += ']';
    literals.text(out, json);
    return value.type == ValueType::json;
}

std::string_view table_type(PropertyType type) {
    switch (type.item) {
        case Scalar::boolean:
            return type.list ? "BOOLEAN[]" : "BOOLEAN";
        case Scalar::integer:
            return type.list ? "INT64[]" : "INT64";
        case Scalar::decimal:
            return type.list ? "DOUBLE[]" : "DOUBLE";
        case Scalar::nothing:
        case Scalar::text:
        case Scalar::json:
            break;
    }
    return type.list ? "STRING[]" : "STRING";
}

} // namespace entente::cypher
