// SPDX-License-Identifier: BSL-1.0
#include "graph/sources.hpp"

#include <algorithm>

#include "graph/hash.hpp"

namespace entente {

Source SourceTable::operator[](SourceIndex index) const {
    const Row& row = this->row(index);
    Source source{.id = row.id.in(space_), .publisher = {}, .title = {}, .url = row.url.in(space_),
                  .language = {}, .published = {}, .attributes = {}, .declared = row.declared};
    if (row.detail != no_index) {
        const Detail& detail = details_[row.detail];
        source.publisher = detail.publisher;
        source.title = detail.title;
        source.language = detail.language;
        source.published = detail.published;
        source.attributes = detail.attributes;
    }
    return source;
}

SourceIndex SourceTable::find(std::string_view id) const {
    const std::uint64_t hash = stable_hash(id);
    const auto first = std::lower_bound(
        order_.begin(), order_.end(), hash,
        [this](std::uint32_t at, std::uint64_t wanted) { return rows_[at].hash < wanted; });
    for (auto at = static_cast<SourceIndex>(first - order_.begin());
         at < size() && row(at).hash == hash; ++at)
        if (this->id(at) == id) return at;
    return no_index;
}

} // namespace entente
