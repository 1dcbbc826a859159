// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "graph/text/ascii.hpp"

/// Bytes in blocks: for the code that looks over every byte that is read or written. On another
/// machine than x86-64 a block has eight bytes, not sixteen, and all else is the same.
namespace entente::bytes {

inline constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

/// Eight bytes of a text at once. A mask has the highest bit of each byte that matches.
class Eight {
  public:
    static constexpr std::size_t size = 8;
    using Mask = std::uint64_t;

    explicit Eight(const char* at) : at_(at) { std::memcpy(&bytes_, at, size); }
    /// The same, one byte further.
    [[nodiscard]] Eight next() const { return Eight(at_ + 1); }
    [[nodiscard]] Mask equal(char c) const {
        return zeros(bytes_ ^ every(static_cast<unsigned char>(c)));
    }
    [[nodiscard]] Mask controls() const { return zeros(bytes_ & every(0xE0)); }
    /// Bytes of characters beyond ASCII.
    [[nodiscard]] Mask high() const { return bytes_ & every(0x80); }
    [[nodiscard]] Mask unlike(Eight other) const {
        return every(0x80) ^ zeros(bytes_ ^ other.bytes_);
    }
    /// Of the first byte that matches, where not all are 0.
    static std::size_t first(Mask mask) {
        constexpr bool little = std::endian::native == std::endian::little;
        return static_cast<std::size_t>(little ? std::countr_zero(mask) : std::countl_zero(mask)) /
               8;
    }

  private:
    static constexpr std::uint64_t every(std::uint8_t byte) { return 0x0101010101010101ULL * byte; }
    static constexpr Mask zeros(std::uint64_t x) {
        constexpr std::uint64_t low = every(0x7F);
        return ~(((x & low) + low) | x | low);
    }
    const char* at_;
    std::uint64_t bytes_ = 0;
};

#ifdef __SSE2__
/// Sixteen; a mask has one bit a byte.
class Sixteen {
  public:
    static constexpr std::size_t size = 16;
    using Mask = unsigned;

    explicit Sixteen(const char* at)
        : at_(at), bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at))) {}
    [[nodiscard]] Sixteen next() const { return Sixteen(at_ + 1); }
    [[nodiscard]] Mask equal(char c) const {
        return mask(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c)));
    }
    [[nodiscard]] Mask controls() const {
        return mask(_mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(0x1F)), bytes_));
    }
    [[nodiscard]] Mask high() const { return mask(bytes_); }
    [[nodiscard]] Mask unlike(Sixteen other) const {
        return mask(_mm_cmpeq_epi8(bytes_, other.bytes_)) ^ 0xFFFFU;
    }
    static std::size_t first(Mask mask) { return static_cast<std::size_t>(std::countr_zero(mask)); }

  private:
    static Mask mask(__m128i bytes) { return static_cast<Mask>(_mm_movemask_epi8(bytes)); }
    const char* at_;
    __m128i bytes_;
};
using Block = Sixteen;
#else
using Block = Eight;
#endif

/// Where the first byte at or behind `from` stands that `matches`, which gives the mask of a block;
/// the size of the text if there is none. A short rest overlaps what was seen before.
template <class Matches>
std::size_t find(std::string_view text, std::size_t from, Matches matches) {
    const auto in_blocks = [&]<class B>(std::size_t& at, B*) {
        if (text.size() - at < B::size) return false;
        for (; at + B::size <= text.size(); at += B::size)
            if (const auto mask = matches(B(text.data() + at)); mask != 0) {
                at += B::first(mask);
                return true;
            }
        if (at == text.size()) return true;
        const std::size_t last = text.size() - B::size;
        const auto mask = matches(B(text.data() + last));
        at = mask != 0 ? last + B::first(mask) : text.size();
        return true;
    };
    std::size_t at = from;
    if (in_blocks(at, static_cast<Block*>(nullptr)) || in_blocks(at, static_cast<Eight*>(nullptr)))
        return at;
    std::array<char, Eight::size + 1> rest;
    rest.fill('a');                          // matches nothing
    text.copy(rest.data(), Eight::size, at); // fewer than eight: the last ones
    const auto mask = matches(Eight(rest.data()));
    return mask != 0 ? at + Eight::first(mask) : text.size();
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
        set[c] = ascii::is_letter_or_digit(static_cast<char>(c));
    for (const char c : others)
        set[static_cast<unsigned char>(c)] = true;
    return set;
}

} // namespace entente::bytes
