// SPDX-License-Identifier: BSL-1.0
#include "graph/sources.hpp"

#include <algorithm>
#include <boost/iterator/counting_iterator.hpp>

#include "graph/hash.hpp"

namespace entente {

Source SourceTable::operator[](SourceIndex index) const {
    const Row& row = this->row(index);
    Source source{.id = text(row.id),
                  .publisher = {},
                  .title = {},
                  .url = text(row.url),
                  .language = {},
                  .published = {},
                  .attributes = {},
                  .declared = row.declared};
    if (row.detail != no_index) {
        const Detail& detail = saved_.saved() ? saved_details_[row.detail] : details_[row.detail];
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
    const boost::counting_iterator<SourceIndex> begin(0), end(static_cast<SourceIndex>(size()));
    const auto first = std::lower_bound(
        begin, end, hash,
        [this](SourceIndex at, std::uint64_t wanted) { return row(at).hash < wanted; });
    for (SourceIndex at = *first; at < size() && row(at).hash == hash; ++at)
        if (this->id(at) == id) return at;
    return no_index;
}

} // namespace entente
