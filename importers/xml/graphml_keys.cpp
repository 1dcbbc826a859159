// SPDX-License-Identifier: BSL-1.0
#include "importers/xml/graphml_keys.hpp"

#include <algorithm>

#include "importers/xml/values.hpp"

namespace entente {

GraphmlKey& GraphmlKeys::declare(const XmlElement& element) {
    GraphmlKey key;
    key.id = element["id"];
    key.name = element["attr.name"];
    if (key.name.empty()) key.name = key.id;
    key.domain = element["for"];
    if (key.domain.empty()) key.domain = "all";
    // APOC writes lists as JSON texts and says so.
    key.type = element.find("attr.list") ? JsonType::array : type_of_xml(element["attr.type"]);
    key.drawing = element.find("yfiles.type") != nullptr;
    any_drawing_ |= key.drawing;
    if (!key.drawing) key.slot = OwnEdge::slot(key.name, key.type);
    const auto [at, added] = by_id_.try_emplace(key.id, keys_.size());
    if (added) return keys_.emplace_back(std::move(key));
    return keys_[at->second] = std::move(key);
}

const GraphmlKey& GraphmlKeys::use(std::string_view id, bool& declared) {
    const auto [at, added] = by_id_.try_emplace(std::string(id), keys_.size());
    declared = !added;
    if (added) {
        GraphmlKey& key = keys_.emplace_back();
        key.id = key.name = id;
    }
    return keys_[at->second];
}

const GraphmlKey* GraphmlKeys::known(std::size_t nth, std::string_view id) {
    if (nth >= usual_.size()) usual_.resize(nth + 1);
    const GraphmlKey*& key = usual_[nth];
    if (key && key->id == id) return key;
    const auto at = by_id_.find(std::string(id));
    if (at == by_id_.end()) return nullptr;
    return key = &keys_[at->second];
}

bool GraphmlKeys::any_default(std::string_view domain) const {
    return std::any_of(keys_.begin(), keys_.end(), [&](const GraphmlKey& key) {
        return !key.default_text.empty() && key.is_for(domain);
    });
}

void GraphmlKeys::add_defaults(FlatItem& item, std::string_view domain, Reading& reading) const {
    for (const GraphmlKey& key : keys_)
        if (!key.default_text.empty() && key.is_for(domain) && item.find(key.name) == nullptr)
            add_xml_value(item, key.name, key.default_text, key.type, reading, item.offset);
}

} // namespace entente
