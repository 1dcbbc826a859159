// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "exporters/writing/text/text.hpp"
#include "graph/text/bytes.hpp"

namespace entente {

/// Where the first byte from `from` on stands that JSON or N-Quads may want an escape for: `"`, `\`
/// or a control character; the text's size if there is none. Nearly all texts have none, so this
/// is all that they cost besides the copying.
inline std::size_t find_escapable(std::string_view text, std::size_t from) {
    return bytes::find(text, from, [](auto block) {
        return block.controls() | block.equal('"') | block.equal('\\');
    });
}

/// Appends a text: `escape(c)` appends what stands for a byte that find_escapable() finds.
template <class Escape>
void append_escaped(std::string& out, std::string_view text, Escape escape) {
    for (std::size_t from = 0;;) {
        const std::size_t at = find_escapable(text, from);
        out.append(text, from, at - from);
        if (at == text.size()) return;
        escape(text[at]);
        from = at + 1;
    }
}

/// append_json_string, quick for a text that needs no escape.
inline void append_quoted(std::string& out, std::string_view text) {
    if (find_escapable(text, 0) == text.size())
        ((out += '"') += text) += '"';
    else
        append_json_string(out, text);
}

/// True if there are but letters, digits and `-._~/`, which stay as they are in an IRI.
inline bool is_unreserved(std::string_view text) {
    constexpr bytes::ByteSet unreserved = bytes::letters_digits_and("-._~/");
    std::size_t at = 0;
#if defined(__SSE2__)
    const auto block_is_unreserved = [](const char* from) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
        // As distances from the first of a range: what is below it wraps around to far above.
        const auto within = [](__m128i x, char first, char last) {
            const __m128i distance = _mm_sub_epi8(x, _mm_set1_epi8(first));
            const __m128i most = _mm_set1_epi8(static_cast<char>(last - first));
            return _mm_cmpeq_epi8(_mm_min_epu8(distance, most), distance);
        };
        const __m128i letter = within(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z');
        const __m128i other = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')),
                                           _mm_cmpeq_epi8(bytes, _mm_set1_epi8('~')));
        const __m128i good = _mm_or_si128(_mm_or_si128(letter, other), within(bytes, '-', '9'));
        return _mm_movemask_epi8(good) == 0xFFFF;
    };
    if (text.size() >= 16) {
        for (; at + 16 <= text.size(); at += 16)
            if (!block_is_unreserved(text.data() + at)) return false;
        return block_is_unreserved(text.data() + text.size() - 16);
    }
#endif
    while (at < text.size() && bytes::in(unreserved, text[at]))
        ++at;
    return at == text.size();
}

} // namespace entente
