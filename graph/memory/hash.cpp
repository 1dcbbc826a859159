// SPDX-License-Identifier: BSL-1.0
#include "graph/memory/hash.hpp"

#include <xxhash.h>

namespace entente {

std::uint64_t stable_hash(std::string_view text) {
    return XXH3_64bits(text.data(), text.size());
}

} // namespace entente
