// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/findings/parsed_names.hpp"

#include "graph/memory/hash.hpp"
#include "graph/memory/quick_equal.hpp"

namespace entente::identity {

const PersonName& ParsedNames::of(std::string_view raw) {
    const std::uint32_t row = index_.find_or_insert(
        static_cast<std::uint32_t>(stable_hash(raw)),
        [&](std::uint32_t known) { return quick_equal(rows_[known].raw, raw); },
        [&] {
            rows_.push_back({raw, parse_person(raw)});
            return static_cast<std::uint32_t>(rows_.size() - 1);
        });
    return rows_[row].name;
}

} // namespace entente::identity
