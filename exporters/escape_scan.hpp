// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "exporters/bytes.hpp"

namespace entente {

/// Where the first byte from `from` on stands that JSON or N-Quads may want an escape for: `"`, `\`
/// or a control character; the text's size if there is none. Nearly all texts have none, so this
/// is all that they cost besides the copying.
inline std::size_t find_escapable(std::string_view text, std::size_t from) {
    std::size_t at = from;
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'),
                  last_control = _mm_set1_epi8(0x1F);
    for (; at + 16 <= text.size(); at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
        const __m128i marks =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
        const int found = _mm_movemask_epi8(_mm_or_si128(control, marks));
        if (found != 0)
            return at + static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(found)));
    }
#else
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t x = bytes::load(text.data() + at);
        if ((bytes::any_control(x) | bytes::any_equal(x, '"') | bytes::any_equal(x, '\\')) != 0)
            break;
    }
#endif
    constexpr bytes::ByteSet escapable = bytes::controls_and("\"\\");
    while (at < text.size() && !bytes::in(escapable, text[at]))
        ++at;
    return at;
}

} // namespace entente
