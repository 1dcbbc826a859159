// SPDX-License-Identifier: BSL-1.0
#include "graph/model/sources.hpp"

#include "graph/memory/first_index.hpp"
#include "graph/memory/hash.hpp"

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
    const auto before = [&](std::size_t at) {
        return row(static_cast<SourceIndex>(at)).hash < hash;
    };
    for (auto at = static_cast<SourceIndex>(first_index(size(), before));
         at < size() && row(at).hash == hash; ++at)
        if (this->id(at) == id) return at;
    return no_index;
}

} // namespace entente
