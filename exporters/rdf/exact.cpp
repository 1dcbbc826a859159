// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/exact.hpp"

#include <algorithm>

#include "exporters/items/records.hpp"
#include "exporters/rdf/terms.hpp"
#include "graph/text/ascii.hpp"

namespace entente {

namespace {

bool is_changed(const Field& field) {
    const ValueType type = field.value.type;
    return (type == ValueType::integer || type == ValueType::decimal) &&
           !number_literal(field.value).exact;
}

bool is_changed(const Alias& alias) {
    return language_of_literal(alias) != alias.language;
}

} // namespace

std::string changed_values(std::span<const Field> fields) {
    std::string json;
    for (std::size_t begin = 0, end = 0; begin < fields.size(); begin = end) {
        while (end < fields.size() && fields[end].key == fields[begin].key)
            ++end;
        const auto values = fields.subspan(begin, end - begin);
        if (!std::any_of(values.begin(), values.end(),
                         [](const Field& f) { return is_changed(f); }))
            continue;
        for (const Field& field : values) {
            json += json.empty() ? "[{" : ",{";
            append_key(json, field.key);
            append_value(json, field.value);
            json += '}';
        }
    }
    if (!json.empty()) json += ']';
    return json;
}

std::string changed_aliases(std::span<const Alias> aliases) {
    std::string json;
    if (std::any_of(aliases.begin(), aliases.end(), [](const Alias& a) { return is_changed(a); }))
        append_aliases(json, aliases);
    return json;
}

std::string language_of_literal(const Alias& alias) {
    std::string tag = ascii::lower(alias.language);
    return is_language_tag(tag) ? tag : std::string();
}

} // namespace entente
