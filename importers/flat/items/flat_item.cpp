// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/items/flat_item.hpp"

#include <algorithm>

namespace entente {

const FlatAttribute* FlatItem::find(std::string_view name) const {
    const auto at = std::find_if(attributes.begin(), attributes.end(),
                                 [&](const FlatAttribute& a) { return a.name == name; });
    return at == attributes.end() ? nullptr : &*at;
}

const FlatAttribute* FlatItem::first_of(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
        if (const FlatAttribute* found = find(name); found && !found->text.empty()) return found;
    return nullptr;
}

} // namespace entente
