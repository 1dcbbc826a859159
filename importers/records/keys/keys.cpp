// SPDX-License-Identifier: BSL-1.0
#include "importers/records/keys/keys.hpp"

#include <array>

#include "graph/memory/quick_equal.hpp"

namespace entente {

namespace {

constexpr std::size_t slots = 512;

constexpr std::size_t hash(std::string_view name) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(name[i]); };
    return (name.size() * 11U + byte(0) * 37U + byte(name.size() - 1) * 5U +
            byte(name.size() / 2) * 53U) %
           slots;
}

/// By key.
constexpr std::array<std::string_view, key_count> names = [] {
    std::array<std::string_view, key_count> made;
    for (std::size_t i = 1; i < key_count; ++i)
        made[i] = name(static_cast<Key>(i));
    return made;
}();

/// Open addressing: looked up for every key of every record.
constexpr std::array<Key, slots> table = [] {
    std::array<Key, slots> made{};
    for (std::size_t i = 1; i < key_count; ++i) {
        std::size_t at = hash(names[i]);
        while (made[at] != Key::none)
            at = (at + 1) % slots;
        made[at] = static_cast<Key>(i);
    }
    return made;
}();

} // namespace

bool is_key(std::string_view text, Key key) {
    return key != Key::none && quick_equal(names[static_cast<std::size_t>(key)], text);
}

Key find_key(std::string_view key) {
    if (key.empty()) return Key::none;
    for (std::size_t at = hash(key); table[at] != Key::none; at = (at + 1) % slots)
        if (is_key(key, table[at])) return table[at];
    return Key::none;
}

} // namespace entente
