// SPDX-License-Identifier: BSL-1.0
#include "graph/model/claim_hash.hpp"

#include <xxhash.h>

#include <array>
#include <bit>
#include <span>
#include <vector>

#include "graph/memory/hash.hpp"

namespace entente {

namespace {

std::uint64_t hash_numbers(std::span<const std::uint64_t> numbers) {
    static_assert(std::endian::native == std::endian::little,
                  "ids of claims are hashes of little-endian numbers");
    return XXH3_64bits(numbers.data(), numbers.size_bytes());
}

std::uint64_t hash_fields(std::span<const Field> fields) {
    std::vector<std::uint64_t> parts;
    for (const Field& field : fields)
        parts.insert(parts.end(),
                     {stable_hash(field.key), static_cast<std::uint64_t>(field.value.type),
                      stable_hash(field.value.text)});
    return hash_numbers(parts);
}

} // namespace

std::uint64_t mention_hash(std::string_view id, std::string_view called) {
    const std::array parts{stable_hash(id), stable_hash(called)};
    return hash_numbers(parts);
}

std::uint64_t said_hash(const ClaimLedger::Row& row, std::string_view quote,
                        const ClaimLedger::Detail& detail, std::uint64_t source) {
    const std::array parts{row.date.bits(),
                           detail.period.from.bits(),
                           detail.period.to.bits(),
                           std::bit_cast<std::uint64_t>(row.confidence),
                           static_cast<std::uint64_t>(row.stance),
                           std::uint64_t{detail.span.begin} << 32 | detail.span.end,
                           stable_hash(quote),
                           source,
                           detail.qualifiers.empty() ? 0 : hash_fields(detail.qualifiers)};
    return hash_numbers(parts);
}

std::uint64_t claim_hash(const AboutHashes& about) {
    const std::array parts{about.said, about.subject, about.relation, about.object,
                           about.stated_by};
    return hash_numbers(parts);
}

} // namespace entente
