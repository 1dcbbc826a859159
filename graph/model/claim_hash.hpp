// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

#include "graph/model/ledger.hpp"

namespace entente {

/// The hash of a claim's content, which makes its id, is made in two steps (decisions/0007): what
/// it says, hashed while its text is at hand, and then of whom, when that is settled.

/// Everything but subject, relation, object and speaker. `source` is the hash of the source's id,
/// 0 if there is none.
std::uint64_t said_hash(const ClaimLedger::Row& row, std::string_view quote,
                        const ClaimLedger::Detail& detail, std::uint64_t source);

/// The hashes of what a claim is about, from the text of their ids and names.
struct AboutHashes {
    std::uint64_t said, subject, relation, object, stated_by;
};
std::uint64_t claim_hash(const AboutHashes& about);

/// Of an entity as a claim names it: its id, and how the source called it.
std::uint64_t mention_hash(std::string_view id, std::string_view called);

} // namespace entente
