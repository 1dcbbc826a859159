// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/items/column_names.hpp"

#include <charconv>

#include "graph/language/words.hpp"

namespace entente {

std::string column_key(std::string_view name) {
    constexpr std::string_view escape = "_x";
    if (name.starts_with(flat_attribute_prefix)) name.remove_prefix(flat_attribute_prefix.size());
    if (name == escape) return {};
    std::string key;
    for (std::size_t i = 0; i < name.size(); ++i) {
        unsigned byte = 0;
        const char* const hex = name.data() + i + escape.size();
        if (name.substr(i, escape.size()) == escape && i + 4 <= name.size() &&
            std::from_chars(hex, hex + 2, byte, 16).ptr == hex + 2) {
            key += static_cast<char>(byte);
            i += 3;
        } else {
            key += name[i];
        }
    }
    return key;
}

} // namespace entente
