// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// The first 16 bytes of a text as two numbers that compare as the bytes do; a shorter text is
/// filled up with zeros.
inline std::pair<std::uint64_t, std::uint64_t> text_prefix(std::string_view text) {
    const auto number = [&](std::size_t from) {
        unsigned char bytes[8] = {};
        if (from < text.size())
            std::memcpy(bytes, text.data() + from, std::min<std::size_t>(8, text.size() - from));
        std::uint64_t value = 0;
        for (const unsigned char byte : bytes)
            value = value << 8 | byte;
        return value;
    };
    return {number(0), number(8)};
}

/// Sorts numbers by a text that each stands for, and those of one text by `less`. The beginnings
/// of the texts are looked up once, not at each comparison: they lie all over the memory.
template <class TextOf, class Less>
void sort_by_text(std::vector<std::uint32_t>& numbers, TextOf text_of, Less less) {
    struct Key {
        std::pair<std::uint64_t, std::uint64_t> prefix;
        std::uint32_t number;
    };
    std::vector<Key> keys;
    keys.reserve(numbers.size());
    for (const std::uint32_t number : numbers)
        keys.push_back({text_prefix(text_of(number)), number});
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        const int order = std::string_view(text_of(a.number)).compare(text_of(b.number));
        return order == 0 ? less(a.number, b.number) : order < 0;
    });
    for (std::size_t i = 0; i < keys.size(); ++i)
        numbers[i] = keys[i].number;
}

} // namespace entente
