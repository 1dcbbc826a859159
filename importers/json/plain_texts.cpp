// SPDX-License-Identifier: BSL-1.0
#include "importers/json/plain_texts.hpp"

#include <cstdint>
#include <cstring>

namespace entente {

namespace {

constexpr std::uint64_t ones = 0x0101010101010101;
constexpr std::uint64_t highs = ones * 0x80;

/// Not zero if one of eight bytes is a backslash or beyond ASCII.
std::uint64_t odd_bytes(const char* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    const std::uint64_t slashes = word ^ ones * '\\'; // zero where one is
    return (word | ((slashes - ones) & ~slashes)) & highs;
}

} // namespace

bool PlainTexts::has_escape_or_more(std::string_view text) {
    if (text.size() < 8) {
        for (const char c : text)
            if (c == '\\' || static_cast<signed char>(c) < 0) return true;
        return false;
    }
    std::uint64_t odd = 0;
    std::size_t i = 0;
    for (; i + 8 < text.size(); i += 8)
        odd |= odd_bytes(text.data() + i);
    return (odd | odd_bytes(text.data() + text.size() - 8)) != 0; // may overlap the one before
}

bool PlainTexts::clean(std::string_view& text) {
    if (surely_clean(text)) return true;
    if (find_bad_character(text)) return false;
    text = normalized(text, arena_);
    return true;
}

} // namespace entente
