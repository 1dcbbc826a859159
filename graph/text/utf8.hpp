// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <unicode/utf8.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Characters of texts, all of which are valid UTF-8: importers/syntax/utf8.hpp sees to that.
namespace entente::utf8 {

struct Character {
    char32_t point = 0;
    std::size_t size = 1; ///< in bytes
};

/// The character at `at`, which is within the text. A byte that begins none, as a file's name may
/// have it, is one by itself.
inline Character character_at(std::string_view text, std::size_t at) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
    const auto more = static_cast<std::size_t>(U8_COUNT_TRAIL_BYTES(*bytes));
    if (more == 0 || more >= text.size() - at) return {*bytes, 1};
    UChar32 point = 0;
    std::size_t size = 0;
    U8_NEXT_UNSAFE(bytes, size, point);
    return {static_cast<char32_t>(point), size};
}

/// True for the second and further bytes of a character.
constexpr bool is_continuation(char c) {
    return U8_IS_TRAIL(static_cast<unsigned char>(c));
}

/// How many characters a text has.
constexpr std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += !is_continuation(c);
    return count;
}

inline void append(std::string& out, char32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point); // most are
        return;
    }
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, point);
    out.append(bytes.data(), bytes.data() + size);
}

} // namespace entente::utf8
