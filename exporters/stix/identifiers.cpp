// SPDX-License-Identifier: BSL-1.0
#include "exporters/stix/identifiers.hpp"

#include <bit>
#include <cstddef>

namespace entente::stix {

namespace {

constexpr std::string_view our_namespace =
    "\x7b\x6c\x1e\x52\x9d\x0f\x4a\x37\x8f\x4e\x5a\x1c\x0d\xe3\xb9\xd4";

using State = std::array<std::uint32_t, 5>;

void digest_block(State& state, std::string_view block) {
    std::array<std::uint32_t, 80> word{};
    for (std::size_t i = 0; i < 16; ++i)
        for (std::size_t byte = 0; byte < 4; ++byte)
            word[i] = word[i] << 8U | static_cast<unsigned char>(block[i * 4 + byte]);
    for (std::size_t i = 16; i < 80; ++i)
        word[i] = std::rotl(word[i - 3] ^ word[i - 8] ^ word[i - 14] ^ word[i - 16], 1);
    auto [a, b, c, d, e] = state;
    for (std::size_t i = 0; i < 80; ++i) {
        std::uint32_t f = b ^ c ^ d;
        std::uint32_t k = i < 40 ? 0x6ED9EBA1 : 0xCA62C1D6;
        if (i < 20) {
            f = (b & c) | (~b & d);
            k = 0x5A827999;
        } else if (i >= 40 && i < 60) {
            f = (b & c) | (b & d) | (c & d);
            k = 0x8F1BBCDC;
        }
        const std::uint32_t next = std::rotl(a, 5) + f + e + k + word[i];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

} // namespace

std::array<std::uint8_t, 20> sha1(std::string_view text) {
    std::string padded(text);
    padded += '\x80';
    while (padded.size() % 64 != 56)
        padded += '\0';
    const std::uint64_t bits = std::uint64_t{text.size()} * 8;
    for (int shift = 56; shift >= 0; shift -= 8)
        padded += static_cast<char>(bits >> static_cast<unsigned>(shift) & 0xFFU);
    State state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    for (std::size_t at = 0; at < padded.size(); at += 64)
        digest_block(state, std::string_view(padded).substr(at, 64));
    std::array<std::uint8_t, 20> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - i % 4 * 8));
    return digest;
}

std::string uuid_of(std::string_view name) {
    std::array<std::uint8_t, 20> digest = sha1(std::string(our_namespace).append(name));
    digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0FU) | 0x50U); // version 5
    digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3FU) | 0x80U); // the variant of RFC 4122
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += hex[digest[i] >> 4U];
        text += hex[digest[i] & 15U];
    }
    return text;
}

} // namespace entente::stix
