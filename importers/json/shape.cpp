// SPDX-License-Identifier: BSL-1.0
#include "importers/json/shape.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <cstring>

namespace entente {

namespace {

constexpr std::size_t block = 16;

/// Whether `size` bytes are the same; `expected` is padded to whole blocks, and `at` may be read as
/// far.
bool same(const char* at, const char* expected, std::size_t size) {
#if defined(__SSE2__)
    const auto differ = [&](std::size_t i) {
        const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
        const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(expected + i));
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(a, b))) ^ 0xFFFFU;
    };
    std::size_t i = 0;
    for (; i + block <= size; i += block)
        if (differ(i) != 0) return false;
    return i == size || (differ(i) & ((1U << (size - i)) - 1)) == 0;
#else
    return std::memcmp(at, expected, size) == 0;
#endif
}

/// The end of a text within quotes: its first quote, backslash or control character. `wide` is set
/// if something before it is beyond ASCII.
const char* text_end(const char* at, const char* end, bool& wide) {
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\');
    const __m128i last_control = _mm_set1_epi8(0x1F);
    unsigned high = 0;
    for (; at < end; at += block) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
        const __m128i stops = _mm_or_si128(
            control, _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, slash)));
        const auto stop = static_cast<unsigned>(_mm_movemask_epi8(stops));
        const auto beyond = static_cast<unsigned>(_mm_movemask_epi8(bytes));
        if (stop != 0) {
            const auto first = static_cast<unsigned>(std::countr_zero(stop));
            high |= beyond & ((1U << first) - 1);
            wide = wide || high != 0;
            return at + first;
        }
        high |= beyond;
    }
    return end;
#else
    for (; at < end; ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte == '"' || byte == '\\' || byte < 0x20) break;
        wide = wide || byte >= 0x80;
    }
    return at;
#endif
}

const char* number_end(const char* at, const char* end) {
    const auto belongs = [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    };
    while (at < end && belongs(*at))
        ++at;
    return at;
}

} // namespace

void RecordShape::add(std::string_view before, std::string_view* target, bool number) {
    Part& part = parts_.emplace_back();
    part.before = before;
    part.size = before.size();
    part.before.resize((before.size() + block - 1) / block * block);
    part.target = target;
    part.number = number;
}

void RecordShape::learn(std::string_view line, const std::vector<Value>& values) {
    parts_.clear();
    const char* from = line.data();
    for (const Value& value : values) {
        add({from, static_cast<std::size_t>(value.text.data() - from)}, value.target, value.number);
        from = value.text.data() + value.text.size();
    }
    add({from, static_cast<std::size_t>(line.data() + line.size() - from)}, nullptr, false);
}

std::size_t RecordShape::match(std::string_view text) {
    if (parts_.empty()) return 0;
    odd_.clear();
    const char* at = text.data();
    const char* const end = at + text.size();
    for (const Part& part : parts_) {
        if (part.size > static_cast<std::size_t>(end - at) ||
            !same(at, part.before.data(), part.size))
            return 0;
        at += part.size;
        if (part.target == nullptr) break;
        bool wide = false, escaped = false;
        const char* stop = part.number ? number_end(at, end) : text_end(at, end, wide);
        while (stop < end && *stop == '\\' && !part.number) {
            escaped = true; // what the backslash makes of the next byte is no end of the text
            stop = text_end(std::min(stop + 2, end), end, wide);
        }
        if (stop >= end) return 0;
        *part.target = {at, static_cast<std::size_t>(stop - at)};
        if (wide || escaped) odd_.push_back({part.target, escaped});
        at = stop; // a text's quote is the first of what comes before the next value
    }
    return at < end && *at == '\n' ? static_cast<std::size_t>(at - text.data()) : 0;
}

} // namespace entente
