// SPDX-License-Identifier: BSL-1.0
#include "graph/sources.hpp"

#include <algorithm>

#include "graph/hash.hpp"

namespace entente {

Source SourceTable::operator[](SourceIndex index) const {
    const Row& row = rows_[index];
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
    auto at = std::lower_bound(
        rows_.begin(), rows_.end(), hash,
        [](const Row& row, std::uint64_t wanted) { return row.hash < wanted; });
    for (; at != rows_.end() && at->hash == hash; ++at)
        if (at->id.in(space_) == id) return static_cast<SourceIndex>(at - rows_.begin());
    return no_index;
}

} // namespace entente
