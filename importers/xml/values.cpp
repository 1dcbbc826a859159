// SPDX-License-Identifier: BSL-1.0
#include "importers/xml/values.hpp"

#include <string>

#include "graph/text/ascii.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

JsonType type_of_xml(std::string_view declared) {
    const std::string type = ascii::lower(declared);
    if (type == "boolean") return JsonType::boolean;
    if (type == "int" || type == "integer" || type == "long" || type == "short" || type == "byte")
        return JsonType::integer;
    if (type == "float" || type == "double") return JsonType::decimal;
    return JsonType::string;
}

void add_xml_value(FlatItem& item, std::string_view name, std::string_view text, JsonType type,
                   Reading& reading, std::size_t offset) {
    if (type == JsonType::string || type == JsonType::array) {
        item.add(name, text, type);
        return;
    }
    const std::string_view bare = trimmed(text);
    if (bare.empty()) return;
    if (type == JsonType::boolean) {
        const std::string word = ascii::lower(bare);
        const bool yes = word == "true" || word == "1";
        if (yes || word == "false" || word == "0")
            item.add(name, yes ? "true" : "false", type);
        else
            item.add(name, text, JsonType::string);
        return;
    }
    if (ascii::lower(bare) == "nan")
        reading.repaired(offset, "NaN is no number and was taken for no value");
    else
        item.add(name, bare, type);
}

} // namespace entente
