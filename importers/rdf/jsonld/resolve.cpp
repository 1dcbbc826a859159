// SPDX-License-Identifier: BSL-1.0
#include <serd/serd.h>

#include "importers/rdf/jsonld/context.hpp"

namespace entente::jsonld {

std::string resolved(std::string_view base, std::string_view reference) {
    const std::string base_text(base);
    std::string text(reference);
    const auto bytes = [](const std::string& s) {
        return reinterpret_cast<const std::uint8_t*>(s.c_str());
    };
    SerdURI base_uri = SERD_URI_NULL;
    if (base.empty() || serd_uri_string_has_scheme(bytes(text)) ||
        serd_uri_parse(bytes(base_text), &base_uri) != SERD_SUCCESS)
        return text;
    if (text.empty()) return base_text.substr(0, base_text.find('#'));
    SerdNode node = serd_node_new_uri_from_string(bytes(text), &base_uri, nullptr);
    if (node.buf == nullptr) return text;
    std::string made(reinterpret_cast<const char*>(node.buf), node.n_bytes);
    serd_node_free(&node);
    return made;
}

} // namespace entente::jsonld
