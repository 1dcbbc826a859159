// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/identity/gazetteer/gazetteer.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// How the generated names lie in memory; the generator writes it, the gazetteer reads it.
///
/// `slots` is an open-addressing hash table (linear probing, a power of two in size) from the key
/// of a name to the place of its record: chunk number + 1 in the upper half, offset in the lower
/// half, 0 if the slot is empty. Records lie in `chunks`, which are short enough for any compiler's
/// string literals. A record is
///   1 byte   length of the key
///   n bytes  key: the folded name, or `exact_mark` and the squeezed name
///   1 byte   number of meanings
///   3 bytes  per meaning: index of the entity (low byte first); NameRule and flags
namespace entente::identity::layout {

inline constexpr char exact_mark = '\x01';
/// Only names that fold to so few letters are ever exact.
inline constexpr std::size_t longest_exact = 3;
inline constexpr std::size_t chunk_size = 15000;

inline constexpr std::uint8_t rule_mask = 0x0F;
inline constexpr std::uint8_t careful_flag = 0x10;
inline constexpr std::uint8_t capital_flag = 0x20;

/// FNV-1a, 64 bits: the same on every machine.
constexpr std::uint64_t hash(std::string_view key) {
    std::uint64_t h = 0xcbf29ce484222325U;
    for (const char c : key) {
        h ^= static_cast<unsigned char>(c);
        h *= 0x100000001b3U;
    }
    return h ^ (h >> 32U);
}

struct Data {
    std::span<const KnownEntity> entities; // by id
    std::span<const char* const> chunks;
    std::span<const std::uint32_t> slots;
};

extern const Data data; // in the generated file

} // namespace entente::identity::layout
