// SPDX-License-Identifier: BSL-1.0
#include "exporters/stix/references.hpp"

#include <algorithm>

#include "exporters/items/records.hpp"
#include "exporters/items/source_order.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/text/iri.hpp"

namespace entente::stix {

namespace {

/// An address of ASCII (RFC 3986) of an IRI.
std::string url_of(std::string_view iri) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string url;
    for (const char c : iri) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            url += c;
        } else {
            url += '%';
            url += hex[byte >> 4U];
            url += hex[byte & 15U];
        }
    }
    return url;
}

} // namespace

std::string references_of(const Entity& entity) {
    std::string list;
    for (const std::string_view same : entity.same_as) {
        list += list.empty() ? "[{" : ",{";
        const std::size_t colon = same.find(':');
        if (is_web_iri(same)) {
            append_member(list, "source_name",
                          same.substr(colon + 3, same.find('/', colon + 3) - (colon + 3)));
            append_member(list, "url", url_of(same));
        } else if (colon != same.npos && colon > 0 && colon + 1 < same.size()) {
            append_member(list, "source_name", same.substr(0, colon));
            append_member(list, "external_id", same.substr(colon + 1));
        } else {
            append_member(list, "source_name", "same_as");
            append_member(list, "external_id", same);
        }
        list += '}';
    }
    return list.empty() ? list : list + ']';
}

std::string references_of(const View& view, std::vector<SourceIndex> sources) {
    sort_sources(view, sources);
    std::string list;
    for (const SourceIndex index : sources) {
        const Source source = view.source(index);
        list += list.empty() ? "[{" : ",{";
        append_member(list, "source_name", source.publisher.empty() ? source.id : source.publisher);
        append_member(list, "description", source.title);
        if (is_web_iri(source.url)) append_member(list, "url", url_of(source.url));
        append_member(list, "external_id", source.id);
        list += '}';
    }
    return list.empty() ? list : list + ']';
}

} // namespace entente::stix
