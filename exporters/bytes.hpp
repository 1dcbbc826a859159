// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

/// For the code that escapes text (exporters/text.hpp), which sees every byte that is written.
namespace entente::bytes {

inline constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

// Eight bytes at a time: each returns a word that is not zero if some byte matches.
constexpr std::uint64_t every(std::uint8_t byte) {
    return 0x0101010101010101ULL * byte;
}
constexpr std::uint64_t any_zero(std::uint64_t x) {
    return (x - every(1)) & ~x & every(0x80);
}
constexpr std::uint64_t any_equal(std::uint64_t x, std::uint8_t byte) {
    return any_zero(x ^ every(byte));
}
constexpr std::uint64_t any_control(std::uint64_t x) {
    return (x - every(0x20)) & ~x & every(0x80);
}

inline std::uint64_t load(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

using ByteSet = std::array<bool, 256>;

constexpr bool in(const ByteSet& set, char c) {
    return set[static_cast<unsigned char>(c)];
}

constexpr ByteSet controls_and(std::string_view others) {
    ByteSet set{};
    for (std::size_t c = 0; c < 0x20; ++c)
        set[c] = true;
    for (const char c : others)
        set[static_cast<unsigned char>(c)] = true;
    return set;
}

constexpr ByteSet letters_digits_and(std::string_view others) {
    ByteSet set{};
    for (std::size_t c = 0; c < 256; ++c)
        set[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    for (const char c : others)
        set[static_cast<unsigned char>(c)] = true;
    return set;
}

} // namespace entente::bytes
